package import Dominio
import Spreadsheets

extension RelatorioDeRecebimentos {
  /// In what a written workbook is not the one that was meant.
  package enum Difference: Error, Equatable, Sendable {
    /// Other sheets than the two, or one that is hidden.
    case sheets(found: [String])
    case headerMissing(sheet: String)
    /// The texts above the header of the table.
    case heading(sheet: String, expected: [String], found: [String])
    case rowCount(sheet: String, expected: Int, found: Int)
    /// `row` as Excel shows it.
    case row(sheet: String, row: Int, expected: [String], found: [String])
    /// Of the cells and of the cached value of the formula; nil when that is no amount.
    case total(sheet: String, expected: Dinheiro, sum: Dinheiro, cached: Dinheiro?)
  }

  static func verify(
    _ workbook: any Workbook, against recebimentos: Recebimentos, _ cabecalho: Cabecalho
  ) throws(Failure) {
    try Relatorios.verify(workbook, esperadas(recebimentos, cabecalho))
  }

  static func esperadas(
    _ recebimentos: Recebimentos, _ cabecalho: Cabecalho
  ) -> [AbaConferida] {
    [
      (abas[0], TabelaConferida(aReceber: recebimentos, cabecalho)),
      (abas[1], TabelaConferida(desistencias: recebimentos, cabecalho)),
    ]
  }
}

/// A sheet by its name, and what it must say.
typealias AbaConferida = (nome: String, tabela: TabelaConferida)

/// Reads a file and compares it with the sheets that it must have.
func verify(
  path: String, _ expected: [AbaConferida]
) throws(RelatorioDeRecebimentos.Failure) {
  let workbook: any Workbook
  do throws(SpreadsheetError) {
    workbook = try openWorkbook(ByteSource(path: path))
  } catch {
    throw .reading(error)
  }
  try verify(workbook, expected)
}

func verify(
  _ workbook: any Workbook, _ expected: [AbaConferida]
) throws(RelatorioDeRecebimentos.Failure) {
  let sheets = workbook.sheets
  guard sheets.map(\.name) == expected.map(\.nome),
    sheets.allSatisfy({ $0.visibility == .visible })
  else { throw .differs(.sheets(found: sheets.map(\.name))) }
  for (sheet, expected) in zip(sheets, expected) {
    let found = try TabelaLida(sheet, of: workbook, titulos: expected.tabela.titulos)
    do throws(RelatorioDeRecebimentos.Difference) {
      try expected.tabela.compare(with: found, sheet: sheet.name)
    } catch {
      throw .differs(error)
    }
  }
}
