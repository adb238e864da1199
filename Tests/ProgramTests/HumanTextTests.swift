import ComissoesCLI
import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

/// What people read: days, months and words as they write them.
@Suite struct HumanTextTests {
  private static let tables: [[String]] = [
    ["base", "listar"], ["base", "mostrar"], ["relatorio", "listar"],
    ["relatorio", "mostrar", "1"],
    ["historico", "listar"], ["historico", "mostrar", "1"], ["historico", "mostrar", "2"],
    ["historico", "mostrar", "3"], ["historico", "mostrar", "4"], ["historico", "mostrar", "5"],
    ["auditoria", "listar"], ["desfazer", "--dry-run"],
  ]

  @Test("No table for people has days as 2025-11-03 or words as clientes_atualizados")
  func machineTextInTables() throws {
    let month = try Month()
    _ = try month.close()
    _ = try month.workspace.run("cliente", "liberar", "cleonice", "--motivo", "segundo contrato")
    _ = try month.workspace.run("desfazer")
    for words in Self.tables {
      let outcome = try month.workspace.run(words)
      #expect(outcome.status == 0)
      // The names of files stay what they are.
      let text = outcome.output.replacing("2025-10-recebimentos-0001.xlsx", with: "")
        .replacing(#/\S+\.(xlsx|xls)/#, with: "")
      #expect(text.firstMatch(of: #/\d{4}-\d\d/#) == nil, "\(words)")
      #expect(text.firstMatch(of: #/[a-z]_[a-z]/#) == nil, "\(words)")
    }
  }

  @Test("An operation tells the alerts that it raised, as numbers, types and clients")
  func alertsOfAnOperationWereNotListed() throws {
    let month = try Month()
    let run = try month.close().controle
    _ = try month.controle()
    func shown(_ number: String) throws -> [JSONValue]? {
      try month.workspace.run("historico", "mostrar", number, "--formato", "json").document()[
        "alertas"]?.array
    }
    let raised = try #require(try shown("2"))
    let wanted = try #require(run["alertas"]?.array)
    #expect(raised.count == wanted.count)
    for alert in wanted {
      #expect(
        raised.contains { one in
          ["numero", "tipo", "cliente", "planilha"].allSatisfy { one[$0] == alert[$0] }
        })
    }
    #expect(try shown("4") == [], "the second run has found nothing new")
    let text = try month.workspace.run("historico", "mostrar", "2").output
    #expect(text.contains("\(wanted.count) alertas novos"))
    #expect(text.contains("forma desconhecida"))
  }

  @Test("Where nothing was done yet, nobody is told of a filter")
  func emptyLogWasToldToBeFiltered() throws {
    let session = Session()
    try FileManager.default.createDirectory(
      atPath: session.folder, withIntermediateDirectories: true)
    #expect(!session.run(["auditoria", "listar"]).output.contains("filtro"))
    #expect(session.run(["historico", "listar"]).output.contains("Nenhuma operação ainda"))
    #expect(
      session.run(["historico", "listar", "--mes", "2025-10"]).output.contains("Outubro/2025"))

    #expect(
      session.run([
        "base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento,
      ]).code == .done)
    #expect(session.run(["auditoria", "listar", "--cliente", "xyz"]).output.contains("filtro"))
  }

  @Test("A report cannot be asked for under the name of something else", arguments: ["x.pdf", "x"])
  func saidaWithAnotherSuffix(name: String) throws {
    let session = Session()
    for words in [
      ["recebimentos", "--epr", Month.epr, "--saida", name],
      ["relatorio", "reemitir", "1", "--saida", name],
    ] {
      let outcome = session.run(words)
      #expect(outcome.code == .usage)
      #expect(outcome.errors.contains("termine em .xlsx"))
    }
    #expect(
      session.run(["relatorio", "reemitir", "1", "--saida", "X.XLSX"]).code == .noInput)
  }

  @Test("The history told the hour of London, and the day of the bill that of here")
  func localTime() throws {
    let month = try Month()
    // 01:05 of the 4th in UTC.
    let late = ["SOURCE_DATE_EPOCH": "1762218311", "TZ": "BRT+3"]
    for words in [
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento],
      ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay],
      ["recebimentos", "--epr", Month.epr],
    ] {
      #expect(try month.workspace.run(words, environment: late).status == 0)
    }
    for words in [
      ["historico", "listar"], ["historico", "mostrar", "3"], ["desfazer", "--dry-run"],
      ["auditoria", "listar", "--cliente", "cleonice"], ["cliente", "mostrar", "cleonice"],
    ] {
      let told = try month.workspace.run(words, environment: late).output
      #expect(told.contains("03/11/2025 22:05"), "\(words): \(told)")
      #expect(!told.contains("UTC") && !told.contains("04/11/2025"), "\(words): \(told)")
    }
    func since(_ day: String) throws -> String {
      try month.workspace.run(["auditoria", "listar", "--desde", day], environment: late).output
    }
    #expect(try since("2025-11-04").contains("Nenhum registro"))
    #expect(try since("2025-11-03").contains("CLEONICE"))
    let json = try month.workspace.run(
      ["historico", "listar", "--formato", "json"], environment: late)
    #expect(json.output.contains("2025-11-04T01:05:11Z"))
  }

  @Test("Who was billed was still told to wait for the signature")
  func billedAndWaiting() throws {
    let month = try Month()
    _ = try month.close()
    let line = try month.workspace.run("base", "mostrar", "--nome", "cleonice").output
    #expect(line.contains("Faturado no relatório nº 1") && !line.contains("Aguardando assinatura"))
    let waiting = try month.workspace.run("base", "mostrar", "--status", "financiado").output
    #expect(waiting.contains("Aguardando assinatura (EPR) para faturamento"))
    let document = try month.run(
      "base", "mostrar", "--nome", "cleonice", "--formato", "json")
    #expect(
      document["clientes"]?.texts("observacao") == ["Aguardando assinatura (EPR) para faturamento"])
    let exported = try month.workspace.run(
      "base", "exportar", "--formato", "xlsx", "--saida", "BASE.xlsx")
    #expect(exported.status == 0, "\(exported.complaints)")
    let cells = try month.workspace.run("planilha", "exportar", "BASE.xlsx", "--aba", "Base").output
    #expect(
      cells.split(separator: "\n").contains {
        $0.contains("CLEONICE") && $0.contains("Faturado no relatório nº 1")
      })
  }
}
