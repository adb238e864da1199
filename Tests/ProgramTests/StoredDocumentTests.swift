import ComissoesCLI
import Dados
import Dominio
import DurableFiles
import FoundationEssentials
import JSONDocuments
import TestSupport
import Testing

/// What Docs/regras.md says of the data directory and of the JSON documents, held against a month
/// that is really closed.
@Suite struct StoredDocumentTests {
  let rules: MarkdownDocument

  init() throws { rules = try MarkdownDocument(MarkdownDocument.rules) }

  @Test func exampleOfABaseIsReadAndWrittenBackAsItStands() throws {
    let block = try #require(rules.codeBlocks.first { $0.language == "json" })
    let text = block.lines.map { "\($0)\n" }.joined()
    let acervo = Acervo(raiz: Session().folder)
    defer { try? FileManager.default.removeItem(atPath: acervo.raiz) }
    let outubro = try #require(Competencia(lendo: "2025-10"))
    _ = try Escrita(acervo)
    let file = URL(filePath: acervo.caminho(outubro))
    try Data(text.utf8).write(to: file)

    let escrita = try Escrita(acervo)
    let base = try #require(try escrita.retrato.base(outubro))
    let autoria = Passo.Autoria(usuario: "rosa", momento: "2025-11-03T14:05:11Z")
    try escrita.gravar(Passo(.executarControle, autoria, mes: outubro, bases: [base]))
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == text)
  }

  @Test func filesOfTheDataDirectoryAreThoseListed() throws {
    let block = try #require(rules.codeBlocks.first { $0.lines.first == "dados/" })
    let listed = block.lines.dropFirst().compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    let session = Session()
    _ = try ClosedMonth.close("2025-10", in: session)
    let found = try FileManager.default.subpathsOfDirectory(atPath: session.folder)
      .filter { $0.contains(".") }
      .map { name in
        // One stands for all of its kind.
        if name.hasPrefix("objetos/") { return "objetos/ab/cdef….gz" }
        return name.hasPrefix("operacoes/") ? "operacoes/000001.json" : name
      }
    #expect(Set(found).sorted() == listed.sorted())
  }

  /// The examples of records, in their order, held against those of a month that is closed.
  @Test func examplesOfRecordsHaveTheKeysOfRealOnes() throws {
    let blocks = rules.codeBlocks.filter { $0.language == "json" }.dropFirst()
    let session = Session()
    _ = try ClosedMonth.close("2025-10", in: session)
    let real = try ["estado.json", "operacoes/000003.json", "auditoria.jsonl"].map { name in
      let text = try String(
        decoding: Data(contentsOf: URL(filePath: "\(session.folder)/\(name)")), as: UTF8.self)
      // Of the log, the last line.
      return name.hasSuffix("l") ? String(text.split(separator: "\n").last ?? "") : text
    }
    #expect(blocks.count == real.count)
    for (block, text) in zip(blocks, real) {
      let example = try decodeJSON(
        JSONValue.self, from: Array(block.lines.joined(separator: "\n").utf8))
      let wanted = try decodeJSON(JSONValue.self, from: Array(text.utf8))
      #expect(keys(of: example, "") == keys(of: wanted, ""))
    }
  }

  /// The ways to all members; what stands under a month or a name that a table has is not followed.
  private func keys(of value: JSONValue, _ path: String) -> Set<String> {
    guard !["/argumentos", "/estatisticas"].contains(path) else { return [] }
    var all: Set<String> = []
    for (key, value) in value.object ?? [:] {
      all.insert("\(path)/\(key)")
      all.formUnion(keys(of: value, "\(path)/\(key)"))
    }
    if let first = value.array?.first { all.formUnion(keys(of: first, "\(path)[]")) }
    return all
  }

  /// As a reader with `sha256sum` would check the chain.
  @Test func exampleOfALineOfTheLogHasTheHashOfItsBytes() throws {
    let block = try #require(rules.codeBlocks.last { $0.language == "json" })
    let line = block.lines.map(\.trimmed).joined()
    let parts = line.components(separatedBy: ",\"sha256\"")
    #expect(parts.count == 2)
    let hash = DurableFiles.sha256(of: Array((parts.first ?? "").utf8))
    #expect(parts.last == ":\"\(hash)\"}")
  }

  @Test func documentsHaveTheKeysListed() throws {
    let table = try #require(rules.table("objeto", "chaves"))
    let objects = try ClosedMonth.objects()
    #expect(Set(table.rows.flatMap { $0[0].quoted }) == Set(objects.keys))
    for row in table.rows {
      let name = try #require(row[0].quoted.first)
      let object = try #require(objects[name]?.object, "the month has no '\(name)'")
      #expect(object.keys.sorted() == row[1].quoted.sorted(), "\(name)")
    }
  }

  @Test func statisticsAreThoseListed() throws {
    let table = try #require(rules.table("estatística"))
    let estatisticas = try #require(try ClosedMonth.objects()["controle"]?["estatisticas"]?.object)
    #expect(table.rows.flatMap { $0[0].quoted }.sorted() == estatisticas.keys.sorted())
  }

  @Test func listsOfRecebimentosAreThoseListed() throws {
    let recebimentos = try #require(try ClosedMonth.objects()["recebimentos"]?.object)
    let lists = rules.tables.filter { $0.header.first == "lista" }.flatMap(\.rows)
      .flatMap { $0[0].quoted }
    let arrays = recebimentos.filter { $0.value.array != nil && !$0.key.hasPrefix("a") }
    #expect(Set(arrays.keys).union(["a_receber", "aguardando_assinatura"]) == Set(lists))
  }
}

