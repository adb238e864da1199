package import Dominio

/// What is different in a spreadsheet since an earlier one of its kind.
package struct Comparacao: Sendable, Equatable {
  package let colunasNovas: [String]
  package let colunasAusentes: [String]
  package let registrosAntes: Int
  package let registrosAgora: Int
  /// In the order of keys.
  package let sumiram: [ChaveDeNome]
  /// In the order of keys.
  package let novos: [ChaveDeNome]

  package init(de antes: Conferencia, para depois: Conferencia) {
    colunasNovas = depois.colunas.alem(de: antes.colunas)
    colunasAusentes = antes.colunas.alem(de: depois.colunas)
    registrosAntes = antes.registros
    registrosAgora = depois.registros
    let nomes = (Set(antes.nomes.map(\.chave)), Set(depois.nomes.map(\.chave)))
    sumiram = nomes.0.subtracting(nomes.1).sorted()
    novos = nomes.1.subtracting(nomes.0).sorted()
  }

  /// How much of the records is gone, in per cent, when that is more than such a spreadsheet loses
  /// from month to month; nil otherwise. Docs/regras.md §4
  package func perda(_ planilha: Planilha) -> Int? {
    let tolerada =
      switch planilha {
      // They are carried on from month to month, and grow.
      case .acompanhamento, .gestores, .webopay: 20
      // Contracts of a period: some months have few.
      case .epr: 50
      }
    guard registrosAntes >= 10, registrosAgora < registrosAntes else { return nil }
    let perda = (registrosAntes - registrosAgora) * 100 / registrosAntes
    return perda > tolerada ? perda : nil
  }
}

extension [String] {
  /// The headers that the others do not have, compared as headers are.
  fileprivate func alem(de outros: [String]) -> [String] {
    let conhecidos = Set(outros.map(Rotulo.init))
    return filter { !conhecidos.contains(Rotulo($0)) }
  }
}
