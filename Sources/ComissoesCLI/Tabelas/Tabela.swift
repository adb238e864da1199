import CommandLineKit

/// A table of plain text: a header, a rule, rows; columns as wide as their longest cell, or as the
/// page has room for. On a page that is too narrow for its words, each row becomes a block of lines.
struct Tabela {
  enum Alinhamento { case esquerda, direita }

  private let colunas: [(titulo: String, alinhamento: Alinhamento)]
  /// The titles of columns that may be left out, the least first.
  private let dispensaveis: [String]
  private var linhas: [[String]] = []

  init(_ colunas: [(titulo: String, alinhamento: Alinhamento)], dispensaveis: [String] = []) {
    self.colunas = colunas
    self.dispensaveis = dispensaveis
  }

  mutating func acrescentar(_ celulas: [String]) { linhas.append(celulas) }

  /// Each line with a line break; nothing at all without rows.
  var texto: String {
    guard !linhas.isEmpty else { return "" }
    guard let larguras = larguras(em: Page.current.width) else {
      guard let dispensavel = dispensaveis.first else { return blocos }
      return sem(dispensavel).texto
    }
    let titulos = linha(colunas.map(\.titulo), larguras).map { $0.styled(.bold) }
    let regua = larguras.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return (titulos + [regua] + linhas.flatMap { linha($0, larguras) }).map { "\($0)\n" }.joined()
  }

  private func sem(_ titulo: String) -> Tabela {
    let ficam = colunas.indices.filter { colunas[$0].titulo != titulo }
    var outra = Tabela(
      ficam.map { colunas[$0] }, dispensaveis: Array(dispensaveis.dropFirst()))
    for celulas in linhas { outra.acrescentar(ficam.map { celulas[$0] }) }
    return outra
  }

  /// As wide as the cells are; on a narrower page, long titles give way first, then the widest
  /// columns. Nil when that would break a number, a day, or any other word.
  private func larguras(em pagina: Int?) -> [Int]? {
    let celulas = colunas.indices.map { indice in
      linhas.reduce(0) { max($0, $1[indice].displayWidth) }
    }
    var larguras = zip(colunas, celulas).map { max($0.titulo.displayWidth, $1) }
    guard let pagina else { return larguras }
    var sobra = larguras.reduce(2 * (larguras.count - 1), +) - pagina
    let minimas = colunas.indices.map(larguraMinima)
    for limites in [zip(celulas, minimas).map { max($0, $1) }, minimas] {
      while sobra > 0,
        let maior = larguras.indices.filter({ larguras[$0] > limites[$0] })
          .max(by: { larguras[$0] < larguras[$1] })
      {
        larguras[maior] -= 1
        sobra -= 1
      }
    }
    return sobra > 0 ? nil : larguras
  }

  /// Words are never broken; numbers are not even parted from what stands beside them.
  private func larguraMinima(_ indice: Int) -> Int {
    let titulo = colunas[indice].titulo.larguraDaMaiorPalavra
    return linhas.reduce(titulo) { maior, linha in
      let celula = linha[indice]
      return max(
        maior,
        colunas[indice].alinhamento == .direita
          ? celula.displayWidth : celula.larguraDaMaiorPalavra)
    }
  }

  /// The first cell of a row, and the others below it, each behind its title.
  private var blocos: String {
    linhas.map { celulas in
      zip(colunas, celulas).filter { !$1.isEmpty }.enumerated().map { lugar, par in
        let titulo = par.0.titulo.isEmpty ? "" : "\(par.0.titulo): "
        return "\(lugar == 0 ? "" : "  ")\(titulo)\(par.1)\n"
      }.joined()
    }.joined()
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

extension String {
  fileprivate var larguraDaMaiorPalavra: Int { unbroken.reduce(0) { max($0, $1.displayWidth) } }
}
