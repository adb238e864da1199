package import Dominio

/// What is different in a spreadsheet since an earlier one of its kind.
package struct Comparacao: Sendable, Equatable {
  package let colunasNovas: [String]
  package let colunasAusentes: [String]
  package let registrosAntes: Int
  /// In the order of keys.
  package let sumiram: [ChaveDeNome]
  /// In the order of keys.
  package let novos: [ChaveDeNome]

  package init(de antes: Conferencia, para depois: Conferencia) {
    colunasNovas = depois.colunas.alem(de: antes.colunas)
    colunasAusentes = antes.colunas.alem(de: depois.colunas)
    registrosAntes = antes.registros
    let nomes = (Set(antes.nomes.map(\.chave)), Set(depois.nomes.map(\.chave)))
    sumiram = nomes.0.subtracting(nomes.1).sorted()
    novos = nomes.1.subtracting(nomes.0).sorted()
  }
}

extension [String] {
  /// The headers that the others do not have, compared as headers are.
  fileprivate func alem(de outros: [String]) -> [String] {
    let conhecidos = Set(outros.map(Rotulo.init))
    return filter { !conhecidos.contains(Rotulo($0)) }
  }
}
