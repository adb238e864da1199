/// The director's word on a client: it outranks the rules until it is withdrawn.
/// Docs/regras.md §11
package struct DecisaoManual: Sendable, Equatable {
  package let status: Status
  package let valor: Dinheiro?
  package let motivo: String
  package let dia: Dia
  /// The name on which it was taken: of the client on whom it stands, or of one linked to it.
  package let nome: ChaveDeNome
  /// The base in which it was taken; later months carry it on.
  package let base: Competencia
  /// What the rules said when it was taken.
  package let contra: Situacao
  /// What the rules said in the last controle: it holds again once the decision is withdrawn.
  package var regras: Situacao

  package init(
    _ status: Status, valor: Dinheiro?, motivo: String, dia: Dia, sobre nome: ChaveDeNome,
    base: Competencia, contra: Situacao, regras: Situacao
  ) {
    self.status = status
    self.valor = valor
    self.motivo = motivo
    self.dia = dia
    self.nome = nome
    self.base = base
    self.contra = contra
    self.regras = regras
  }

  /// What every list shows by it.
  package var situacao: Situacao {
    Situacao(status, valor: valor, fonte: Self.fonte, observacao: motivo)
  }

  package static let fonte = "Decisão manual"

  /// Whether both are one word of the director, carried from month to month and from name to name;
  /// what the rules say beside it may differ.
  package func ehAMesma(que outra: DecisaoManual?) -> Bool {
    outra.map { (nome, base) == ($0.nome, $0.base) } ?? false
  }

  /// True when the spreadsheets have changed their word since: they say something else than they
  /// did, and something else than was decided.
  package var contrariada: Bool {
    !regras.dizOMesmo(que: contra) && !regras.dizOMesmo(que: situacao)
  }
}

extension Situacao {
  /// The same status and the same value.
  package func dizOMesmo(que outra: Situacao) -> Bool {
    (status, valor) == (outra.status, outra.valor)
  }
}
