import JSONDocuments
import Spreadsheets

/// Bytes of a document that may wait until the sheets have been read to their ends.
private let mostWaiting = 16 << 20

/// Writes sheets as one JSON document, row by row as they are read. Docs/regras.md §9
///
///     {"formato":"xlsx","abas":[{"nome":"Plan1","visivel":true,"celulas":[[0,0,"s","NOME"]]}]}
///
/// Nothing is written of sheets that cannot be read to their ends: half a document is none. A small
/// document waits in memory for that, for a large one the sheets are read twice.
func exportarJSON(
  _ abas: [Sheet], de workbook: any Workbook, em saida: Escoadouro
) throws(SpreadsheetError) {
  saida.holdBack(mostWaiting)
  try escrever(abas, de: workbook, em: saida)
  let isComplete = !saida.isOverfull
  saida.release()
  if isComplete { return }
  saida.discard()
  for aba in abas { try workbook.readRows(of: aba) { _ in .proceed } }
  try escrever(abas, de: workbook, em: saida)
}

private func escrever(
  _ abas: [Sheet], de workbook: any Workbook, em saida: Escoadouro
) throws(SpreadsheetError) {
  saida.append { $0.append("{\"formato\":\"\(workbook.format.extensao)\",\"abas\":[") }
  for (indice, aba) in abas.enumerated() where !saida.isOverfull {
    saida.append {
      $0.append(indice == 0 ? "\n" : ",\n")
      $0.append("{\"nome\":")
      $0.append(jsonText: aba.name)
      $0.append(",\"visivel\":\(aba.visibility == .visible),\"celulas\":[")
    }
    var isFirst = true
    try workbook.readRows(of: aba) { row in
      saida.append {
        for cell in row.cells {
          $0.append(isFirst ? "\n" : ",\n")
          isFirst = false
          $0.append(cell, of: row, workbook.dateSystem)
        }
      }
      return saida.failure == nil && !saida.isOverfull ? .proceed : .stop
    }
    saida.append { $0.append("]}") }
  }
  saida.append { $0.append("\n]}\n") }
}

extension [UInt8] {
  fileprivate mutating func append(_ cell: Cell, of row: Row, _ dateSystem: DateSystem) {
    append(UInt8(ascii: "["))
    append(number: row.index)
    append(UInt8(ascii: ","))
    append(number: cell.column)
    switch cell.kind {
    case .number:
      append(",\"n\",\"")
      append(shortest: cell.number)
      append(UInt8(ascii: "\""))
    case .date, .elapsed:
      append(",\"d\",\"")
      append(iso: cell, dateSystem)
      append(UInt8(ascii: "\""))
    case .boolean: append(cell.boolean ? ",\"b\",true" : ",\"b\",false")
    case .text:
      append(",\"s\",")
      append(jsonText: row.utf8(of: cell))
    case .error:
      append(",\"e\",")
      append(jsonText: row.utf8(of: cell))
    }
    append(UInt8(ascii: "]"))
  }
}
