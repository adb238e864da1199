import Foundation
import JSONDocuments
import TestSupport
import Testing

/// What the program does with options, configuration and streams.
@Suite struct CommandLineTests {
  @Test("The data directory: --dados over COMISSOES_DADOS over the configuration over dados")
  func dataDirectory() throws {
    let workspace = try Workspace()
    let words = ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento]
    try workspace.write(#"{"diretorio_dados": "da-configuracao"}"#, to: "casa/config.json")
    func made(_ more: [String], _ environment: [String: String] = [:]) throws -> Set<String> {
      let before = Set(try workspace.tree().keys)
      let outcome = try workspace.run(words + more, environment: environment)
      #expect(outcome.status == 0, "\(outcome.complaints)")
      return Set(try workspace.tree().keys).subtracting(before)
        .filter { $0.contains("/bases/") }
    }
    let config = ["--config", "casa/config.json"]
    let variable = ["COMISSOES_DADOS": "da-variavel"]
    #expect(
      try made(config + ["--dados", "da-linha"], variable) == ["da-linha/bases/2025-10.json"])
    #expect(try made(config, variable) == ["da-variavel/bases/2025-10.json"])
    #expect(try made(config) == ["casa/da-configuracao/bases/2025-10.json"])
    #expect(try made([]) == ["dados/bases/2025-10.json"])
    try workspace.write("{}", to: "vazia/config.json")
    #expect(
      try made(["--config", "vazia/config.json"]) == ["vazia/dados/bases/2025-10.json"])
  }

  @Test("The four files may come from the configuration")
  func filesFromConfiguration() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      {"planilhas": {"acompanhamento": "\(Month.acompanhamento)", "gestores": "\(Month.gestores)",
        "webopay": "\(Month.webopay)", "epr": "\(Month.epr)"}}
      """, to: "config.json")
    #expect(try workspace.run("base", "criar", "--mes", "10/2025").status == 0)
    #expect(try workspace.run("controle").status == 0)
    let lists = try workspace.run("recebimentos", "--formato", "json").document()
    #expect(lists["totais"]?["clientes_a_receber"] == .number(12))
  }

  @Test("A FORMA of the configuration is known")
  func configuredForma() throws {
    let month = try Month()
    try month.workspace.write(
      #"{"mapeamento_forma": {"Quitado": "FINANCIADO"}, "chave_nova": 1}"#, to: "config.json")
    _ = try month.base()
    let outcome = try month.controle("--formato", "json")
    #expect(outcome.complaints.contains("chave_nova"))
    let document = try outcome.document()
    let maria = document["clientes"]?.element("nome", "MARIA DA SILVA")
    #expect(maria?["status"] == .string("FINANCIADO"))
    #expect(maria?["fonte"] == .string("Gestores (Financiado)"))
  }

  @Test("Filters of base mostrar")
  func filters() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    func names(_ words: String...) throws -> [String] {
      try month.workspace.run(["base", "mostrar", "--formato", "json"] + words).document()[
        "clientes"]?.texts("nome") ?? []
    }
    #expect(try names("--status", "desistiu").count == 3)
    #expect(try names("--status", "requer_analise", "--nome", "silva") == ["MARIA DA SILVA"])
    #expect(try names("--nome", "joao pedro") == ["JOAO PEDRO MACIEL", "JOÃO PEDRO MACIEL"])
    #expect(try names("--nome", "zzz") == [])
  }

  @Test("Files are private to their owner", arguments: ["0000", "0022", "0777"])
  func modes(umask: String) throws {
    let month = try Month()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "umask \(umask) && exec \"$@\"", "sh", Workspace.program, "base", "criar", "--mes",
      "2025-10", "--acompanhamento", Month.acompanhamento,
    ]
    process.currentDirectoryURL = URL(filePath: month.workspace.path)
    process.environment = Workspace.environment
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    func mode(_ name: String) throws -> Int {
      try #require(
        FileManager.default.attributesOfItem(atPath: month.workspace.file(name))[.posixPermissions]
          as? Int)
    }
    #expect(try mode("dados") == 0o700)
    #expect(try mode("dados/bases") == 0o700)
    #expect(try mode("dados/bases/2025-10.json") == 0o600)
  }

  @Test("Another process that is writing is told; who only reads does not wait")
  func busy() throws {
    let month = try Month()
    _ = try month.base()
    func status(_ words: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", "flock dados/.trava \"$@\" \(words)", "sh", Workspace.program,
      ]
      process.currentDirectoryURL = URL(filePath: month.workspace.path)
      process.environment = Workspace.environment
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try status("recebimentos --epr '\(Month.epr)'") == 75)
    #expect(try status("recebimentos --epr '\(Month.epr)' --dry-run") == 0)
    #expect(try status("base mostrar") == 0)
  }

  @Test("Help and version go to stdout; a group without a command is an error")
  func helpAndVersion() throws {
    let workspace = try Workspace()
    for words in [
      ["--ajuda"], ["--help"], ["-h"], ["controle", "--ajuda"], ["ajuda", "controle"],
    ] {
      let outcome = try workspace.run(words)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USO: comissoes"))
      #expect(outcome.complaints.isEmpty)
    }
    let version = try workspace.run("--versao")
    // Whoever builds it without saying from what gets no commit made up.
    #expect(
      try /comissoes [0-9.]+\n(sem commit|commit [0-9a-f]{7,40}(-dirty)?)\nformato dos dados: .+\n/
        .wholeMatch(in: version.output) != nil)
    #expect(version.output.hasSuffix("base 2, estado 1, operação 1\n"))
    #expect(try workspace.run("--version").output == version.output)
    let nothing = try workspace.run("base")
    #expect(nothing.status == 64)
    #expect(nothing.output.isEmpty)
    #expect(nothing.complaints.contains("COMANDOS:"))
  }

  @Test("A reader that goes away is no error, a full disk is one")
  func streams() throws {
    let workspace = try Workspace()
    func status(_ line: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", line, "sh", Workspace.program, Month.epr]
      process.currentDirectoryURL = URL(filePath: workspace.path)
      process.environment = Workspace.environment
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    let export = #""$1" planilha exportar "$2" --formato json"#
    #expect(try status("{ \(export); echo $? >fim; } | true; sleep 0.2; exit $(cat fim)") == 0)
    #expect(try status("\(export) >/dev/full") == 74)
  }
}
