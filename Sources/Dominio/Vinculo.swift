/// Two spellings that are one client: the director's word. Docs/regras.md §11
package struct Vinculo: Sendable, Equatable {
  /// The spelling of a spreadsheet.
  package let nome: ChaveDeNome
  /// The client of the base whom it means.
  package let cliente: ChaveDeNome
  package let motivo: String
  package let dia: Dia
  /// The base in which it was made; later months carry it on.
  package let base: Competencia

  package init(
    nome: ChaveDeNome, cliente: ChaveDeNome, motivo: String, dia: Dia, base: Competencia
  ) {
    self.nome = nome
    self.cliente = cliente
    self.motivo = motivo
    self.dia = dia
    self.base = base
  }
}
