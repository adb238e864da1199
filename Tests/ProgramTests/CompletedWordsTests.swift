import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import ComissoesCLI

/// The words of the data that the program answers with when a shell asks.
@Suite struct CompletedWordsTests {
  /// A month that was closed, decided upon, and partly taken back.
  private static func session() throws -> Session {
    let session = Session()
    for words in [
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento],
      ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay],
      ["recebimentos", "--epr", Month.epr, "--data", "2025-11-03"],
      ["alertas", "resolver", "2510-9", "--motivo", "visto"],
      [
        "cliente", "decidir", "HILDA VARGAS", "--status", "pago", "--valor", "337,33",
        "--motivo", "vi o recibo",
      ],
      ["desfazer"],
    ] { try #require(session.run(words).code == .done, "\(words)") }
    return session
  }

  /// The words without their notes.
  private func offered(_ session: Session, _ line: String) -> [String] {
    let outcome = session.complete(line)
    #expect(outcome.code == .done)
    #expect(outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "\t" })
    }
  }

  @Test func `Each word is completed from where it stands`() throws {
    let session = try Self.session()
    func words(_ line: String) -> [String] { offered(session, line) }
    #expect(words("base mostrar --mes ") == ["2025-10"])
    #expect(words("auditoria listar --base ") == ["2025-10"])
    #expect(words("base criar --mes ") == ["2025-11", "2025-10"])
    #expect(words("base mostrar --status ") == palavrasDeStatus)
    #expect(words("alertas mostrar 2510-9") == ["2510-9"])
    #expect(words("alertas resolver 2510-9") == [])
    #expect(words("alertas reabrir ") == ["2510-9"])
    #expect(words("alertas resolver 2510-10 2510-10") == [])
    #expect(words("relatorio mostrar ") == ["1"])
    #expect(words("historico mostrar ") == ["6", "5", "4", "3", "2", "1"])
    #expect(words("desfazer ") == ["4", "3", "2", "1"])
    #expect(words("refazer ") == ["5"])
    #expect(words("cliente retirar-decisao ") == [])
    #expect(words("cliente liberar cleo") == ["CLEONICE LAYS TRINDADE RIBEIRO"])
    #expect(words("cliente liberar hilda") == [])
    #expect(words("cliente decidir hilda") == ["HILDA VARGAS"])
    #expect(words("cliente mostrar xenia") == ["XÊNIA LOPES"])
    #expect(words("config forma ").first == "PERMUTA C/ VEÍCULO")
    #expect(words("config forma QUITADO ").contains("FINANCIADO"))
    #expect(words("controle --gestores '\(Month.gestores)' --aba-gestores ") == ["GESTORES"])
    #expect(words("planilha mostrar '\(Month.epr)' --aba ").contains("EPR"))
    // One client of the base, then a name that is not of the base.
    let clients = Set(words("cliente vincular "))
    let others = Set(words("cliente vincular \"ANA SOUZA\" "))
    #expect(!clients.isEmpty && !others.isEmpty && clients.isDisjoint(with: others))
  }

  @Test func `Nothing is offered, and nothing said, where there is nothing`() {
    let session = Session()
    for line in ["alertas mostrar ", "cliente mostrar ", "historico mostrar ", "refazer "] {
      #expect(offered(session, line) == [])
    }
    #expect(!FileManager.default.fileExists(atPath: session.folder))
  }

  @Test func `The first month of all is the one that has ended`() throws {
    let workspace = try Workspace()
    let outcome = try workspace.run(
      ["__completar", "bash", "comissoes base criar --mes "],
      environment: ["SOURCE_DATE_EPOCH": "1762178711"])
    #expect(outcome.output == "words\n2025-10\n")
  }

  @Test(arguments: [
    "estado.json", "bases/2025-10.json", "auditoria.jsonl", "operacoes/000002.json",
  ])
  func `A damaged data directory is passed over in silence`(file: String) throws {
    let session = try Self.session()
    try Data("{\u{0}".utf8).write(to: URL(filePath: "\(session.folder)/\(file)"))
    let before = try Self.contents(of: session.folder)
    for line in [
      "base mostrar --mes ", "alertas mostrar ", "cliente mostrar ", "historico mostrar ",
      "relatorio mostrar ", "refazer ", "config forma ", "cliente vincular ",
    ] { _ = offered(session, line) }
    #expect(try Self.contents(of: session.folder) == before)
  }

  @Test func `A damaged configuration is as none`() throws {
    let workspace = try Workspace()
    try workspace.write("{", to: "config.json")
    let outcome = try workspace.run("__completar", "bash", "comissoes config forma fin")
    #expect(outcome.status == 0)
    #expect(outcome.complaints.isEmpty)
    #expect(outcome.output.hasPrefix("words\nFIN\n"))
  }

  @Test func `Whoever presses Tab is not kept waiting by a pipe that nobody writes into`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "dados/auditoria.jsonl")
    #expect(mkfifo(workspace.file("dados/estado.json"), 0o600) == 0)
    let outcome = try workspace.run("__completar", "bash", "comissoes base mostrar --mes ")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.complaints.isEmpty)
  }

  private static func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      contents[name] = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    }
    return contents
  }
}
