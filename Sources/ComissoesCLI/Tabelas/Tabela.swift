/// A table of plain text: a header, a rule, rows; columns as wide as their longest cell.
struct Tabela {
  enum Alinhamento { case esquerda, direita }

  private let colunas: [(titulo: String, alinhamento: Alinhamento)]
  private var linhas: [[String]] = []

  init(_ colunas: [(titulo: String, alinhamento: Alinhamento)]) { self.colunas = colunas }

  mutating func acrescentar(_ celulas: [String]) { linhas.append(celulas) }

  /// Each line with a line break; nothing at all without rows.
  var texto: String {
    guard !linhas.isEmpty else { return "" }
    let larguras = colunas.indices.map { indice in
      linhas.reduce(colunas[indice].titulo.count) { max($0, $1[indice].count) }
    }
    let titulos = linha(colunas.map(\.titulo), larguras)
    let regua = larguras.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([titulos, regua] + linhas.map { linha($0, larguras) }).map { "\($0)\n" }.joined()
  }

  private func linha(_ celulas: [String], _ larguras: [Int]) -> String {
    var texto = zip(zip(celulas, larguras), colunas).map { celula, coluna in
      let espacos = String(repeating: " ", count: max(0, celula.1 - celula.0.count))
      return coluna.alinhamento == .esquerda ? celula.0 + espacos : espacos + celula.0
    }.joined(separator: "  ")
    while texto.last == " " { texto.removeLast() }
    return texto
  }
}
