import Foundation
import JSONDocuments
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

  @Test func nothingIsOverwritten() throws {
    try workspace.write("x", to: "copia/leia-me.txt")
    let before = try workspace.tree()
    #expect(try workspace.run("dados", "anonimizar", "copia").status == 73)
    #expect(try workspace.tree() == before)
  }
}
