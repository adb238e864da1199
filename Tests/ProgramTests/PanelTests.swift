import ComissoesCLI
import Dominio
import DurableFiles
import FoundationEssentials
import Glibc
import JSONDocuments
import TestSupport
import Testing

/// `painel`, held against what the other commands say of the same month.
@Suite struct PanelTests {
  private let month: Month

  init() throws { month = try Month() }

  /// October, closed after a September that was only crossed.
  private func close() throws {
    for mes in ["2025-09", "2025-10"] {
      #expect(try month.base(mes).status == 0)
      #expect(try month.controle().status == 0)
    }
    #expect(try month.recebimentos().status == 0)
  }

  private func page(_ name: String = "painel.html") throws -> MarkupTree {
    try #require(MarkupTree(try month.workspace.bytes(name)))
  }

  private func reais(_ value: JSONValue?) throws -> String {
    let text = try #require(value?.string)
    return try #require(Dinheiro(text)).emReais()
  }

  @Test func figuresAreThoseOfTheOtherCommands() throws {
    try close()
    let painel = try month.run("painel", "--formato", "json")
    let base = try month.run("base", "mostrar", "--formato", "json")
    #expect(painel["totais"] == base["totais"])
    #expect(painel["ponte"] == (try month.run("ponte", "--formato", "json")))

    let clientes = base["clientes"]?.elements ?? []
    for parte in painel["por_status"]?.elements ?? [] {
      let valores = clientes.filter { $0["status"] == parte["status"] }
        .compactMap { $0["valor_comissao"]?.string }.compactMap(Dinheiro.init)
      #expect(parte["valor"]?.string == valores.map(\.arredondado).soma.texto)
      let status = try #require(parte["status"]?.string)
      #expect(parte["clientes"] == base["totais"]?["por_status"]?[status])
    }

    let recebimentos = try month.run(
      "recebimentos", "--epr", Month.epr, "--dry-run", "--formato", "json")
    let aguardando = recebimentos["aguardando_assinatura"]?.elements ?? []
    #expect(painel["aguardando_assinatura"]?["clientes"]?.integer == aguardando.count)
    let espera = aguardando.compactMap { $0["valor"]?.string }.compactMap(Dinheiro.init)
    #expect(
      painel["aguardando_assinatura"]?["valor"]?.string == espera.map(\.arredondado).soma.texto)
    let recebiveis = painel["recebiveis"]?.elements ?? []
    for (situacao, lista) in [
      ("aguardando_assinatura", "aguardando_assinatura"), ("sem_valor", "sem_valor"),
      ("assinado", "a_receber"),
    ] {
      let nomes = recebiveis.filter { $0["situacao"]?.string == situacao }
        .compactMap { $0["nome"]?.string }
      #expect(nomes == recebimentos[lista]?.texts("nome"), "\(situacao)")
    }

