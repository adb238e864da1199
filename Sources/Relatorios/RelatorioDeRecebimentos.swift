package import Dominio
package import SheetWriting
package import Spreadsheets

/// The workbook that goes to whoever pays: the sheets `A Receber` and `Desistências`, and no other.
///
/// Write it under a temporary name, verify it, then give it its name: the library that writes may
/// call a file complete that is not.
package enum RelatorioDeRecebimentos {
  /// What the title block says.
  package struct Cabecalho: Sendable {
    package let base: Competencia
    /// Of this report, counted over all bases of a data directory.
    package let numero: Int
    package let dia: Dia
    package let fontes: [Fonte]
    /// How far the audit log went before this report, so that a log cut later is noticed; nil
    /// without a log.
    package let auditoria: String?

    package init(
      base: Competencia, numero: Int, dia: Dia, fontes: [Fonte], auditoria: String? = nil
    ) {
      self.base = base
      self.numero = numero
      self.dia = dia
      self.fontes = fontes
      self.auditoria = auditoria
    }
  }

  package enum Failure: Error, Equatable, Sendable {
    case writing(SheetWritingError)
    /// The file that was just written cannot be read.
    case reading(SpreadsheetError)
    /// It can, and does not say what it must.
    case differs(Difference)
  }

  /// Writes a complete workbook over whatever is at the path. The same arguments give the same
  /// bytes.
  package static func write(
    _ recebimentos: Recebimentos, cabecalho: Cabecalho, to path: String
  ) throws(Failure) {
    do throws(SheetWritingError) {
      try draft(recebimentos, cabecalho).write(to: path)
    } catch {
      throw .writing(error)
    }
  }

  /// Reads the file back and compares it, cell by cell and in its totals, with what it must say.
  package static func verify(
    path: String, against recebimentos: Recebimentos, cabecalho: Cabecalho
  ) throws(Failure) {
    try Relatorios.verify(path: path, esperadas(recebimentos, cabecalho))
  }

  /// True for a workbook that this module wrote, by its sheets.
  package static func isReport(_ path: String) -> Bool {
    guard let workbook = try? openWorkbook(ByteSource(path: path)) else { return false }
    return workbook.sheets.map(\.name) == abas
  }

  static let abas = ["\(AReceber.aba)", "\(Desistencias.aba)"]

  static func draft(_ recebimentos: Recebimentos, _ cabecalho: Cabecalho) -> WorkbookDraft {
    WorkbookDraft(
      properties: cabecalho.properties,
      sheets: [
        SheetDraft(aReceber: recebimentos, cabecalho),
        SheetDraft(desistencias: recebimentos, cabecalho),
      ])
  }
}
