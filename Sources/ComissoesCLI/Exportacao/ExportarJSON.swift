import Spreadsheets

/// Writes sheets as one JSON document, row by row as they are read. Docs/regras.md §9
///
///     {"formato":"xlsx","abas":[{"nome":"Plan1","visivel":true,"celulas":[[0,0,"s","NOME"]]}]}
func exportarJSON(
  _ abas: [Sheet], de workbook: any Workbook, em saida: Escoadouro
) throws(SpreadsheetError) {
  saida.append("{\"formato\":\"\(workbook.format.extensao)\",\"abas\":[")
  for (indice, aba) in abas.enumerated() {
    saida.append(indice == 0 ? "\n" : ",\n")
    saida.append("{\"nome\":")
    saida.append(jsonString: aba.name)
    saida.append(",\"visivel\":\(aba.visibility == .visible),\"celulas\":[")
    var isFirst = true
    try workbook.readRows(of: aba) { row in
      for cell in row.cells {
        saida.append(isFirst ? "\n" : ",\n")
        isFirst = false
        saida.append("[\(row.index),\(cell.column),")
        saida.append(cell, of: row, workbook.dateSystem)
        saida.append(UInt8(ascii: "]"))
      }
      saida.flushIfLarge()
      return saida.failure == nil ? .proceed : .stop
    }
    saida.append("]}")
  }
  saida.append("\n]}\n")
}

extension Escoadouro {
  fileprivate func append(_ cell: Cell, of row: Row, _ dateSystem: DateSystem) {
    switch cell.kind {
    case .number: append("\"n\",\"\(shortestText(of: cell.number))\"")
    case .date, .elapsed: append("\"d\",\"\(textoISO(cell, dateSystem))\"")
    case .boolean: append(cell.boolean ? "\"b\",true" : "\"b\",false")
    case .text:
      append("\"s\",")
      row.withUTF8(of: cell) { append(jsonString: $0) }
    case .error:
      append("\"e\",")
      row.withUTF8(of: cell) { append(jsonString: $0) }
    }
  }

  fileprivate func append(jsonString text: String) {
    var text = text
    text.withUTF8 { append(jsonString: $0) }
  }

  /// The text in quotes, with what JSON wants escaped.
  private func append(jsonString text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20:
        append("\\u00")
        append(Self.hexadecimal[Int(byte >> 4)])
        append(Self.hexadecimal[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static let hexadecimal = [UInt8]("0123456789abcdef".utf8)
}