    let relatorio = try month.run("relatorio", "mostrar", "1", "--formato", "json")
    let faturados = recebiveis.filter { $0["situacao"]?.string == "faturado" }
    #expect(
      faturados.compactMap { $0["nome"] } == relatorio["faturados"]?.elements.map { $0["nome"] })
    #expect(
      faturados.compactMap { $0["valor"] } == relatorio["faturados"]?.elements.map { $0["valor"] })

    for grupo in painel["alertas"]?.elements ?? [] {
      let comando = try #require(grupo["comando"]?.string).split(separator: " ").map(String.init)
      let lista = try month.workspace.run(comando.dropFirst() + ["--formato", "json"]).document()
      #expect(lista["alertas"]?.elements.count == grupo["alertas"]?.integer)
    }
    let todos = try month.run("alertas", "--formato", "json")["alertas"]?.elements.count
    let somados = painel["alertas"]?.elements.compactMap { $0["alertas"]?.integer }.reduce(0, +)
    #expect(todos == somados)
  }

  @Test func thePageSaysWhatTheDocumentSays() throws {
    try close()
    let painel = try month.run("painel", "--formato", "json")
    let page = try page()
    let resumo = try #require(page.element(id: "resumo")).text
    for figure in [
      try reais(painel["totais"]?["a_receber"]), try reais(painel["totais"]?["faturado"]),
      try reais(painel["aguardando_assinatura"]?["valor"]),
    ] { #expect(resumo.contains(figure)) }

    let status = try #require(page.element(id: "status")).cells.dropFirst().dropLast()
    for (row, parte) in zip(status, painel["por_status"]?.elements ?? []) {
      #expect(row.last == (try reais(parte["valor"])))
    }
    let lista = try #require(page.element(id: "lista")).cells
    let recebiveis = painel["recebiveis"]?.elements ?? []
    #expect(lista.count == recebiveis.count + 3)
    for (row, item) in zip(lista.dropFirst(), recebiveis) {
      #expect(row.first == item["nome"]?.string)
      #expect(row.last == (item["valor"]?.string == nil ? "sem valor" : try reais(item["valor"])))
    }
    #expect(lista.dropLast().last?.last == (try reais(painel["totais"]?["faturado"])))
    #expect(lista.last?.last == (try reais(painel["totais"]?["a_receber"])))

    let ponte = try #require(page.element(id: "ponte")).cells
    let linhas = painel["ponte"]?["a_receber"]?["linhas"]?.elements ?? []
    for (row, linha) in zip(ponte.dropFirst(2), linhas) {
      #expect(row.last == (try reais(linha["valor"])))
    }
    #expect(
      ponte[linhas.count + 2].last == (try reais(painel["ponte"]?["a_receber"]?["final"]?["valor"]))
    )
  }

  @Test func theSamePageTwiceAndNothingElseIsTouched() throws {
    try close()
    let antes = try month.workspace.tree().filter { $0.key.hasPrefix("dados/") }
    let outcome = try month.workspace.run("painel")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("\nPágina gravada em painel.html. Abra-a no navegador.\n"))
    let primeira = try month.workspace.bytes("painel.html")
    #expect(try month.workspace.run("painel").status == 0)
    #expect(try month.workspace.bytes("painel.html") == primeira)
    #expect(try month.workspace.tree().filter { $0.key.hasPrefix("dados/") } == antes)
  }

  @Test func anotherFileIsNotWrittenOver() throws {
    #expect(try month.base().status == 0)
    try month.workspace.write("<!DOCTYPE html>\n<p>outra</p>", to: "outra.html")
    try month.workspace.write("", to: "nada.html")
    for name in ["outra.html", "nada.html", "dados/painel.html"] {
      let before = try? month.workspace.bytes(name)
      let outcome = try month.workspace.run("painel", "--saida", name)
      #expect(outcome.status == 73, "\(name)")
      #expect((try? month.workspace.bytes(name)) == before)
    }
    #expect(try month.workspace.run("painel", "--saida", "falta/painel.html").status == 73)
    #expect(try month.workspace.run("painel", "--saida", "painel.xlsx").status == 64)
  }

  @Test func withoutABaseThereIsNoPage() throws {
    let outcome = try month.workspace.run("painel")
    #expect(outcome.status == 66)
    #expect(outcome.complaints.contains("ainda não há nenhuma base"))
    #expect(try month.workspace.tree().isEmpty)
  }

  /// As `ponte` ends: whoever changes a sum in a directory without a history.
  @Test func accountsThatDoNotCloseAreSaid() throws {
    try close()
    let workspace = month.workspace
    for mes in ["2025-09", "2025-10"] {
      let file = "dados/bases/\(mes).json"
      try workspace.write(try workspace.bytes(file), to: "soltas/bases/\(mes).json")
    }
    let text = String(decoding: try workspace.bytes("soltas/bases/2025-10.json"), as: UTF8.self)
    try workspace.write(
      text.replacing("\"valor\": \"4524.77\"", with: "\"valor\": \"4524.78\""),
      to: "soltas/bases/2025-10.json")
    let outcome = try workspace.run("painel", "--dados", "soltas")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("As contas não fecham"))
    #expect(try page().text.contains("As contas não fecham."))
  }

  #if DEBUG
    @Test func aFullDiskLeavesThePageThatWas() throws {
      let session = Session()
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let saida = folder.appending(path: "painel.html").path
      let criar = ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento]
      #expect(session.run(criar).code == .done)
      let words = ["painel", "--saida", saida]
      #expect(session.run(words).code == .done)
      let before = try readFile(saida)

      let faults = SyscallFaults(.none)
      SyscallFaults.$current.withValue(faults) { #expect(session.run(words).code == .done) }
      let write = try #require(faults.calls.lastIndex(of: .write))
      let outcome = SyscallFaults.$current.withValue(
        SyscallFaults(.once(call: write, code: ENOSPC))
      ) { session.run(words) }
      #expect(outcome.code == .cannotWrite)
      #expect(outcome.errors.contains("\(saida): o disco está cheio."))
      #expect(try readFile(saida) == before)
      #expect(try listDirectory(folder.path) == ["painel.html"])
    }
  #endif
}
