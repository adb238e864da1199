import Dominio
import Planilhas
import Spreadsheets

/// What stands in some cells, as it stands there.
struct CelulasCruas {
  private var textos: [Lugar: String] = [:]

  /// Nil for a cell that is blank.
  subscript(lugar: Lugar) -> String? { textos[lugar] }

  /// Reads the sheet again, down to the last of these rows.
  mutating func ler(
    _ evidencias: [Evidencia], em planilhas: PlanilhasGuardadas, _ origem: Origem
  ) throws {
    let linhas = Set(evidencias.map(\.linha))
    guard let ultima = linhas.max() else { return }
    let (workbook, arquivo) = try planilhas.abrir(origem.planilha)
    let sheet = try aba(origem.aba, em: workbook, arquivo: arquivo)
    var lidas: [Lugar: String] = [:]
    try lendo(arquivo) { () throws(SpreadsheetError) in
      try workbook.readRows(of: sheet) { row in
        if linhas.contains(row.index + 1) {
          for cell in row.cells {
            let celula = CellReference(row: row.index, column: cell.column).description
            lidas[Lugar(arquivo: origem.arquivo, aba: origem.aba, celula: celula)] =
              textoCru(cell, of: row, workbook.dateSystem)
          }
        }
        return row.index + 1 < ultima ? .proceed : .stop
      }
    }
    textos.merge(lidas) { _, read in read }
  }
}

/// The content of a cell for people, cut when it is long.
private func textoCru(_ cell: Cell, of row: Row, _ dateSystem: DateSystem) -> String {
  switch cell.kind {
  case .number: return shortestText(of: cell.number)
  case .date, .elapsed: return textoISO(cell, dateSystem)
  case .boolean: return cell.boolean ? "VERDADEIRO" : "FALSO"
  case .error: return row.text(of: cell)
  case .text:
    let texto = row.text(of: cell)
    return texto.count > 80 ? "\"\(texto.prefix(79))…\"" : "\"\(texto)\""
  }
}
