import Conciliacao
import Dominio
import JSONDocuments
import Planilhas
import Spreadsheets
import TestSupport
import Testing

@testable import ComissoesCLI

/// The tables of Docs/regras.md that are written by hand, held against what the code does.
@Suite struct RulesTableTests {
  let rules: MarkdownDocument

  let facts: FactsOfPriorities

  init() throws {
    rules = try MarkdownDocument(MarkdownDocument.rules)
    facts = try FactsOfPriorities()
  }

  @Test func mappingsAreTheBuiltInOnes() throws {
    let formas = try #require(rules.table("`mapeamento_forma`")).rows.map {
      (Rotulo($0[0]), try #require(Gestores.Sentido(palavra: $0[1])))
    }
    #expect(Dictionary(uniqueKeysWithValues: formas) == OpcoesDeLeitura.formasUsuais)
    let situacoes = try #require(rules.table("`mapeamento_status`")).rows.map {
      (Rotulo($0[0]), try #require(Gestores.Situacao(palavra: $0[1])))
    }
    #expect(Dictionary(uniqueKeysWithValues: situacoes) == OpcoesDeLeitura.situacoesUsuais)
  }

  @Test func statusesAreAllSix() throws {
    let table = try #require(rules.table("status", "sentido"))
    #expect(table.rows.map { $0[0] } == Status.allCases.map(\.rawValue))
  }

  // MARK: - The engine

  @Test func prioritiesDecideWhatTheTableSays() throws {
    let rows = try #require(rules.table("nº", "quando")).rows
    #expect(rows.map { $0[0] } == Prioridade.tabela.map(\.numero))
    #expect(rows.map { $0[1] } == Prioridade.tabela.map(\.condicao))
    for row in rows {
      let examples = try #require(facts.examples[row[0]])
      var raised: Set<Int> = []
      for fatos in examples {
        let decisao = decidir(fatos)
        #expect(decisao.prioridade == row[0])
        #expect(decisao.situacao.status.rawValue == row[2], "priority \(row[0])")
        #expect(decisao.situacao.valor == (try valor(row[3], fatos)), "priority \(row[0])")
        #expect(decisao.situacao.fonte == fonte(row[4], fatos), "priority \(row[0])")
        #expect(decisao.situacao.observacao == row[5].quoted.first, "priority \(row[0])")
        raised.formUnion(decisao.alertas.map(\.tipo.numero))
      }
      let said = Set(row[6].split(separator: " ").compactMap { Int($0) })
      #expect(raised == said, "priority \(row[0])")
    }
  }

  private func valor(_ cell: String, _ fatos: Fatos) throws -> Dinheiro? {
    switch cell {
    case "0": return .zero
    case "de G": return fatos.gestores?.comissao
    case "de W": return fatos.webopay?.valor
    default:
      try #require(cell == "nenhum")
      return nil
    }
  }

  private func fonte(_ cell: String, _ fatos: Fatos) -> String? {
    cell == "nenhuma"
      ? nil : cell.quoted.first?.replacing("<FORMA>", with: fatos.gestores?.forma?.texto ?? "")
  }

  @Test func alertsSayWhatTheTableSays() throws {
    let rows = try #require(rules.table("nº", "planilha", "sai quando")).rows
    #expect(rows.map { $0[0] } == TipoDeAlerta.allCases.map { "\($0.numero)" })
    for row in rows {
      let tipo = try #require(Int(row[0]).flatMap(TipoDeAlerta.init(rawValue:)))
      let alertas = facts.alerts(of: tipo)
      let alerta = try #require(alertas.first, "no alert \(row[0])")
      #expect(alertas.count == 1)
      #expect(alerta.descricao == row[3].quoted.first)
      if tipo != .multiplasCorrespondencias { #expect(alerta.planilha.rawValue == row[1]) }
    }
  }

  // MARK: - Configuration

  @Test func exampleOfConfigurationIsWhatHoldsWithoutOne() throws {
    let configuracao = try Configuracao.ler("\(Fixture.root)/config.example.json")
    #expect(configuracao.desconhecidas.isEmpty)
    #expect(configuracao.leitura.formas == OpcoesDeLeitura.formasUsuais)
    #expect(configuracao.leitura.situacoes == OpcoesDeLeitura.situacoesUsuais)
    #expect(configuracao.leitura.linhasDeCabecalho == OpcoesDeLeitura().linhasDeCabecalho)
    #expect(configuracao.diretorioDeDados == configuracao.aoLado("dados"))
    #expect(Set(configuracao.planilhas.keys) == Set(Planilha.allCases))
  }

  @Test func limitsAreThoseOfTheReaders() throws {
    let table = try #require(rules.table("limite", "usual"))
    let usual = Limits()
    #expect(
      table.rows.map { [$0[0].quoted.first ?? "", $0[1]] }
        == LimiteDeLeitura.todos.map { [$0.chave, "\($0.valor(em: usual))"] })
  }

  @Test func exampleOfConfigurationLeavesNothingOut() throws {
    let example = try document(of: textOfProject("config.example.json")).object ?? [:]
    let keys = try #require(rules.table("chave", "sentido")).rows.flatMap { $0[0].quoted }
    #expect(example.keys.sorted() == keys.sorted())
    let formas = try #require(example["mapeamento_forma"]?.object)
    #expect(Set(formas.keys.map(Rotulo.init)) == Set(OpcoesDeLeitura.formasUsuais.keys))
    let situacoes = try #require(example["mapeamento_status"]?.object)
    #expect(Set(situacoes.keys.map(Rotulo.init)) == Set(OpcoesDeLeitura.situacoesUsuais.keys))
  }

  private func document(of text: String) throws -> JSONValue {
    try decodeJSON(JSONValue.self, from: [UInt8](text.utf8))
  }
}
