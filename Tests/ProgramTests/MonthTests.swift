import JSONDocuments
import Spreadsheets
import TestSupport
import Testing

/// The month of `Fixtures/planilhas/mes`, by the program itself.
@Suite struct MonthTests {
  @Test("Every client, alert and list is what a second implementation of the rules says")
  func agreesWithSecondImplementation() throws {
    let month = try Month()
    let documents = try month.close()
    let expected = try decodeJSON(
      JSONValue.self, from: Fixture.bytes("casos/mes/esperado-controle.json"))

    let clients = try #require(documents.controle["clientes"]).elements
    let wanted = try #require(expected["clientes"]).elements
    #expect(clients.count == wanted.count)
    #expect(documents.base["clientes"]?.integer == wanted.count)
    for (client, wanted) in zip(clients, wanted) {
      for (key, value) in try #require(wanted.object) {
        #expect(client[key] == value, "\(wanted["nome"]?.string ?? ""): \(key)")
      }
    }

    let alerts =
      (documents.base["alertas"]?.elements ?? []) + (documents.controle["alertas"]?.elements ?? [])
    let wantedAlerts = try #require(expected["alertas"]).elements
    #expect(alerts.count == wantedAlerts.count)
    for wanted in wantedAlerts {
      let start = try #require(wanted["descricao"]?.string)
      let rest = wanted["contem"]?.elements.compactMap(\.string) ?? []
      #expect(
        alerts.contains { alert in
          guard let text = alert["descricao"]?.string else { return false }
          return alert["numero"] == wanted["numero"] && alert["cliente"] == wanted["cliente"]
            && (rest.isEmpty ? text == start : text.hasPrefix(start))
            && rest.allSatisfy(text.dropFirst(start.count).contains)
        }, "\(start)")
    }

    let wantedLists = try decodeJSON(
      JSONValue.self, from: Fixture.bytes("casos/mes/esperado-recebimentos.json"))
    for key in [
      "a_receber", "sem_valor", "ja_faturados", "aguardando_assinatura", "desistencias", "totais",
    ] {
      #expect(documents.recebimentos[key] == wantedLists[key], "\(key)")
    }
  }

  @Test("Documents have every key of the contract")
  func documentKeys() throws {
    let documents = try Month().close()
    #expect(keys(documents.base) == ["base", "dry_run", "clientes", "alertas", "avisos"])
    #expect(
      keys(documents.controle) == [
        "base", "dry_run", "estatisticas", "clientes", "alertas", "avisos",
        "mapeamento_forma",
      ])
    #expect(
      keys(documents.controle["clientes"]?.elements.first) == [
        "nome", "status", "valor_comissao", "fonte", "observacao", "ja_pago", "data_pagamento",
        "linhas",
      ])
    #expect(
      keys(documents.controle["alertas"]?.elements.first) == [
        "numero", "tipo", "severidade", "cliente", "planilha", "descricao", "acao_sugerida",
        "status", "novo",
      ])
    #expect(
      keys(documents.controle["avisos"]?.elements.first) == [
        "arquivo", "aba", "celula", "mensagem",
      ])
    #expect(
      keys(documents.recebimentos) == [
        "base", "dry_run", "a_receber", "sem_valor", "ja_faturados", "aguardando_assinatura",
        "desistencias", "totais", "alertas", "avisos", "relatorio",
      ])
  }

  @Test("A second controle changes nothing: it is recorded, and every base keeps every byte")
  func secondControle() throws {
    let month = try Month()
    _ = try month.base()
    let first = try month.controle("--formato", "json").document()
    let before = try month.workspace.tree()
    let second = try month.controle("--formato", "json").document()
    #expect(first["estatisticas"]?["clientes_atualizados"] == .number(77))
    let counts = try #require(second["estatisticas"]?.object)
    for (name, count) in counts { #expect(count == .number(0), "\(name)") }
    #expect(second["alertas"]?.elements.count == first["alertas"]?.elements.count)
    #expect(second["alertas"]?.elements.allSatisfy { $0["novo"] == .boolean(false) } == true)
    #expect(second["clientes"] == first["clientes"])
    let after = try month.workspace.tree()
    func bases(_ tree: [String: [UInt8]]) -> [String: [UInt8]] {
      tree.filter { $0.key.hasPrefix("dados/bases/") }
    }
    #expect(bases(after) == bases(before))
    // Spreadsheets and bases are kept once: all that is new is the record.
    #expect(Set(after.keys).subtracting(before.keys) == ["dados/operacoes/000003.json"])
  }

  @Test("A second recebimentos bills nothing")
  func secondRecebimentos() throws {
    let month = try Month()
    let first = try month.close().recebimentos
    let second = try month.recebimentos("--formato", "json").document()
    #expect(first["totais"]?["clientes_a_receber"] == .number(12))
    #expect(second["a_receber"] == .array([]))
    #expect(second["ja_faturados"] == .array([]))
    #expect(second["totais"]?["valor_a_receber"] == .string("0"))
    #expect(second["sem_valor"] == first["sem_valor"])
    #expect(second["aguardando_assinatura"] == first["aguardando_assinatura"])
    #expect(second["alertas"]?.elements.allSatisfy { $0["novo"] == .boolean(false) } == true)
  }

  @Test("The next month bills nothing that an earlier one billed")
  func nextMonth() throws {
    let month = try Month()
    let first = try month.close("2025-10").recebimentos
    let second = try month.close("2025-11")
    let billed = try #require(first["a_receber"]).texts("nome")
    #expect(!billed.isEmpty)
    #expect(second.recebimentos["a_receber"] == .array([]))
    #expect(second.recebimentos["ja_faturados"]?.texts("nome") == billed)
    #expect(
      second.recebimentos["ja_faturados"]?.elements.allSatisfy {
        $0["base"] == .string("2025-10") && $0["contrato_diferente"] == .boolean(false)
      } == true)
    let clients = try #require(second.controle["clientes"])
    for name in billed {
      let client = try #require(clients.element("nome", name))
      #expect(client["ja_pago"] == .boolean(true))
      #expect(client["data_pagamento"] == .string("2025-11-03"))
    }
  }

  @Test("A base made before another month was billed bills nothing of it either")
  func billedAfterTheBaseWasMade() throws {
    let month = try Month()
    _ = try month.base("2025-11")
    _ = try month.close("2025-10")
    _ = try month.controle("--mes", "2025-11")
    let second = try month.recebimentos("--mes", "2025-11", "--formato", "json").document()
    #expect(second["a_receber"] == .array([]))
    #expect(second["ja_faturados"]?.elements.count == 12)
  }

  @Test("Billed clients are marked, and only they")
  func billedClients() throws {
    let month = try Month()
    let lists = try month.close().recebimentos
    let base = try month.workspace.run("base", "mostrar", "--formato", "json").document()
    let marked = try #require(base["clientes"]).elements.filter { $0["ja_pago"] == .boolean(true) }
    #expect(marked.compactMap { $0["nome"]?.string } == lists["a_receber"]?.texts("nome"))
    #expect(marked.allSatisfy { $0["data_pagamento"] == .string("2025-11-03") })
    #expect(base["totais"]?["faturado"] == lists["totais"]?["valor_a_receber"])
    #expect(base["totais"]?["clientes"] == .number(77))
  }

  @Test("The workbook has the two sheets, one row a client, and the total as a cached value")
  func workbook() throws {
    let month = try Month()
    _ = try month.base()
    _ = try month.controle()
    let document = try month.recebimentos("--saida", "R.xlsx", "--formato", "json").document()
    #expect(document["relatorio"] == .string("R.xlsx"))
    let workbook = try openWorkbook(ByteSource(path: month.workspace.file("R.xlsx")))
    #expect(workbook.sheets.map(\.name) == ["A Receber", "Desistências"])
    var rows: [[String]] = []
    try workbook.readRows(of: workbook.sheets[0]) { row in
      rows.append(
        row.cells.map { $0.kind == .number ? shortestText(of: $0.number) : row.text(of: $0) })
      return .proceed
    }
    for item in try #require(document["a_receber"]).elements {
      let name = try #require(item["nome"]?.string)
      #expect(rows.contains { $0.first == name && $0.last == item["valor"]?.string }, "\(name)")
    }
    for item in try #require(document["sem_valor"]).elements {
      let name = try #require(item["nome"]?.string)
      #expect(rows.contains { $0.first == name && $0.last == "REVISAR" }, "\(name)")
    }
    #expect(rows.last == ["Total", "4524.77"])
    let kept = try month.workspace.bytes("dados/relatorios/2025-10-recebimentos-0001.xlsx")
    #expect(try month.workspace.bytes("R.xlsx") == kept)
  }

  @Test("With --dry-run nothing at all is written, and the same lists are shown")
  func dryRun() throws {
    let month = try Month()
    let nothing = try month.workspace.tree()
    #expect(try month.base("2025-10", "--dry-run").status == 0)
    #expect(try month.workspace.tree() == nothing)

    _ = try month.base()
    let created = try month.workspace.tree()
    let dryControle = try month.controle("--dry-run", "--formato", "json").document()
    #expect(try month.workspace.tree() == created)
    let controle = try month.controle("--formato", "json").document()
    for key in ["clientes", "alertas", "avisos", "estatisticas"] {
      #expect(dryControle[key] == controle[key], "\(key)")
    }
    #expect(dryControle["dry_run"] == .boolean(true))

    let crossed = try month.workspace.tree()
    let dryLists = try month.recebimentos("--dry-run", "--saida", "R.xlsx", "--formato", "json")
      .document()
    #expect(try month.workspace.tree() == crossed)
    #expect(dryLists["relatorio"] == .null)
    let lists = try month.recebimentos("--formato", "json").document()
    for key in lists.object?.keys.filter({ $0 != "dry_run" && $0 != "relatorio" }) ?? [] {
      #expect(dryLists[key] == lists[key], "\(key)")
    }
  }

  @Test("A base that is made again keeps what was decided and billed")
  func replacedBase() throws {
    let month = try Month()
    _ = try month.close()
    let before = try month.workspace.bytes("dados/bases/2025-10.json")
    let again = try month.base("2025-10", "--substituir")
    #expect(again.status == 0, "\(again.complaints)")
    #expect(try month.workspace.bytes("dados/bases/2025-10.json") == before)
  }

  @Test("A billed client who gives up shows as money to give back")
  func estorno() throws {
    let month = try Month()
    _ = try month.close()
    try month.workspace.write(
      #"{"mapeamento_status": {"EM ABERTO": "DESISTIU"}}"#, to: "config.json")
    _ = try month.controle()
    let lists = try month.recebimentos("--formato", "json").document()
    let item = try #require(
      lists["desistencias"]?.element("nome", "CLEONICE LAYS TRINDADE RIBEIRO"))
    #expect(item["estorno"] == .string("331.48"))
    #expect(lists["totais"]?["estornos"] != .string("0"))
    let base = try month.workspace.run("base", "mostrar", "--formato", "json").document()
    let client = try #require(
      base["clientes"]?.element("nome", "CLEONICE LAYS TRINDADE RIBEIRO"))
    #expect(client["status"] == .string("DESISTIU"))
    #expect(client["ja_pago"] == .boolean(true))
  }
}

private func keys(_ value: JSONValue?) -> Set<String> { Set((value?.object ?? [:]).keys) }