/// The month of the fixtures, closed as a director would.
private enum ClosedMonth {
  private static let sheets = Fixture.path("planilhas/mes")
  private static let epr = "\(sheets)/EPR_03-11-25.xls"

  /// - Returns: the documents of the three steps, by command.
  static func close(_ mes: String, in session: Session) throws -> [String: JSONValue] {
    [
      "base criar": try session.document(
        "base", "criar", "--mes", mes,
        "--acompanhamento", "\(sheets)/ACOMPANHAMENTO_SKILL_2025.xlsx"),
      "controle": try session.document(
        "controle", "--gestores", "\(sheets)/COMISSÕES_GESTORES.xlsx",
        "--webopay", "\(sheets)/relatorio-comissoes_WebroPay.xlsx"),
      "recebimentos": try session.document("recebimentos", "--epr", epr),
    ]
  }

  /// One object of each kind that the documents have, by the name that the rules give it.
  static func objects() throws -> [String: JSONValue] {
    let session = Session()
    var objects: [String: JSONValue] = [:]
    let month = try close("2025-10", in: session)
    for (name, document) in month { objects[name] = document }
    let next = try close("2025-11", in: session)
    let recebimentos = month["recebimentos"]
    for list in ["a_receber", "sem_valor", "aguardando_assinatura", "desistencias"] {
      objects["recebimentos: \(list)"] = recebimentos?[list]?.array?.first
    }
    objects["recebimentos: ja_faturados"] = next["recebimentos"]?["ja_faturados"]?.array?.first
    objects["recebimentos: totais"] = recebimentos?["totais"]
    objects["alerta"] = month["controle"]?["alertas"]?.array?.first
    objects["aviso"] = month["controle"]?["avisos"]?.array?.first

    let base = try session.document("base", "mostrar")
    objects["base mostrar"] = base
    objects["cliente"] = base["clientes"]?.array?.first
    let exported = try session.document("base", "exportar")
    objects["base exportar"] = exported
    objects["base exportar: clientes"] = exported["clientes"]?.array?.first
    objects["base exportar: cadastro"] = exported["clientes"]?.array?.first?["cadastro"]
    objects["totais"] = base["totais"]
    for (command, lists) in [
      (["base", "listar"], ["bases"]),
      (["planilha", "mostrar", epr], ["abas", "reconhecidas"]),
      (["planilha", "exportar", epr], ["abas"]),
    ] {
      let name = command.prefix(2).joined(separator: " ")
      let outcome = session.run(command + ["--formato", "json"])
      let document = try decodeJSON(JSONValue.self, from: [UInt8](outcome.output.utf8))
      objects[name] = document
      for list in lists { objects["\(name): \(list)"] = document[list]?.array?.first }
    }
    objects["historico mostrar"] = try session.document("historico", "mostrar", "2")
    objects["historico mostrar: alertas"] = objects["historico mostrar"]?["alertas"]?.array?.first
    // The last operation billed nobody, but it made a report.
    let way = try session.document("desfazer", "--dry-run")
    objects["desfazer"] = way
    for list in ["mudancas", "relatorios"] {
      objects["desfazer: \(list)"] = way[list]?.array?.first
    }
    try addClosing(to: &objects)
    try addBridge(to: &objects, in: session)
    try addPolicies(to: &objects, in: session)
    try addAlerts(to: &objects, in: session)
    try addWords(to: &objects, in: session)
    try addReproduction(to: &objects, in: session)
    try addVerifications(to: &objects, in: session)
    return objects
  }

