import CommandLineKit

/// A table of plain text: a header, a rule, rows; columns as wide as their longest cell, or as the
/// page has room for.
struct Tabela {
  enum Alinhamento { case esquerda, direita }

  /// A column of words is not made narrower than this.
  private static let larguraMinima = 8

  private let colunas: [(titulo: String, alinhamento: Alinhamento)]
  private var linhas: [[String]] = []

  init(_ colunas: [(titulo: String, alinhamento: Alinhamento)]) { self.colunas = colunas }

  mutating func acrescentar(_ celulas: [String]) { linhas.append(celulas) }

  /// Each line with a line break; nothing at all without rows.
  var texto: String {
    guard !linhas.isEmpty else { return "" }
    let larguras = larguras(em: Page.current.width)
    let titulos = linha(colunas.map(\.titulo), larguras).map { $0.styled(.bold) }
    let regua = larguras.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return (titulos + [regua] + linhas.flatMap { linha($0, larguras) }).map { "\($0)\n" }.joined()
  }

  /// As wide as the cells are; on a narrower page, the widest columns of words give way first.
  /// Numbers are never broken.
  private func larguras(em pagina: Int?) -> [Int] {
    var larguras = colunas.indices.map { indice in
      linhas.reduce(colunas[indice].titulo.displayWidth) { max($0, $1[indice].displayWidth) }
    }
    guard let pagina else { return larguras }
    let cedem = colunas.indices.filter { colunas[$0].alinhamento == .esquerda }
    while larguras.reduce(2 * (larguras.count - 1), +) > pagina,
      let maior = cedem.max(by: { larguras[$0] < larguras[$1] }),
      larguras[maior] > Self.larguraMinima
    {
      larguras[maior] -= 1
    }
    return larguras
  }

  /// The lines that a row takes.
  private func linha(_ celulas: [String], _ larguras: [Int]) -> [String] {
    let partes = zip(celulas, larguras).map { $0.wrapped(to: $1) }
    let altura = partes.reduce(1) { max($0, $1.count) }
    return (0..<altura).map { nivel in
      var texto = colunas.indices.map { indice in
        let parte = partes[indice]
        return alinhada(nivel < parte.count ? parte[nivel] : "", larguras[indice], indice)
      }.joined(separator: "  ")
      while texto.last == " " { texto.removeLast() }
      return texto
    }
  }

  private func alinhada(_ texto: String, _ largura: Int, _ indice: Int) -> String {
    let espacos = String(repeating: " ", count: max(0, largura - texto.displayWidth))
    return colunas[indice].alinhamento == .esquerda ? texto + espacos : espacos + texto
  }
}
