package import Dominio

/// All that the engine knows of one client. Docs/regras.md §5
package struct Fatos: Sendable {
  package let cliente: ChaveDeNome
  /// `G`: the client's first row in Gestores.
  package let gestores: Gestores.Registro?
  /// `W`: the client's first row of parcela 1 in WeboPay.
  package let webopay: WeboPay.Registro?
  /// The first row of each other parcela that WeboPay has of the client, by parcela.
  package let outrasParcelas: [WeboPay.Registro]

  package init(
    cliente: ChaveDeNome, gestores: Gestores.Registro?, webopay: WeboPay.Registro?,
    outrasParcelas: [WeboPay.Registro] = []
  ) {
    self.cliente = cliente
    self.gestores = gestores
    self.webopay = webopay
    self.outrasParcelas = outrasParcelas
  }

  /// What the FORMA of `G` means; nil without `G` and with a blank FORMA.
  var sentido: Gestores.Sentido? { gestores?.forma?.sentido }

  /// Nil without `W`.
  var pago: Bool? { webopay?.pago }
}

// The values that the alerts of the engine rest on; none of a row that is not there.
extension Fatos {
  func emGestores(_ colunas: ColunaDeGestores...) -> [Evidencia] {
    colunas.flatMap { gestores?.evidencias($0) ?? [] }
  }

  func noWeboPay(_ colunas: ColunaDeWeboPay...) -> [Evidencia] {
    colunas.flatMap { webopay?.evidencias($0) ?? [] }
  }

  var evidenciasDeOutrasParcelas: [Evidencia] {
    outrasParcelas.flatMap { $0.evidencias(.parcela) }
  }
}