  /// The month closed by one command, on a data directory of its own.
  private static func addClosing(to objects: inout [String: JSONValue]) throws {
    let session = Session()
    let closing = try session.document(
      "fechar", "--mes", "2025-10", "--pasta", sheets, "--sim")
    objects["fechar"] = closing
    objects["fechar: planilhas"] = closing["planilhas"]?.array?.first
    let house = try session.document("resumo")
    objects["resumo"] = house
    for part in ["alertas", "a_receber"] { objects["resumo: \(part)"] = house[part] }
    objects["resumo: ultimo_relatorio"] = house["ultimo_relatorio"]
    objects["configurar"] = try session.document("configurar", "--pasta", sheets, "--dry-run")
  }

  /// What the director says of clients, and what is on record of them.
  private static func addWords(
    to objects: inout [String: JSONValue], in session: Session
  ) throws {
    let decided = try session.document(
      "cliente", "decidir", "flavia", "--status", "pago", "--motivo", "recebida")
    objects["cliente decidir"] = decided
    objects["cliente decidir: depois"] = decided["depois"]
    objects["cliente vincular"] = try session.document(
      "cliente", "vincular", "VIVIANE SOUZA GONCALVES", "VIVIAN SOUZA GONCALVES", "--motivo", "x")
    let record = try session.document("cliente", "mostrar", "flavia")
    objects["cliente mostrar"] = record
    let why = try session.document("explicar", "flavia")
    objects["explicar"] = why
    objects["explicar: regras"] = why["regras"]
    objects["explicar: fatos"] = why["prioridades"]?.array?.first?["fatos"]?.array?.first
    for list in ["meses", "mudancas"] {
      objects["cliente mostrar: \(list)"] = record[list]?.array?.first
    }
    for list in ["prioridades", "hipoteses"] {
      objects["explicar: \(list)"] = why[list]?.array?.first
    }
  }

  /// Of a controle that has lost an alert.
  private static func addReproduction(
    to objects: inout [String: JSONValue], in session: Session
  ) throws {
    objects["cliente liberar"] = try session.document(
      "cliente", "liberar", "cleonice", "--motivo", "x", "--dry-run")
    let escrita = try Escrita(Acervo(raiz: session.folder))
    let mes = try #require(try escrita.retrato.competencias().last)
    var base = try #require(try escrita.retrato.base(mes))
    base.alertas.removeLast()
    var passo = Passo(
      .executarControle, .init(usuario: "rosa", momento: "2025-11-03T14:05:11Z"), mes: mes,
      bases: [base])
    passo.leu = try escrita.retrato.competencias().filter { $0 < mes }
    passo.entradas = base.fontes.compactMap { fonte in
      switch fonte.planilha {
      case .gestores: .init(fonte: fonte, caminho: Month.gestores)
      case .webopay: .init(fonte: fonte, caminho: Month.webopay)
      case .acompanhamento, .epr: nil
      }
    }
    let number = try escrita.gravar(passo).numero
    let again = try session.document("historico", "reproduzir", "\(number)")
    objects["historico reproduzir"] = again
    objects["historico reproduzir: alertas"] = again["alertas"]?.array?.first
  }

