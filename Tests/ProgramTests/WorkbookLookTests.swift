import Foundation
import TestSupport
import Testing

/// The workbooks of a month as another program's reader sees them: what was approved by eye. Fonts
/// and sizes may move; sheets, rows, frozen panes and pages may not, and nothing may be cut.
@Suite(.enabled(if: Python.hasOpenpyxl)) struct WorkbookLookTests {
  /// A line for each thing that was looked at, and one for each text that its cell cuts.
  private static let script = """
    import math, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
    print("opens with", book.active.title)
    for sheet in book:
        print(sheet.title, sheet.dimensions, "frozen at", sheet.freeze_panes)
        print("  page", sheet.page_setup.paperSize, sheet.page_setup.orientation,
              sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight,
              "rows", sheet.print_title_rows, "area", sheet.print_area or "all")
        print("  foot", sheet.oddFooter.left.text, "|", sheet.oddFooter.right.text)
        for table in sheet.tables.values():
            print("  table", table.name, table.ref, "filter", table.autoFilter.ref)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink: print("  link", cell.coordinate, cell.hyperlink.location)
                if cell.data_type == "f":
                    print("  total", cell.value, cached[sheet.title][cell.coordinate].value)
        print("  charts", len(sheet._charts))
        merged = {c for area in sheet.merged_cells.ranges for r in area.cells for c in [r]}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None or (cell.row, cell.column) in merged: continue
                if cell.data_type in "fb": continue
                text = "00/00/0000" if cell.is_date else str(cell.value)
                if cell.data_type == "n" and not cell.is_date: text = "R$ %.2f" % cell.value
                width = sheet.column_dimensions[cell.column_letter].width
                height = sheet.row_dimensions[cell.row].height or sheet.sheet_format.defaultRowHeight
                size = cell.font.size / 11
                lines = math.floor(height / (15 * size)) if cell.alignment.wrap_text else 1
                if len(text) * size * 0.9 > width * lines: print("  CUT", cell.coordinate, text)
    """

  private func look(at file: String) throws -> [String] {
    try Python.run(Self.script, file).split(separator: "\n").map(String.init)
  }

  private func expect(_ found: [String], _ approved: String) {
    #expect(found.joined(separator: "\n") == approved)
  }

  @Test func report() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    let file = month.workspace.file("r.xlsx")
    #expect(try month.recebimentos("--saida", file).status == 0)
    expect(
      try look(at: file),
      """
      opens with A Receber
      A Receber A1:E21 frozen at A7
        page 9 landscape True 0 rows $6:$6 area all
        foot Base Outubro/2025 · Relatório nº 1 | Página &P de &N
        table AReceber A6:E21 filter A6:E20
        link E1 'Desistências'!A1
        total =SUBTOTAL(109,AReceber[Valor]) 4524.77
        charts 0
      Desistências A1:D9 frozen at A6
        page 9 landscape True 0 rows $5:$5 area all
        foot Base Outubro/2025 · Relatório nº 1 | Página &P de &N
        table Desistencias A5:D9 filter A5:D8
        link D1 'A Receber'!A1
        total =SUBTOTAL(109,Desistencias[Valor a devolver]) 0
        charts 0
      """)
  }

  @Test func base() throws {
    let month = try Month()
    _ = try month.close()
    let file = month.workspace.file("b.xlsx")
    #expect(try month.workspace.run("base", "exportar", "--saida", file).status == 0)
    let found = try look(at: file).filter { !$0.hasPrefix("  foot") }
    expect(
      found,
      """
      opens with Base
      Base A1:P85 frozen at B8
        page 9 landscape True 0 rows $7:$7 area 'Base'!$A$1:$J$85
        table Base A7:P85 filter A7:P84
        link J1 'Resumo'!A1
        total =SUBTOTAL(103,Base[Status]) 77
        total =SUBTOTAL(109,Base[Valor]) 11239.29
        total =SUBTOTAL(109,Base[Faturado]) 4524.77
        total =SUBTOTAL(109,Base[A devolver]) 0
        total =SUBTOTAL(109,Base[Alertas]) 22
        charts 0
      Resumo A1:C11 frozen at A5
        page 9 landscape True 0 rows $4:$4 area all
        table Resumo A4:C11 filter A4:C10
        link C1 'Base'!A1
        total =SUBTOTAL(109,Resumo[Clientes]) 77
        total =SUBTOTAL(109,Resumo[Valor]) 11239.29
        charts 2
      """)
  }
}
