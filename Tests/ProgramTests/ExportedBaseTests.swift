import Dominio
import Foundation
import JSONDocuments
import Spreadsheets
import TestSupport
import Testing

/// `base exportar`, in its three forms, on the month of the fixtures.
@Suite struct ExportedBaseTests {
  private let month: Month
  private var workspace: Workspace { month.workspace }

  init() throws {
    month = try Month()
    _ = try month.close()
  }

  private func export(_ words: String...) throws -> Outcome {
    try month.workspace.run(["base", "exportar"] + words)
  }

  /// The texts of a column of the first sheet, below the header, without the total.
  private func column(_ place: Int, of file: String) throws -> [String] {
    let workbook = try openWorkbook(ByteSource(path: workspace.file(file)))
    let sheet = try #require(workbook.sheets.first)
    var texts: [String]?
    try workbook.readRows(of: sheet) { row in
      let first = row.cell(column: 0).map { row.text(of: $0) }
      if texts != nil {
        texts?.append(row.cell(column: place).map { row.text(of: $0) } ?? "")
      } else if first == "Cliente" {
        texts = []
      }
      return .proceed
    }
    return try #require(texts).dropLast()
  }

  @Test("The three forms have every client of the base, in its order")
  func sameClients() throws {
    let names = try #require(
      try workspace.run("base", "mostrar", "--formato", "json").document()["clientes"]
    ).texts("nome")
    #expect(names.count == 77)
    let document = try export("--formato", "json").document()
    #expect(try #require(document["clientes"]).texts("nome") == names)
    let csv = try export("--formato", "csv").output.components(separatedBy: "\r\n")
    #expect(csv.count == 79)
    #expect(csv[0].hasPrefix("nome,status,valor_comissao,fonte,observacao,ja_pago,"))
    #expect(csv.dropFirst().dropLast().map { $0.prefix { $0 != "," } } == names.map { $0[...] })
    let sheet = try export("--saida", workspace.file("b.xlsx"))
    #expect(sheet.status == 0, "\(sheet.complaints)")
    #expect(sheet.output == "Base Outubro/2025: 77 clientes em \(workspace.file("b.xlsx")).\n")
    // To be read, not compared: in the order of the alphabet.
    let keys = names.compactMap { ChaveDeNome(nome: $0) }
    #expect(try column(0, of: "b.xlsx") == keys.emOrdemAlfabetica { $0 }.map(\.texto))
  }

  @Test("Bills, open alerts and decisions are told of each client")
  func whatIsTold() throws {
    _ = try workspace.run(
      "cliente", "decidir", "FLÁVIA ROCHA MELO", "--status", "pago", "--valor", "1234,56",
      "--motivo", "recebida")
    let clients = try #require(try export("--formato", "json").document()["clientes"]).elements
    func client(_ name: String) -> JSONValue? { clients.first { $0["nome"]?.string == name } }
    let billed = try #require(client("CLEONICE LAYS TRINDADE RIBEIRO"))
    #expect(billed["ja_pago"] == .boolean(true))
    #expect(billed["faturamentos"]?.array?.first?["valor"]?.string == "331.48")
    #expect(billed["cadastro"]?["corretor"]?.string != nil)
    let decided = try #require(client("FLÁVIA ROCHA MELO"))
    #expect(decided["decisao"]?["motivo"]?.string == "recebida")
    #expect(decided["alertas_em_aberto"] == .number(0), "the decision has ended it")
    #expect(client("GILBERTO ANJOS")?["alertas_em_aberto"] == .number(1))

    let csv = try export("--formato", "csv").output
    #expect(csv.contains("\r\nFLÁVIA ROCHA MELO,PAGO,1234.56,Decisão manual,recebida,false,"))
    #expect(try export("--saida", workspace.file("b.xlsx")).status == 0)
    #expect(try column(9, of: "b.xlsx").contains { $0.hasPrefix("recebida (") })
  }

  @Test("A file is written for its owner alone, and nothing stands on stdout beside a document")
  func files() throws {
    for name in ["b.csv", "b.json"] {
      let outcome = try export("--saida", workspace.file(name))
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaints.hasSuffix("77 clientes em \(workspace.file(name)).\n"))
      let format = String(name.dropFirst(2))
      let written = try String(contentsOfFile: workspace.file(name), encoding: .utf8)
      #expect(written == (try export("--formato", format).output))
      let mode = try FileManager.default.attributesOfItem(atPath: workspace.file(name))
      #expect(mode[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("Only another export of the same form is written over", arguments: ["xlsx", "csv", "json"])
  func overwriting(format: String) throws {
    let name = "b.\(format)"
    try workspace.write("nome,status\n", to: name)
    let refused = try export("--saida", workspace.file(name))
    #expect(refused.status == 73)
    #expect(refused.complaints.contains("já existe e não é uma base exportada em \(format)"))
    #expect(try String(contentsOfFile: workspace.file(name), encoding: .utf8) == "nome,status\n")
    try workspace.remove(name)
    #expect(try export("--saida", workspace.file(name)).status == 0)
    #expect(try export("--saida", workspace.file(name)).status == 0)
    let data = workspace.file("dados/relatorios/b.\(format)")
    #expect(try export("--saida", data).status == 73)
  }

  @Test("A report of receivables, and a document of another command, are not written over")
  func otherFiles() throws {
    _ = try month.recebimentos("--mes", "2025-10", "--saida", workspace.file("b.xlsx"))
    #expect(try export("--saida", workspace.file("b.xlsx")).status == 73)
    try workspace.write(
      workspace.run("base", "mostrar", "--formato", "json").output, to: "b.json")
    #expect(try export("--saida", workspace.file("b.json")).status == 73)
  }

  @Test("Form and name must agree, and a workbook does not fit on a screen")
  func wrongWords() throws {
    let none = try export()
    #expect(none.status == 64)
    #expect(none.complaints.contains("uma planilha não cabe na tela"))
    #expect(try export("--formato", "xlsx").status == 64)
    let other = try export("--formato", "csv", "--saida", "b.xlsx")
    #expect(other.status == 64)
    #expect(other.complaints.contains("com '--formato csv' o nome termina em .csv"))
    #expect(try export("--saida", "b.txt").status == 64)
    #expect(try export("--formato", "tabela").status == 64)
    #expect(try export("--formato", "csv", "--mes", "2024-01").status == 66)
  }
}