  private static func addBridge(to objects: inout [String: JSONValue], in session: Session) throws {
    let ponte = try session.document("ponte")
    objects["ponte"] = ponte
    objects["ponte: a_receber"] = ponte["a_receber"]
    objects["ponte: inicial"] = ponte["a_receber"]?["inicial"]
    objects["ponte: linhas"] = ponte["a_receber"]?["linhas"]?.array?.first
    objects["ponte: movimentos"] = ponte["movimentos"]?.array?.first
    objects["ponte: estornos"] = ponte["estornos"]
    objects["ponte: linhas de estornos"] = ponte["estornos"]?["linhas"]?.array?.first
    let page = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: page) }
    let painel = try session.document("painel", "--mes", "2025-10", "--saida", page.path)
    objects["painel"] = painel
    objects["painel: aguardando_assinatura"] = painel["aguardando_assinatura"]
    for list in ["por_status", "assinaturas", "alertas", "recebiveis"] {
      objects["painel: \(list)"] = painel[list]?.array?.first
    }
  }

  private static func addPolicies(
    to objects: inout [String: JSONValue], in session: Session
  ) throws {
    let conferir = try session.document(
      "conferir", "--gestores", "\(sheets)/COMISSÕES_GESTORES.xlsx")
    objects["conferir"] = conferir
    let planilha = conferir["planilhas"]?.array?.first
    objects["conferir: planilhas"] = planilha
    objects["conferir: problemas"] = planilha?["problemas"]?.array?.first
    objects["conferir: comparada"] = planilha?["comparada"]
    let formas = try session.document("config", "forma")
    objects["config forma"] = formas
    objects["config forma: formas"] = formas["formas"]?.array?.first
    objects["config forma: gestores"] = formas["gestores"]
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(#"{"mapeamento_forma": {"QUITADO": "FINANCIADO"}}"#.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    objects["controle: mapeamento_forma"] = try session.document(
      "controle", "--gestores", Month.gestores, "--webopay", Month.webopay, "--dry-run",
      "--config", file.path)["mapeamento_forma"]?.array?.first
    objects["config forma QUITADO FINANCIADO"] = try session.document(
      "config", "forma", "QUITADO", "FINANCIADO", "--dry-run")
  }

  /// The list, one of them that has ended, and what ended it.
  private static func addAlerts(
    to objects: inout [String: JSONValue], in session: Session
  ) throws {
    let list = try session.document("alertas", "--tipo", "9")
    let alert = list["alertas"]?.array?.first
    objects["alertas listar"] = list
    objects["alertas listar: totais"] = list["totais"]
    objects["alertas: alerta"] = alert
    objects["alertas: evidencias"] = alert?["evidencias"]?.array?.first
    let id = alert?["id"]?.string ?? ""
    let done = try session.document("alertas", "resolver", id, "--motivo", "x")
    objects["alertas resolver"] = done
    objects["alertas resolver: alertas"] = done["alertas"]?.array?.first
    let shown = try session.document("alertas", "mostrar", id)
    objects["alertas mostrar"] = shown
    objects["alertas: desfecho"] = shown["alerta"]?["desfecho"]
  }

  /// Of a directory that holds, then of one with something wrong and something strange in it.
  private static func addVerifications(
    to objects: inout [String: JSONValue], in session: Session
  ) throws {
    let copies = Session().folder
    defer { try? FileManager.default.removeItem(atPath: copies) }
    try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: true)
    let audit = try session.document("auditoria", "listar")
    objects["auditoria listar"] = audit
    objects["auditoria listar: linhas"] = audit["linhas"]?.array?.first
    objects["dados caminho"] = try session.document("dados", "caminho")
    objects["dados exportar"] = try session.document("dados", "exportar", "\(copies)/c.zip")
    objects["dados anonimizar"] = try session.document("dados", "anonimizar", "\(copies)/s.zip")
    objects["dados importar"] = try Session().document("dados", "importar", "\(copies)/c.zip")

    objects["auditoria verificar: relatorio"] =
      try session.document(
        "auditoria", "verificar", "--relatorio",
        "\(session.folder)/relatorios/2025-10-recebimentos-0001.xlsx")["relatorio"]
    let log = URL(filePath: "\(session.folder)/auditoria.jsonl")
    try Data(Data(contentsOf: log).dropFirst(9)).write(to: log)
    try Data().write(to: URL(filePath: "\(session.folder)/leia-me.txt"))
    for (command, parts) in [
      ("auditoria", ["achados"]), ("dados", ["achados", "observacoes", "contagens"]),
    ] {
      let document = try session.document(command, "verificar")
      objects["\(command) verificar"] = document
      for part in parts {
        objects["\(command) verificar: \(part)"] = document[part]?.array?.first ?? document[part]
      }
    }
  }
}

extension JSONValue {
  fileprivate subscript(key: String) -> JSONValue? { object?[key] }
}
