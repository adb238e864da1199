package import Dominio

/// All that the engine knows of one client. Docs/regras.md §5
package struct Fatos: Sendable {
  package let cliente: ChaveDeNome
  /// `G`: the client's first row in Gestores.
  package let gestores: Gestores.Registro?
  /// `W`: the client's first row of parcela 1 in WeboPay.
  package let webopay: WeboPay.Registro?
  /// The other parcelas that WeboPay has of the client, ascending, each once.
  package let outrasParcelas: [Int]

  package init(
    cliente: ChaveDeNome, gestores: Gestores.Registro?, webopay: WeboPay.Registro?,
    outrasParcelas: [Int] = []
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
