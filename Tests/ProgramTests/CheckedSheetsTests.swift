import Foundation
import JSONDocuments
import Spreadsheets
import TestSupport
import Testing

/// `conferir`: the files of a month before anything is done with them.
@Suite struct CheckedSheetsTests {
  private let month: Month
  private var workspace: Workspace { month.workspace }

  init() throws { month = try Month() }

  private func conferir(_ words: String...) throws -> Outcome {
    try workspace.run(["conferir"] + words)
  }

  @Test func everyProblemOfEveryFileIsToldAndNothingIsWritten() throws {
    let outcome = try conferir(
      "--acompanhamento", Month.acompanhamento, "--gestores", Month.gestores, "--webopay",
      Month.webopay, "--epr", Month.epr, "--formato", "json")
    #expect(outcome.status == 1)
    let document = try outcome.document()
    let planilhas = document["planilhas"]?.elements ?? []
    #expect(
      planilhas.compactMap { $0["planilha"]?.string } == [
        "Acompanhamento", "Gestores", "WeboPay", "EPR",
      ])
    #expect(planilhas.allSatisfy { !($0["problemas"]?.elements.isEmpty ?? true) })
    let todos = planilhas.reduce(0) { $0 + ($1["problemas"]?.elements.count ?? 0) }
    #expect(document["problemas"]?.integer == todos)
    #expect(try workspace.tree().isEmpty)
  }

  /// What importing remarks, this command told before.
  @Test func theAvisosAreThoseOfTheControle() throws {
    _ = try month.base()
    let controle = try month.controle("--dry-run", "--formato", "json").document()
    let document = try conferir(
      "--gestores", Month.gestores, "--webopay", Month.webopay, "--formato", "json"
    ).document()
    let problemas = (document["planilhas"]?.elements ?? []).flatMap {
      $0["problemas"]?.elements ?? []
    }
    #expect(
      problemas.filter { $0["tipo"]?.string == "aviso" }.compactMap { $0["mensagem"]?.string }
        == controle["avisos"]?.texts("mensagem"))
  }

  @Test func theFileOfLastTimeIsKnownAndADifferentOneIsCompared() throws {
    _ = try month.close()
    let mesmo = try conferir("--gestores", Month.gestores)
    #expect(mesmo.output.contains("É o mesmo arquivo da base de Outubro/2025"))

    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO;EXTRA\r\nANA NOVA;PIX;;1,50;x\r\n", to: "g.csv")
    let outcome = try conferir("--gestores", "g.csv", "--mes", "2025-12", "--formato", "json")
    #expect(outcome.status == 0)
    let comparada = try #require(
      try outcome.document()["planilhas"]?.elements.first?["comparada"])
    #expect(comparada["base"]?.string == "2025-10")
    #expect(comparada["mesmo_arquivo"] == .boolean(false))
    #expect(comparada["colunas_novas"]?.array == [.string("EXTRA")])
    #expect(comparada["colunas_ausentes"]?.array?.contains(.string("UNIDADE")) == true)
    #expect(comparada["novos"]?.array == [.string("ANA NOVA")])
    #expect(comparada["sumiram"]?.array?.contains(.string("GORETE LUZ")) == true)
    #expect(comparada["registros_antes"]?.integer == 59)
    let antes = try conferir("--gestores", "g.csv", "--mes", "2025-09", "--formato", "json")
    #expect(try antes.document()["planilhas"]?.elements.first?["comparada"] == .null)
  }

  @Test func oneUnreadableFileIsAFindingAllOfThemAreNot() throws {
    let outcome = try conferir("--gestores", Month.gestores, "--epr", "nada.xls")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("EPR: nada.xls\n  o arquivo não existe"))
    let nenhuma = try conferir("--gestores", "nada.xlsx", "--epr", "nada.xls")
    #expect(nenhuma.status == 66)
    #expect(nenhuma.complaints.contains("nada.xlsx") && nenhuma.complaints.contains("nada.xls:"))
    let pdf = try conferir("--epr", Fixture.path("erros/planilhas/documento.pdf"))
    #expect(pdf.status == 1)
    #expect(pdf.output.contains("é um PDF"))
    #expect(try conferir().status == 64)
  }

  @Test func filesOfTheConfigurationAreTakenToo() throws {
    try workspace.write(
      "{\"planilhas\": {\"epr\": \"\(Month.epr)\", \"gestores\": \"nada.xlsx\"}}", to: "config.json"
    )
    let document = try conferir("--gestores", Month.gestores, "--formato", "json").document()
    #expect(
      document["planilhas"]?.elements.compactMap { $0["planilha"]?.string } == ["Gestores", "EPR"])
  }

  @Test func aDamagedDataDirectoryKeepsNobodyFromLooking() throws {
    _ = try month.close()
    try workspace.remove("dados/estado.json")
    let outcome = try conferir("--gestores", Month.gestores)
    #expect(outcome.status == 1)
    #expect(outcome.complaints.contains("sem comparação"))
  }

  @Test func problemsAreAListForPrograms() throws {
    let outcome = try conferir("--epr", Month.epr, "--formato", "csv")
    let lines = outcome.output.components(separatedBy: "\r\n")
    #expect(lines.first == "planilha,arquivo,aba,celula,tipo,mensagem")
    #expect(lines.contains { $0.hasPrefix("EPR,EPR_03-11-25.xls,EPR,E42,aviso,") })
  }

  // MARK: - Annotated copies

  @Test func copiesCarryTheProblems() throws {
    let words = ["conferir", "--gestores", Month.gestores, "--anotar", "fora/devolver"]
    let outcome = try workspace.run(words)
    #expect(outcome.output.hasSuffix("Cópia anotada: fora/devolver/COMISSÕES_GESTORES.xlsx\n"))
    let path = "fora/devolver/COMISSÕES_GESTORES.xlsx"
    let first = try workspace.bytes(path)
    let workbook = try openWorkbook(ByteSource(first))
    #expect(workbook.sheets.map(\.name) == ["GESTORES", "Problemas"])
    // The same again: an annotated copy may be replaced.
    #expect(try workspace.run(words).status == 1)
    // Nothing else may be.
    try workspace.write("meu", to: path)
    let refused = try workspace.run(words)
    #expect(refused.status == 73)
    #expect(try workspace.bytes(path) == Array("meu".utf8))
  }

  /// Excel's own view, where Python can give it.
  @Test(.enabled(if: Python.hasOpenpyxl))
  func copiesAreYellowWhereTheProblemIs() throws {
    _ = try conferir("--gestores", Month.gestores, "--anotar", "devolver")
    let script = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["GESTORES"]
      yellow = [c.coordinate for row in sheet.iter_rows() for c in row
                if c.fill.fill_type and c.fill.fgColor.rgb == "FFFFFF00"]
      print(",".join(sorted(yellow)), sheet["M2"].value, sheet["M21"].value is not None,
            sheet["A3"].value, sheet["I3"].value)
      """
    let text = try Python.run(script, workspace.file("devolver/COMISSÕES_GESTORES.xlsx"))
    #expect(text == "B60,B69,B70,I19,I20,I21,K33 Problema True 10385 337.3305\n")
  }

  @Test func copiesNeverLieInTheDataDirectory() throws {
    _ = try month.close()
    let before = try workspace.tree()
    for pasta in ["dados", "dados/bases", "dados/nova/funda", "./dados/../dados"] {
      let outcome = try conferir("--gestores", Month.gestores, "--anotar", pasta)
      #expect(outcome.status == 73, "\(pasta)")
    }
    #expect(try workspace.tree() == before)
  }

  /// The input itself is never replaced, not even when it is an annotated copy.
  @Test func theInputIsNotReplaced() throws {
    _ = try conferir("--gestores", Month.gestores, "--anotar", "x")
    let copy = try workspace.bytes("x/COMISSÕES_GESTORES.xlsx")
    let outcome = try conferir("--gestores", "x/COMISSÕES_GESTORES.xlsx", "--anotar", "x")
    #expect(outcome.status == 73)
    #expect(try workspace.bytes("x/COMISSÕES_GESTORES.xlsx") == copy)
  }

  @Test func twoFilesOfOneNameGetTwoCopies() throws {
    try workspace.write(try Data(contentsOf: URL(filePath: Month.epr)).map(\.self), to: "a/x.xls")
    try workspace.write(
      try Data(contentsOf: URL(filePath: Month.gestores)).map(\.self), to: "b/x.xlsx")
    let outcome = try conferir("--epr", "a/x.xls", "--gestores", "b/x.xlsx", "--anotar", "c")
    #expect(outcome.status == 1)
    #expect(
      try workspace.tree().keys.filter { $0.hasPrefix("c/") }.sorted() == [
        "c/x (EPR).xlsx", "c/x (Gestores).xlsx",
      ])
  }
}
