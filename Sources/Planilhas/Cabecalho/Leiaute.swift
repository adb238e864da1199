package import Dominio
package import Spreadsheets

/// Where the wanted columns of a spreadsheet stand.
package struct Leiaute<C: Coluna>: Sendable {
  package let aba: Sheet
  /// The header's row, zero-based.
  package let linha: Int
  /// Zero-based column of each wanted one that is there.
  package let indices: [C: Int]
  /// The columns that stand more than once, with the places of all their headers, ascending.
  package let repetidas: [C: [Int]]
  /// All texts of the header's row, wanted or not, from left to right.
  let textos: [String]

  /// The same as `indices`. A few are found faster one by one, because the hash of a column is that
  /// of its header's text; and every cell is asked for by its column.
  private let lugares: [(coluna: C, indice: Int)]

  package subscript(coluna: C) -> Int? { lugares.first { $0.coluna == coluna }?.indice }

  var achadas: [C] { C.allCases.filter { indices[$0] != nil } }
  /// Missing columns without which the row is no header, or a header that is of no use.
  var faltando: [C] {
    let precisas = Set(C.doCabecalho + C.obrigatorias)
    return C.allCases.filter { precisas.contains($0) && indices[$0] == nil }
  }
  /// The cell by which the header is shown, as Excel writes it.
  var celulaDoCabecalho: String? {
    C.doCabecalho.lazy.compactMap { indices[$0] }.first.map {
      "\(CellReference(row: linha, column: $0))"
    }
  }
  var temCabecalho: Bool { C.doCabecalho.allSatisfy { indices[$0] != nil } }
}

extension Leiaute {
  /// Looks at one row as if it were the header.
  init(linha: LinhaDeTextos, aba: Sheet, apelidos: [Rotulo: [Rotulo]]) {
    var lugares: [Rotulo: [Int]] = [:]
    for (coluna, rotulo) in linha.rotulos { lugares[rotulo, default: []].append(coluna) }
    var indices: [C: Int] = [:]
    var repetidas: [C: [Int]] = [:]
    for coluna in C.allCases {
      let usual = Rotulo(coluna.rawValue)
      // Another name counts only where the usual one is not.
      let outros = Set(apelidos[usual] ?? []).flatMap { lugares[$0] ?? [] }.sorted()
      let achados = lugares[usual] ?? outros
      indices[coluna] = achados.first
      if achados.count > 1 { repetidas[coluna] = achados }
    }
    self.aba = aba
    self.linha = linha.indice
    self.indices = indices
    self.lugares = indices.map { ($0.key, $0.value) }
    self.repetidas = repetidas
    textos = linha.textos
  }
}

/// The texts of a row near the top of a sheet, ready to be compared with headers.
struct LinhaDeTextos {
  /// Zero-based.
  let indice: Int
  let rotulos: [(coluna: Int, rotulo: Rotulo)]
  /// As they stand in the cells, folded to one line.
  let textos: [String]

  init(_ row: Row) {
    indice = row.index
    let celulas: [(coluna: Int, texto: String)] = row.cells.compactMap { cell in
      guard cell.kind == .text else { return nil }
      let texto = row.text(of: cell).espacosDobrados
      return texto.isEmpty ? nil : (cell.column, texto)
    }
    rotulos = celulas.map { ($0.coluna, Rotulo($0.texto)) }.filter { !$0.rotulo.estaVazio }
    textos = celulas.map(\.texto)
  }
}
