import ComissoesCLI
import Foundation
import JSONDocuments
import Relatorios
import Spreadsheets
import TestSupport
import Testing

/// The working list of alerts: written, filled in by other programs, read back.
@Suite struct AlertSheetTests {
  private let month: AlertSession
  private let workspace: Workspace

  init() throws {
    month = try AlertSession()
    workspace = try Workspace()
  }

  private func export(_ words: String...) -> Session.Outcome {
    month.session.run(
      ["alertas", "--formato", "xlsx", "--saida", workspace.file("a.xlsx")] + words)
  }

  private func read(_ words: String...) -> Session.Outcome {
    month.session.run(["alertas", "importar"] + words)
  }

  private static func filled(_ name: String) -> String { Fixture.path("planilhas/listas/\(name)") }

  /// The list of the fixtures as separated text, with some cells changed.
  private func changed(_ changes: [(String, String)]) throws -> String {
    var text = try String(
      decoding: Fixture.bytes("planilhas/listas/libreoffice.csv"), as: UTF8.self)
    for (from, to) in changes {
      #expect(text.contains(from))
      text.replace(from, with: to)
    }
    try workspace.write(text, to: "lista.csv")
    return workspace.file("lista.csv")
  }

  @Test("The list has a row for each alert, read back as it was written")
  func written() throws {
    let outcome = export()
    #expect(outcome.code == .done)
    #expect(outcome.output.hasPrefix("29 alertas em \(workspace.file("a.xlsx")). "))
    let list = try #require(
      try ListaPreenchida(openWorkbook(ByteSource(path: workspace.file("a.xlsx")))))
    #expect(try list.linhas.map(\.numero.texto) == month.ids())
    #expect(list.linhas.allSatisfy { $0.decisao.texto.isEmpty && $0.marca.texto.hasPrefix("v1-") })
    #expect(Set(list.linhas.map(\.marca.texto)).count == 29)
    #expect(list.linhas.first?.numero.celula == "A6")
  }

  @Test(
    "Filled in by another program it is read back, in one operation that can be undone",
    arguments: [
      "openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.xls", "libreoffice.csv",
    ])
  func filledIn(name: String) throws {
    let before = try month.base()
    let dry = read(Self.filled(name), "--dry-run")
    #expect(dry.code == .done, "\(dry.errors)")
    #expect(try month.base() == before)
    let outcome = read(Self.filled(name), "--sim")
    #expect(outcome.code == .done)
    #expect(outcome.output.hasPrefix(dry.output.replacing("Nada foi gravado.\n", with: "")))
    #expect(try month.ids("--status", "resolvido") == ["2510-27", "2510-3"])
    #expect(try month.ids("--status", "falso_positivo") == ["2510-20"])
    #expect(month.run("mostrar", "27").output.contains("resolvido: recebido em setembro, por rosa"))
    #expect(try month.operations() == 3)
    // A later controle does not open what was decided.
    month.controle()
    #expect(try month.ids().count == 26)
    #expect(month.session.run(["desfazer"]).code == .done)
    #expect(month.session.run(["desfazer"]).code == .done)
    #expect(try month.base() == before)
  }

  @Test("Rows that have become stale are refused, and nothing is done")
  func stale() throws {
    #expect(month.run("resolver", "20", "--motivo", "x").code == .done)
    let before = try month.base()
    let outcome = read(Self.filled("openpyxl.xlsx"), "--sim")
    #expect(outcome.code == .badData)
    #expect(
      outcome.errors.hasPrefix(
        "Erro: openpyxl.xlsx, aba \"Alertas\", A30: o alerta 2510-20 já está encerrado desde a"
          + " operação 3 (resolvido: x). Corrija a lista e importe de novo; nada foi mudado.\n"))
    #expect(try month.base() == before)
  }

  @Test("A list worked off in portions was refused for the rows that it had done before")
  func portions() throws {
    #expect(read(Self.filled("libreoffice.csv"), "--sim").code == .done)
    let again = read(Self.filled("libreoffice.csv"), "--sim")
    #expect(again.code == .done, "\(again.errors)")
    #expect(
      again.output
        == "Nenhum alerta a mudar.\n3 linhas da lista já estavam decididas assim.\n"
        + "\nNada foi gravado.\n")
    #expect(try month.operations() == 3)
    let more = try changed([
      (",pendente,,,v1-ab049c1e0fb0a232", ",pendente,resolvido,por PIX,v1-ab049c1e0fb0a232")
    ])
    let next = read(more, "--sim", "--formato", "json")
    #expect(next.code == .done, "\(next.errors)")
    #expect(
      try decodeJSON(JSONValue.self, from: [UInt8](next.output.utf8))["ja_decididas"] == .number(3))
    #expect(
      try month.ids("--status", "resolvido").sorted() == ["2510-27", "2510-3", "2510-9"])
    let other = read(try changed([("não é desta diretoria", "é de outra")]), "--sim")
    #expect(other.code == .badData)
    #expect(
      other.errors.contains(
        "o alerta 2510-3 já está encerrado desde a operação 3 (resolvido: não é desta diretoria)"))
    #expect(other.errors.split(separator: "\n").count == 1)
  }

  @Test("A stale list was refused with a line for each of its rows")
  func manyConflicts() throws {
    let filled = try changed([(",pendente,,,v1-", ",pendente,resolvido,visto,v1-")])
    #expect(month.run("resolver", "--todos", "--motivo", "x", "--sim").code == .done)
    let outcome = read(filled, "--sim")
    #expect(outcome.code == .badData)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[5].contains("e mais 24 linhas de alertas que mudaram ou já estão encerrados"))
    #expect(lines[5].hasSuffix("Corrija a lista e importe de novo; nada foi mudado."))
  }

  @Test("All that is wrong with a list is told at once, by cell")
  func problems() throws {
    // An alert that has changed; no reason; an unknown number; an unknown word; the same twice.
    let other = try changed([
      ("recebido em  setembro", ""), ("2510-20,", "2510-99,"),
      ("resolvido,não é desta diretoria", "talvez,não é desta diretoria"),
    ])
    let outcome = read(other, "--sim")
    #expect(outcome.code == .badData)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].contains("K20: falta o motivo da decisão"))
    #expect(lines[1].contains("J24: \"talvez\" não é uma decisão: escolha resolvido ou falso pos"))
    #expect(lines[2].contains("A30: não há este alerta (\"2510-99\")"))
    let stale = read(try changed([("v1-", "v1-0")]), "--sim")
    #expect(stale.errors.split(separator: "\n").count == 3)
    #expect(stale.errors.contains("A24: o alerta 2510-3 mudou depois que a lista foi feita"))
    let twice = read(
      try changed([
        ("2510-3,", "2510-20,"), ("CLÁUDIO SOBRINHO", "MARCOS VINÍCIUS TOSTA"),
      ]), "--sim")
    #expect(twice.code == .badData)
    #expect(try month.operations() == 2)
  }

  @Test("The same alert decided in two rows is refused")
  func doubled() throws {
    let text = try String(
      decoding: Fixture.bytes("planilhas/listas/libreoffice.csv"), as: UTF8.self)
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("2510-3,") })
    try workspace.write(text + row + "\n", to: "lista.csv")
    let outcome = read(workspace.file("lista.csv"), "--sim")
    #expect(outcome.code == .badData)
    #expect(outcome.errors.contains("o alerta 2510-3 já está decidido em A24"))
  }

  @Test("A reason without a decision is told, and left out")
  func forgotten() throws {
    let outcome = read(
      try changed([("resolvido,não é desta diretoria", ",não é desta diretoria")]), "--sim")
    #expect(outcome.code == .done)
    #expect(
      outcome.errors.contains("J24: há um motivo, mas nenhuma decisão; a linha ficou de fora"))
    #expect(try month.ids("--status", "resolvido") == ["2510-27"])
  }

  @Test("A workbook that is no list is refused, and so is no file")
  func noList() {
    #expect(read(Fixture.path("planilhas/mes/EPR_03-11-25.xls"), "--sim").code == .badData)
    #expect(read("nada.xlsx", "--sim").code == .noInput)
    #expect(read("nada.xlsx").code == .noInput, "before it matters that nobody can be asked")
  }

  @Test("Somebody is asked before a list is done; where nobody sits it needs a word on the line")
  func asked() throws {
    #expect(read(Self.filled("openpyxl.xlsx")).code == .usage)
    let no = month.session.run(["alertas", "importar", Self.filled("openpyxl.xlsx")]) { question in
      #expect(question == "Mudar 3 alertas?")
      return false
    }
    #expect(no.code == .done)
    #expect(try month.operations() == 2)
  }

  @Test("Only another list is written over, and none that still has something to be read back")
  func overwriting() throws {
    try workspace.write("x", to: "a.xlsx")
    let refused = export()
    #expect(refused.code == .cannotWrite)
    #expect(refused.errors.contains("já existe e não é uma lista de alertas"))
    try workspace.remove("a.xlsx")
    #expect(export().code == .done)
    #expect(export("--tipo", "2").code == .done)

    try workspace.write(Fixture.bytes("planilhas/listas/openpyxl.xlsx"), to: "a.xlsx")
    let filled = export()
    #expect(filled.code == .cannotWrite)
    #expect(filled.errors.contains("tem 3 decisões que ainda não foram importadas"))
    #expect(read(workspace.file("a.xlsx"), "--sim").code == .done)
    #expect(export().code == .done)

    try workspace.write("", to: "~$a.xlsx")
    #expect(export().errors.contains("está aberta no Excel"))
    let kept = "\(month.session.folder)/relatorios/a.xlsx"
    #expect(
      month.session.run(["alertas", "--formato", "xlsx", "--saida", kept]).code == .cannotWrite)
    #expect(month.session.run(["alertas", "--formato", "xlsx", "--saida", "a.xls"]).code == .usage)
  }
}
