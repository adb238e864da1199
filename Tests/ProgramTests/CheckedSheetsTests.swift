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
    #expect(outcome.status == 1)
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

  /// Columns and names are told as before; that almost nothing is left is a finding.
  @Test func aGuttedFileIsAFinding() throws {
    _ = try month.close()
    func sumicos(_ option: String, _ path: String) throws -> [String] {
      let document = try conferir(option, path, "--formato", "json").document()
      return (document["planilhas"]?.elements.first?["problemas"]?.elements ?? []).filter {
        $0["tipo"]?.string == "sumico"
      }.compactMap { $0["mensagem"]?.string }
    }
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\r\nANA NOVA;PIX;;1,50\r\n", to: "g.csv")
    let gestores = try sumicos("--gestores", "g.csv")
    #expect(gestores.count == 2)
    #expect(gestores.first?.contains("tinha 59 registros em COMISSÕES_GESTORES.xlsx") == true)
    #expect(gestores.first?.contains("agora tem 1, 98% a menos") == true)
    // HELENA BRITO waits for an amount, FLÁVIA for the director; the twelve that were billed do not.
    #expect(gestores.last?.contains("FLÁVIA ROCHA MELO") == true)
    #expect(gestores.last?.contains("CLEONICE LAYS TRINDADE RIBEIRO") == false)

    try workspace.write("NOME;DATA\r\nANA NOVA;\r\n", to: "a.csv")
    #expect(try sumicos("--acompanhamento", "a.csv").count == 2)
    try workspace.write("Nome Mutuário;Data de Assinatura\r\nANA NOVA;\r\n", to: "e.csv")
    #expect(try sumicos("--epr", "e.csv").count == 1)
    for (option, path) in [("--gestores", Month.gestores), ("--epr", Month.epr)] {
      #expect(try sumicos(option, path) == [], "the same file")
    }
  }

  /// Not the whole file, only one client who is to be billed.
  @Test func oneOpenClientWhoVanishedIsAFinding() throws {
    _ = try month.base()
    _ = try month.controle()
    let sheet = try workspace.run("planilha", "exportar", Month.gestores, "--formato", "csv").output
    let rows = sheet.components(separatedBy: "\r\n")
    func without(_ name: String) throws -> Outcome {
      let left = rows.filter { !$0.contains(name) }
      try #require(left.count < rows.count)
      try workspace.write(left.joined(separator: "\r\n"), to: "g.csv")
      return try conferir("--gestores", "g.csv")
    }
    let open = try without("HELENA BRITO")
    #expect(open.output.contains("1 cliente em aberto sumiu desde COMISSÕES_GESTORES.xlsx"))
    #expect(!open.output.contains("registros em COMISSÕES_GESTORES.xlsx"))
    // Of one who is not in the base nothing is expected.
    #expect(!(try without("CLÁUDIO SOBRINHO").output.contains("em aberto sumiu")))
  }

  @Test func whatTheRulesWillMakeOfARowIsToldToo() throws {
    try workspace.write(
      "NOME DO CLIENTE;FORMA;STATUS;COMISSÃO\r\nANA;FIN;;-5,00\r\nBIA;FIADO;;10\r\n"
        + "CAIO;FIN;;\r\nDUDA;FIADO;DISTRATO;1\r\nEVA;QUITADO;;1\r\nEVA;FIN;;\r\nGIL;FIN;;x\r\n",
      to: "g.csv")
    let outcome = try conferir("--gestores", "g.csv")
    #expect(outcome.status == 1)
    let told = outcome.output.split(separator: "\n").compactMap { line -> String? in
      let cell = line.trimmingCharacters(in: .whitespaces).prefix { $0 != ":" }
      return cell.count == 2 ? String(cell) : nil
    }
    // The discharged DUDA and EVA's second row do not count; GIL's cell is told once.
    #expect(told == ["D2", "B3", "D4", "B6", "A7", "D8"])
    #expect(outcome.output.contains("BIA vai ficar como Requer análise (alerta 9)"))
    #expect(outcome.output.contains("CAIO está como Financiado e não tem COMISSÃO"))
    #expect(outcome.output.contains("o valor de COMISSÃO é negativo"))
  }

  @Test func oneUnreadableFileIsAFindingAllOfThemAreNot() throws {
    let outcome = try conferir("--gestores", Month.gestores, "--epr", "nada.xls")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("EPR: nada.xls\n  o arquivo não existe"))
    let nenhuma = try conferir("--gestores", "nada.xlsx", "--epr", "nada.xls")
    #expect(nenhuma.status == 66)
    #expect(nenhuma.complaints.contains("nada.xlsx") && nenhuma.complaints.contains("nada.xls:"))
    let pdf = try conferir("--epr", Fixture.path("erros/planilhas/documento/documento.pdf"))
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
    #expect(
      text == "B60,B69,B70,I18,I19,I20,I21,I22,I31,J15,J17,J8,K33 Problema True 10385 337.3305\n")
  }

  @Test func theCopyHasTheOtherSheetsToo() throws {
    _ = try conferir("--acompanhamento", Month.acompanhamento, "--anotar", "x")
    let path = "x/ACOMPANHAMENTO_SKILL_2025.xlsx"
    let copy = try openWorkbook(ByteSource(try workspace.bytes(path)))
    #expect(
      copy.sheets.map(\.name) == ["LANÇAMENTOS 2024", "ACOMPANHAMENTO 2025", "Problemas"])
    #expect(copy.sheets.map(\.visibility) == [.hidden, .visible, .visible])
    func hidden(_ path: String) throws -> JSONValue? {
      try workspace.run("planilha", "exportar", path, "--formato", "json").document()["abas"]?
        .elements.first?["celulas"]
    }
    #expect(try hidden(workspace.file(path)) == hidden(Month.acompanhamento))
    // Looked at again it has one list of problems, not two.
    #expect(try conferir("--acompanhamento", path, "--anotar", "y").status == 1)
    let again = try openWorkbook(
      ByteSource(try workspace.bytes("y/ACOMPANHAMENTO_SKILL_2025.xlsx")))
    #expect(again.sheets.map(\.name) == copy.sheets.map(\.name))
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
