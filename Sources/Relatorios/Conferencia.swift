package import Dominio
import Spreadsheets

extension RelatorioDeRecebimentos {
  /// In what a written workbook is not the one that was meant.
  package enum Difference: Error, Equatable, Sendable {
    /// Other sheets than the two, or one that is hidden.
    case sheets(found: [String])
    case headerMissing(sheet: String)
    case rowCount(sheet: String, expected: Int, found: Int)
    /// `row` as Excel shows it.
    case row(sheet: String, row: Int, expected: [String], found: [String])
    /// Of the cells and of the cached value of the formula; nil when that is no amount.
    case total(sheet: String, expected: Dinheiro, sum: Dinheiro, cached: Dinheiro?)
  }

  static func verify(
    _ workbook: any Workbook, against recebimentos: Recebimentos
  ) throws(Failure) {
    let sheets = workbook.sheets
    guard sheets.map(\.name) == abas,
      sheets.allSatisfy({ $0.visibility == .visible })
    else { throw .differs(.sheets(found: sheets.map(\.name))) }
    let expected = [
      TabelaConferida(aReceber: recebimentos), TabelaConferida(desistencias: recebimentos),
    ]
    for (sheet, expected) in zip(sheets, expected) {
      let found = try TabelaLida(sheet, of: workbook)
      do throws(Difference) {
        try expected.compare(with: found, sheet: sheet.name)
      } catch {
        throw .differs(error)
      }
    }
  }
}
