import Dominio

/// What a sheet must say, taken straight from the lists and not from its draft.
struct TabelaConferida {
  /// What must stand above the header, cell by cell.
  let acima: [String]
  let titulos: [String]
  let linhas: [[Conteudo]]
  /// The sums of columns, by their places.
  let somas: [Int: Dinheiro]
  /// How many cells of columns hold something, by their places.
  var contagens: [Int: Int] = [:]

  /// - Throws: the first difference.
  func compare(
    with found: TabelaLida, sheet: String
  ) throws(RelatorioDeRecebimentos.Difference) {
    guard let rows = found.linhas else { throw .headerMissing(sheet: sheet) }
    guard found.acima == acima else {
      throw .heading(sheet: sheet, expected: acima, found: found.acima)
    }
    // The last row is that of the total.
    guard rows.count == linhas.count + 1, let last = rows.last else {
      throw .rowCount(sheet: sheet, expected: linhas.count, found: max(0, rows.count - 1))
    }
    var sums = somas.mapValues { _ in Dinheiro.zero }
    for (expected, row) in zip(linhas, rows) {
      let cells = titulos.indices.map { row.celulas[$0] ?? .vazio }
      guard cells == expected else {
        throw .row(
          sheet: sheet, row: row.numero, expected: expected.map(\.mostrado),
          found: cells.map(\.mostrado))
      }
      for column in sums.keys {
        if case .valor(let valor) = cells[column] { sums[column] = (sums[column] ?? .zero) + valor }
      }
    }
    for (column, expected) in somas.sorted(by: { $0.key < $1.key }) {
      let cached = last.valor(column)
      guard let sum = sums[column], sum == expected, cached == expected else {
        throw .total(sheet: sheet, expected: expected, sum: sums[column] ?? .zero, cached: cached)
      }
    }
    for (column, count) in contagens.sorted(by: { $0.key < $1.key }) {
      let expected = Dinheiro(centavos: 100 * count)
      guard last.valor(column) == expected else {
        throw .total(
          sheet: sheet, expected: expected, sum: expected, cached: last.valor(column))
      }
    }
  }
}

extension TabelaLida.Linha {
  /// Nil when the cell holds no number.
  fileprivate func valor(_ column: Int) -> Dinheiro? {
    guard case .valor(let valor) = celulas[column] else { return nil }
    return valor
  }
}

extension Conteudo {
  init(_ texto: String?) {
    self = texto.flatMap { $0.isEmpty ? nil : .texto($0) } ?? .vazio
  }

  init(_ dia: Dia?) {
    self = dia.map { $0.cabeEmPlanilha ? .dia($0) : .texto($0.brasileiro) } ?? .vazio
  }

  init(_ valor: Dinheiro?) { self = valor.map { .valor($0) } ?? .vazio }
}
