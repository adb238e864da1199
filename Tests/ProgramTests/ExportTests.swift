import Foundation
import JSONDocuments
import TestSupport
import Testing

/// `planilha exportar` and `planilha mostrar`.
@Suite struct ExportTests {
  @Test("JSON gives each cell with row, column, type and value")
  func json() throws {
    let outcome = try Workspace().run(
      "planilha", "exportar", Fixture.path("planilhas/xlsx/xlsxwriter.xlsx"), "--formato", "json")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let document = try outcome.document()
    #expect(document["formato"] == .string("xlsx"))
    let sheets = try #require(document["abas"]).elements
    #expect(sheets.compactMap { $0["nome"]?.string } == ["Comissões", "Oculta", "Muito oculta"])
    #expect(
      sheets.compactMap { $0["visivel"] } == [.boolean(true), .boolean(false), .boolean(false)])
    let cells = try #require(sheets.first?["celulas"]).elements
    func cell(_ row: Double, _ column: Double) -> [JSONValue] {
      cells.first { $0.array?.prefix(2) == [.number(row), .number(column)] }?.array ?? []
    }
    #expect(cell(1, 0).suffix(2) == [.string("s"), .string("JOÃO DA SILVA")])
    #expect(cell(1, 1).suffix(2) == [.string("n"), .string("331.4805")])
    #expect(cell(1, 2).suffix(2) == [.string("d"), .string("2025-11-03T00:00:00")])
    #expect(cell(1, 3).suffix(2) == [.string("d"), .string("08:30:00")])
    #expect(cell(1, 4).suffix(2) == [.string("d"), .string("PT129600S")])
    #expect(cell(1, 5).suffix(2) == [.string("b"), .boolean(true)])
    #expect(cell(7, 1).suffix(2) == [.string("e"), .string("#N/A")])
  }

  @Test("One sheet by its name; a name that is not there is told")
  func oneSheet() throws {
    let file = Fixture.path("planilhas/xlsx/xlsxwriter.xlsx")
    let workspace = try Workspace()
    let one = try workspace.run(
      "planilha", "exportar", file, "--formato", "json", "--aba", "Muito oculta")
    #expect(try one.document()["abas"]?.texts("nome") == ["Muito oculta"])
    let none = try workspace.run("planilha", "exportar", file, "--aba", "Outra")
    #expect(none.status == 65)
    #expect(none.complaints.contains("Comissões"))
  }

  @Test("CSV has a line for each row, quotes where they are needed, ISO dates")
  func csv() throws {
    let outcome = try Workspace().run(
      "planilha", "exportar", Fixture.path("planilhas/xlsx/xlsxwriter.xlsx"))
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let lines = outcome.output.components(separatedBy: "\r\n")
    #expect(
      lines[1] == "JOÃO DA SILVA,331.4805,2025-11-03T00:00:00,08:30:00,PT129600S,true,2")
    #expect(outcome.output.contains("\"linha 1\nlinha 2\",-0.01,"))
    #expect(lines.last == "")
  }

  @Test(
    "A sheet is recognised by its header, wherever it stands",
    arguments: [
      (Month.acompanhamento, "Acompanhamento", 3.0), (Month.gestores, "Gestores", 2.0),
      (Month.webopay, "WeboPay", 1.0), (Month.epr, "EPR", 1.0),
    ])
  func recognised(file: String, name: String, row: Double) throws {
    let workspace = try Workspace()
    let document = try workspace.run("planilha", "mostrar", file, "--formato", "json").document()
    let found = try #require(document["reconhecidas"]).elements
    #expect(found.compactMap { $0["planilha"]?.string } == [name])
    #expect(found.first?["linha_do_cabecalho"] == .number(row))
    let text = try workspace.run("planilha", "mostrar", file).output
    #expect(text.contains("É uma planilha \(name)"))
  }
}
