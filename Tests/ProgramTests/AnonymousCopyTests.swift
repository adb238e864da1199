import Archives
import Dominio
import Foundation
import JSONDocuments
import Planilhas
import TestSupport
import Testing

/// `dados anonimizar`: the same structure, and nobody's name.
@Suite struct AnonymousCopyTests {
  private let workspace: Workspace

  init() throws {
    let month = try Month()
    _ = try month.close()
    _ = try month.close("2025-11")
    workspace = month.workspace
  }

  private func base(_ folder: String, _ mes: String = "2025-10") throws -> JSONValue {
    try decodeJSON(JSONValue.self, from: workspace.bytes("\(folder)/bases/\(mes).json"))
  }

  private func copiar(_ saida: String) throws -> Outcome {
    let outcome = try workspace.run("dados", "anonimizar", saida)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return outcome
  }

  @Test func theCopyIsADataDirectoryThatHolds() throws {
    let outcome = try copiar("copia")
    #expect(outcome.output.contains("Ficam: valores"))
    let verificado = try workspace.run("dados", "verificar", "--dados", "copia")
    #expect(verificado.status == 0, "\(verificado.output)")
    #expect(!verificado.output.contains("Observações"), "\(verificado.output)")
    for words in [["base", "listar"], ["base", "mostrar", "--status", "nulo"]] {
      let original = try workspace.run(words)
      let copia = try workspace.run(words + ["--dados", "copia"])
      #expect(
        original.output.split(separator: "\n").count == copia.output.split(separator: "\n").count)
    }
    #expect(
      try workspace.run("base", "listar").output
        == workspace.run("base", "listar", "--dados", "copia").output)
  }

  /// No name, broker, unit, contract or user of the original stands anywhere in the copy.
  @Test func nobodyIsNamed() throws {
    _ = try copiar("copia")
    var texts: Set<String> = []
    for cliente in try base("dados")["clientes"]?.elements ?? [] {
      texts.insert(try #require(cliente["nome"]?.string))
      for key in ["corretor", "imobiliaria", "empreendimento", "unidade"] {
        if let text = cliente["cadastro"]?[key]?.string { texts.insert(text) }
      }
      if let text = cliente["faturamento"]?["contrato"]?.string { texts.insert(text) }
    }
    for alerta in try base("dados")["alertas"]?.elements ?? [] {
      texts.insert(try #require(alerta["cliente"]?.string))
    }
    // A short one, a number of a flat say, may come up again by chance.
    texts = texts.filter { $0.count > 8 }
    #expect(texts.count > 120)
    for (name, bytes) in try workspace.tree() where name.hasPrefix("copia/") {
      let said = String(decoding: name.hasSuffix(".gz") ? try gunzip(name) : bytes, as: UTF8.self)
      for text in texts {
        #expect(!said.localizedCaseInsensitiveContains(text), "\(name) tells of \(text)")
      }
      #expect(!said.contains("PERMUTA") && !said.contains("SKILL"), "\(name)")
    }
  }

  /// No text of the spreadsheets that were read stands anywhere in the copy, packed or not, but
  /// headers and the words of the rules; the copy's own spreadsheets are opened too.
  @Test func noTextOfTheSpreadsheetsSurvives() throws {
    _ = try copiar("copia")
    var texts: Set<String> = []
    for path in [Month.acompanhamento, Month.gestores, Month.webopay, Month.epr] {
      let outcome = try workspace.run(
        "planilha", "exportar", path, "--formato", "json")
      for aba in try outcome.document()["abas"]?.elements ?? [] {
        for celula in aba["celulas"]?.elements ?? [] {
          let value = celula.elements[3]
          if celula.elements[2].string == "s" {
            texts.insert(try #require(value.string))
          } else if celula.elements[2].string == "n", let number = value.integer, number > 999_999 {
            // That of a contract or of a person.
            texts.insert("\(number)")
          }
        }
      }
    }
    let headers = Set(Planilha.allCases.flatMap(colunasDe).map { Rotulo($0) })
    let known = Set(OpcoesDeLeitura.formasUsuais.keys).union(OpcoesDeLeitura.situacoesUsuais.keys)
    texts = texts.filter { text in
      // Headers that are also words of the program's own files.
      if ["ASSINATURA", "Data_pagamento"].contains(text) { return false }
      let words = text.split { !$0.isLetter && !$0.isNumber }
      return text.count > (text.allSatisfy(\.isNumber) ? 6 : 8) && words.contains { $0.count > 2 }
        && Dia(lendo: text) == nil
        && ((try? Dinheiro(digitado: text)) == nil || text.allSatisfy(\.isNumber))
        && !headers.contains(Rotulo(text)) && !known.contains(Rotulo(text))
    }
    #expect(texts.count > 250, "\(texts.count)")
    var workbooks = 0
    for (name, bytes) in try workspace.tree() where name.hasPrefix("copia/") {
      var pieces = [name.hasSuffix(".gz") ? try gunzip(name) : bytes]
      if let archive = try? ArchiveReader(
        pieces[0], within: .init(entries: 1000, bytesOfAll: 1 << 28, bytesOfOne: 1 << 28))
      {
        workbooks += 1
        pieces += try archive.entries.map { try archive.content(of: $0) }
      }
      for said in pieces.map({ String(decoding: $0, as: UTF8.self) }) {
        for text in texts where said.localizedCaseInsensitiveContains(text) {
          Issue.record("\(name) tells of \(text)")
        }
      }
    }
    #expect(workbooks == 4)
  }

  /// The copy shows the problem: each operation gives the same again, and the same figures.
  @Test func theCopyCanBeReproduced() throws {
    _ = try copiar("copia")
    let operations = try #require(
      try workspace.run("historico", "listar", "--formato", "json").document()["operacoes"]
    ).elements
    let copied = try #require(
      try workspace.run("historico", "listar", "--formato", "json", "--dados", "copia")
        .document()["operacoes"]
    ).elements
    #expect(operations.count == 6)
    #expect(operations.map { $0["estatisticas"] } == copied.map { $0["estatisticas"] })
    for number in 1...6 {
      let outcome = try workspace.run("historico", "reproduzir", "\(number)", "--dados", "copia")
      #expect(outcome.status == 0, "\(number): \(outcome.output) \(outcome.complaints)")
      #expect(outcome.output.contains("o mesmo resultado"))
    }
    // The spreadsheets themselves read as the real ones do.
    let folder = "copia/objetos"
    for (name, _) in try workspace.tree() where name.hasPrefix(folder) && name.hasSuffix(".gz") {
      try workspace.write(try gunzip(name), to: "p.bin")
      let shown = try workspace.run("planilha", "mostrar", "p.bin", "--formato", "json")
      guard shown.status == 0 else { continue }
      let found = try #require(shown.document()["reconhecidas"]?.elements.first)
      let planilha = try #require(found["planilha"]?.string)
      let original = try #require(
        [
          "Acompanhamento": Month.acompanhamento, "Gestores": Month.gestores,
          "WeboPay": Month.webopay, "EPR": Month.epr,
        ][planilha])
      let real = try workspace.run("planilha", "mostrar", original, "--formato", "json").document()
      let wanted = try #require(real["reconhecidas"]?.elements.first)
      for key in ["linha_do_cabecalho", "colunas", "registros"] {
        #expect(found[key] == wanted[key], "\(planilha): \(key)")
      }
      #expect(found["avisos"]?.elements.count == wanted["avisos"]?.elements.count)
    }
  }

  /// Another header, another word in FORMA, a sheet by its name: what the configuration of that time
  /// said is needed to read the copy, and names nobody either.
  @Test func theConfigurationOfThatTimeStaysAndNamesNobody() throws {
    let config = """
      {"diretorio_dados": "dados-de-rosa", "linhas_de_cabecalho": 12,
       "planilhas": {"gestores": "pasta-da-rosa/g.csv"},
       "apelidos": {"gestores": {"NOME DO CLIENTE": ["Comprador da Rosa"]}},
       "mapeamento_forma": {"Permuta do Zeca": "ALERTA", "Consórcio": "FINANCIADO"}}
      """
    try workspace.write(config, to: "c.json")
    let cliente = try #require(try base("dados")["clientes"]?.elements.first?["nome"]?.string)
    let outro = try #require(try base("dados")["clientes"]?.elements.last?["nome"]?.string)
    try workspace.write(
      "Comprador da Rosa;FORMA;STATUS;COMISSÃO\n\(cliente);consorcio;Em aberto;1.234,56\n"
        + "\(outro.lowercased());Permuta do Zeca;;a combinar\n", to: "g.csv")
    let controle = try workspace.run(
      "controle", "--mes", "2025-11", "--config", "c.json", "--dados", "dados", "--gestores",
      "g.csv", "--webopay", Month.webopay)
    #expect(controle.status == 0, "\(controle.complaints)")
    _ = try copiar("copia")
    let outcome = try workspace.run("historico", "reproduzir", "7", "--dados", "copia")
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.complaints)")
    for (name, bytes) in try workspace.tree() where name.hasPrefix("copia/") {
      let said = String(decoding: name.hasSuffix(".gz") ? try gunzip(name) : bytes, as: UTF8.self)
      for text in ["Rosa", "rosa", "Zeca", "Comprador", "CONSORCIO", "g.csv"] {
        #expect(!said.contains(text), "\(name): \(text)")
      }
    }
  }

  private func gunzip(_ name: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gunzip")
    process.arguments = ["-kf", workspace.file(name)]
    try process.run()
    process.waitUntilExit()
    let plain = String(name.dropLast(3))
    defer { try? FileManager.default.removeItem(atPath: workspace.file(plain)) }
    return try workspace.bytes(plain)
  }

  /// Who was the same is the same, in both months; words keep their length, amounts their value.
  @Test func structureStays() throws {
    _ = try copiar("copia")
    var names: [String: String] = [:]
    for mes in ["2025-10", "2025-11"] {
      let antes = try base("dados", mes)["clientes"]?.elements ?? []
      let depois = try base("copia", mes)["clientes"]?.elements ?? []
      #expect(antes.count == depois.count)
      // The first row in the spreadsheet tells who is who.
      let porLinha = Dictionary(
        uniqueKeysWithValues: depois.compactMap { cliente in
          (cliente["linhas"]?.elements.first?.integer).map { ($0, cliente) }
        })
      for cliente in antes {
        let linha = try #require(cliente["linhas"]?.elements.first?.integer)
        let outro = try #require(porLinha[linha])
        let nome = try #require(cliente["nome"]?.string)
        let novo = try #require(outro["nome"]?.string)
        #expect(names[nome] ?? novo == novo)
        names[nome] = novo
        #expect(nome.split(separator: " ").count == novo.split(separator: " ").count)
        for key in ["valor_comissao", "status", "ja_pago", "data_pagamento", "linhas"] {
          #expect(cliente[key] == outro[key])
        }
      }
    }
    #expect(Set(names.values).count == names.count)
  }

  @Test func anArchiveCanBeImported() throws {
    _ = try copiar("copia.zip")
    let outcome = try workspace.run("dados", "importar", "copia.zip", "--dados", "novo")
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  /// The data directory would hold its own copy, and the next copy that one.
  @Test func theDataDirectoryItselfIsNoPlaceForACopy() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.file("atalho"), withDestinationPath: workspace.file("dados/bases"))
    let before = try workspace.tree()
    for place in ["dados/copia", "dados/bases/copia.zip", "dados/a/b/copia", "atalho/copia.zip"] {
      for command in ["anonimizar", "exportar"] {
        let outcome = try workspace.run("dados", command, place)
        #expect(outcome.status == 73, "\(command) \(place): \(outcome.complaints)")
        #expect(outcome.complaints.contains("dentro da pasta de dados"))
      }
    }
    #expect(try workspace.tree() == before)
  }

  @Test func nothingIsOverwritten() throws {
    try workspace.write("x", to: "copia/leia-me.txt")
    let before = try workspace.tree()
    #expect(try workspace.run("dados", "anonimizar", "copia").status == 73)
    #expect(try workspace.tree() == before)
  }

  @Test("The FORMA of a `config forma` was replaced in the copy as if it named somebody")
  func aFormaWithAMeaningStays() throws {
    #expect(try workspace.run("config", "forma", "PERMUTA C/ VEÍCULO", "DESCONTO").status == 0)
    #expect(
      try workspace.run(
        "controle", "--gestores", Month.gestores, "--webopay", Month.webopay
      ).status == 0)
    #expect(try workspace.run("config", "forma", "FLÁVIA ROCHA", "DESCONTO").status == 0)
    _ = try copiar("copia")
    func copia(_ words: String...) throws -> Outcome {
      try workspace.run(words + ["--dados", "copia"])
    }
    #expect(try copia("dados", "verificar").status == 0)
    let operations =
      try copia("historico", "listar", "--formato", "json")
      .document()["operacoes"]?.elements ?? []
    let formas = operations.compactMap { $0["argumentos"]?["forma"]?.string }
    #expect(formas.count == 2 && formas.first == "PERMUTA C/ VEÍCULO", "\(formas)")
    // Unless it is the name of somebody after all.
    #expect(formas.last?.contains("FLÁVIA") == false)
    let controle = try #require(operations.dropLast().last?["numero"]?.integer)
    let again = try copia("historico", "reproduzir", "\(controle)")
    #expect(again.status == 0, "\(again.output)")
    #expect(try workspace.run("explicar", "flavia").output.contains("DESCONTO"))
  }
}
