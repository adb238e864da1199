import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

/// The director sits down with the alerts of a month: everything in one go, with the real program,
/// on the committed month and, where Python can make it, on one of the real size.
@Suite struct SittingTests {
  @Test func onTheCommittedMonth() throws {
    try Sitting(Month.sheets, fill: .text).run()
  }

  @Test(.enabled(if: Python.hasOpenpyxl && Python.makesRealSize))
  func atTheRealSize() throws {
    let workspace = try Workspace()
    _ = try Python.run([Fixture.path("gerar/tamanho_real.py"), workspace.path])
    try Sitting(workspace.path, fill: .openpyxl).run()
  }
}

private final class Sitting {
  /// By which hand the exported list is filled in.
  enum Fill { case text, openpyxl }

  private let workspace: Workspace
  private let sheets: String
  private let fill: Fill
  /// The bases after each operation, from 0 on.
  private var states: [[String: [UInt8]]] = []

  init(_ sheets: String, fill: Fill) throws {
    workspace = try Workspace()
    self.sheets = sheets
    self.fill = fill
  }

  func run() throws {
    try keep()
    for month in ["2025-09", "2025-10"] {
      try step(
        "base", "criar", "--mes", month, "--acompanhamento",
        "\(sheets)/ACOMPANHAMENTO_SKILL_2025.xlsx")
      try controle(gestores: "\(sheets)/COMISSÕES_GESTORES.xlsx")
    }
    let raised = try alerts("--status", "todos")
    #expect(raised.allSatisfy { $0["status"]?.string == "pendente" })

    // Filter, and end what the filter shows.
    let strangers = try alerts("--tipo", "2").count
    #expect(strangers > 0)
    try step("alertas", "resolver", "--tipo", "2", "--todos", "--motivo", "de outra obra", "--sim")
    #expect(try alerts("--tipo", "2").isEmpty)
    let unknown = try alerts("--tipo", "9")
    try #require(unknown.count >= 2)
    try step(
      "alertas", "falso-positivo", "--tipo", "9", "--todos", "--motivo", "conhecido", "--sim")

    // Three decisions, on clients whom the spreadsheets leave open.
    let open = try document("base", "mostrar", "--status", "nulo")["clientes"]?.texts("nome") ?? []
    let decided = (unknown.dropFirst().compactMap { $0["cliente"]?.string } + open).prefix(3)
    try #require(decided.count == 3)
    for (name, status) in zip(decided, ["financiado", "desconto", "desistiu"]) {
      let value = status == "financiado" ? ["--valor", "1.234,56"] : []
      try step(
        ["cliente", "decidir", name, "--status", status, "--motivo", "combinado"] + value)
    }

    // A name of Gestores that is not in the base is one that is.
    let stranger = try #require(try alerts("--tipo", "1").first?["cliente"]?.string)
    let client = try #require(
      try document("base", "mostrar", "--status", "nulo")["clientes"]?.elements.first {
        $0["observacao"]?.string == "Cliente sem informação nas planilhas de controle"
      }?["nome"]?.string)
    try step("cliente", "vincular", stranger, client, "--motivo", "nome de casada")

    // What is left goes to Excel, and the first five come back with a decision.
    let left = try alerts().prefix(5).compactMap { $0["id"]?.string }
    try #require(left.count == 5)
    #expect(
      try workspace.run("alertas", "--formato", "xlsx", "--saida", "lista.xlsx").status == 0)
    try step("alertas", "importar", try filledIn(left), "--sim")

    // The next controle finds the sheets as they were, but for one FORMA.
    let changed = try #require(unknown.first?["cliente"]?.string)
    let before = try reasons()
    #expect(before.count { $0.value == "visto com o gestor" } == 5)
    #expect(before.count { $0.value == "de outra obra" } == strangers)
    let ended = try identities("--status", "resolvido") + identities("--status", "falso_positivo")
    #expect(ended.count == before.count)
    try controle(gestores: try gestores(withFormaOf: changed))
    let pending = Set(try identities())
    let back = ended.filter(pending.contains)
    #expect(back.count == 1 && back.first?.contains(changed) == true, "\(back)")
    let reopened = try #require(
      try alerts("--tipo", "9").first { $0["cliente"]?.string == changed })
    let reason = reopened["reabertura"]?.string ?? ""
    #expect(reason.contains("mudou no controle") && reason.contains("para FIADO"), "\(reason)")
    // Each of the others is as it was left, for the reason that was given.
    let after = try reasons()
    let gone = try #require(reopened["id"]?.string)
    #expect(before.allSatisfy { $0.key == gone || after[$0.key] == $0.value })
    #expect(!(try identities("--tipo", "1").contains("gestores_nao_base|\(stranger)|Gestores")))

    // The right file again: what came back is ended once more.
    try controle(gestores: "\(sheets)/COMISSÕES_GESTORES.xlsx")
    #expect(try reasons().filter { before.keys.contains($0.key) } == before)
    try step("desfazer", "--sim")
    #expect(states.last == states.dropLast(2).last)
    states.removeLast(2)

    let clients = try document("base", "mostrar")["clientes"]?.elements ?? []
    for name in decided {
      let client = clients.first { $0["nome"]?.string == name }
      #expect(client?["fonte"]?.string == "Decisão manual")
    }

    // What was decided is in the bridge, and it ends in zero all the same.
    let ponte = try document("ponte", "--de", "2025-09", "--para", "2025-10")
    #expect(ponte["fecha"] == .boolean(true))
    let line = ponte["a_receber"]?["linhas"]?.elements.first {
      $0["nomes"]?.elements.compactMap(\.string) == [decided.first]
    }
    #expect(line?["para"]?.string == "FINANCIADO" && line?["valor"]?.string == "1234.56")
    let bridge = try workspace.run("ponte", "--de", "2025-09", "--para", "2025-10")
    #expect(bridge.status == 0)
    #expect(bridge.output.contains("Diferença não explicada: R$ 0,00"))

    // All of it back, byte for byte, to where nothing was.
    #expect(states.first?.isEmpty == true)
    for state in states.dropLast().reversed() {
      #expect(try workspace.run("desfazer", "--sim").status == 0)
      #expect(try bases() == state)
    }
    #expect(try workspace.run("dados", "verificar").status == 0)
  }

  private func controle(gestores: String) throws {
    try step(
      "controle", "--gestores", gestores, "--webopay",
      "\(sheets)/relatorio-comissoes_WebroPay.xlsx")
  }

  /// A command that must succeed, and is one operation.
  private func step(_ words: String...) throws { try step(words) }

  private func step(_ words: [String]) throws {
    let outcome = try workspace.run(words)
    try #require(outcome.status == 0, "\(words): \(outcome.complaints)")
    try keep()
  }

  private func keep() throws { states.append(try bases()) }

  private func bases() throws -> [String: [UInt8]] {
    try workspace.tree().filter { $0.key.hasPrefix("dados/bases/") }
  }

  private func document(_ words: String...) throws -> JSONValue {
    let outcome = try workspace.run(words + ["--formato", "json"])
    #expect(outcome.status == 0, "\(words): \(outcome.complaints)")
    return try outcome.document()
  }

  private func alerts(_ words: String...) throws -> [JSONValue] {
    let outcome = try workspace.run(["alertas", "listar"] + words + ["--formato", "json"])
    return try outcome.document()["alertas"]?.elements ?? []
  }

  private func identities(_ words: String...) throws -> [String] {
    let outcome = try workspace.run(["alertas", "listar"] + words + ["--formato", "json"])
    return (try outcome.document()["alertas"]?.elements ?? []).map { alert in
      ["tipo", "cliente", "planilha"].map { alert[$0]?.string ?? "" }.joined(separator: "|")
    }
  }

  /// Why each alert ended that has, by its number.
  private func reasons() throws -> [String: String] {
    let all = try alerts("--status", "todos")
    return Dictionary(
      all.compactMap { alert in
        guard let id = alert["id"]?.string, let reason = alert["desfecho"]?["motivo"]?.string
        else { return nil }
        return (id, reason)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The list with a decision and a reason in the rows of these alerts.
  private func filledIn(_ ids: [String]) throws -> String {
    switch fill {
    case .openpyxl:
      let script = """
        import openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book.worksheets[0]
        rows = list(sheet.iter_rows())
        head = next(row for row in rows if any(c.value == "Decisão" for c in row))
        column = {c.value: c.column for c in head if c.value}
        for row in rows:
          if str(row[0].value) in sys.argv[2:]:
            sheet.cell(row[0].row, column["Decisão"], "resolvido")
            sheet.cell(row[0].row, column["Motivo"], "visto com o gestor")
        book.save(sys.argv[1])
        """
      _ = try Python.run(["-c", script, workspace.file("lista.xlsx")] + ids)
      return "lista.xlsx"
    case .text:
      let table = try csv("lista.xlsx")
      let head = try #require(table.firstIndex { $0.contains("Decisão") })
      let decision = try #require(table[head].firstIndex(of: "Decisão"))
      let reason = try #require(table[head].firstIndex(of: "Motivo"))
      let filled = table.map { row in
        guard let id = row.first, ids.contains(id) else { return row }
        var row = row
        row[decision] = "resolvido"
        row[reason] = "visto com o gestor"
        return row
      }
      try workspace.write(text(filled), to: "lista.csv")
      return "lista.csv"
    }
  }

  /// Gestores as it was, but for what stands as FORMA of one client.
  private func gestores(withFormaOf name: String) throws -> String {
    let table = try csv("\(sheets)/COMISSÕES_GESTORES.xlsx")
    let head = try #require(table.first { $0.contains("NOME DO CLIENTE") })
    let client = try #require(head.firstIndex(of: "NOME DO CLIENTE"))
    let forma = try #require(head.firstIndex(of: "FORMA"))
    let changed = table.map { row in
      guard row.indices.contains(forma), row[client] == name else { return row }
      var row = row
      row[forma] = "FIADO"
      return row
    }
    #expect(changed != table)
    try workspace.write(text(changed), to: "gestores.csv")
    return "gestores.csv"
  }

  private func csv(_ path: String) throws -> [[String]] {
    let outcome = try workspace.run("planilha", "exportar", path, "--formato", "json")
    let sheet = try #require(
      try outcome.document()["abas"]?.elements.first { !($0["celulas"]?.elements ?? []).isEmpty })
    var table: [[String]] = []
    for cell in sheet["celulas"]?.elements ?? [] {
      let place = cell.elements
      guard place.count == 4, let row = place[0].integer, let column = place[1].integer else {
        continue
      }
      while table.count <= row { table.append([]) }
      while table[row].count <= column { table[row].append("") }
      let text = place[3].string ?? ""
      // With a point, three decimals would read as thousands.
      table[row][column] = place[2].string == "n" ? text.replacing(".", with: ",") : text
    }
    let width = table.reduce(0) { max($0, $1.count) }
    return table.map { $0 + Array(repeating: "", count: width - $0.count) }
  }

  private func text(_ table: [[String]]) -> String {
    table.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";") + "\n"
    }.joined()
  }
}
