import Dominio
import Spreadsheets
import Testing

@testable import Planilhas

/// What a look at a spreadsheet tells before anything is done with it.
struct ConferenciaTests {
  private static let gestores: Valores = ["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO"]

  private func conferir(
    _ planilha: Planilha, _ rows: [Valores], arquivo: String = "g.xlsx"
  ) throws -> Conferencia {
    try Planilhas.conferir(
      planilha, em: FakeWorkbook([.init(rows: rows)]), arquivo: arquivo, opcoes: .init())
  }

  private func lugares(_ conferencia: Conferencia) -> [String] {
    conferencia.problemas.map { "\($0.tipo.rawValue) \($0.aviso.celula ?? "-")" }
  }

  @Test func aSpotlessFileHasNoProblem() throws {
    let conferencia = try conferir(.gestores, [Self.gestores, ["Ana", "PIX", nil, 10]])
    #expect(conferencia.problemas.isEmpty)
    #expect(conferencia.registros == 1)
    #expect(conferencia.linhaDoCabecalho == 1)
    #expect(conferencia.colunas == ["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO"])
  }

  @Test func allProblemsAreToldAtOnce() throws {
    let conferencia = try conferir(
      .gestores,
      [
        ["FORMA", "FORMA", "NOME DO CLIENTE", "STATUS", "COMISSÃO"],
        ["PIX", nil, "Ana", "HEIN", "1.234"], ["PIX", nil, "ANA ", nil, nil],
        ["PIX", nil, "Aná", nil, nil],
      ])
    #expect(
      lugares(conferencia) == ["aviso B1", "aviso D2", "aviso E2", "nome_repetido C3"])
  }

  /// Importing stops at a missing column; the rest is looked at all the same.
  @Test func behindAMissingColumnTheOthersAreStillLookedAt() throws {
    let conferencia = try conferir(
      .gestores,
      [
        ["NOME DO CLIENTE", "STATUS", "COMISSÃO"], ["Ana", "HEIN", nil], ["Ana", nil, nil],
      ])
    #expect(lugares(conferencia) == ["cabecalho -", "aviso B2", "nome_repetido A3"])
    let mensagem = try #require(conferencia.problemas.first?.aviso.mensagem)
    #expect(mensagem.contains("linha 1, falta a coluna FORMA"))
    #expect(conferencia.registros == 2)
  }

  @Test func aMissingColumnIsNotToldOfEveryRow() throws {
    let conferencia = try conferir(
      .webopay, [["Pagador", "Numero_parcela"], ["Ana", 1], ["Beto", 1]])
    #expect(lugares(conferencia) == ["cabecalho -"])
  }

  @Test func withoutAHeaderThereIsOneProblem() throws {
    let conferencia = try conferir(.gestores, [["Nome", "Telefone"], ["Ana", 1]])
    #expect(lugares(conferencia) == ["cabecalho -"])
    #expect(conferencia.aba == nil)
    let mensagem = try #require(conferencia.problemas.first?.aviso.mensagem)
    #expect(!mensagem.hasPrefix("g.xlsx") && !mensagem.hasSuffix("."))
  }

  @Test func aFileThatBreaksOffIsThrown() throws {
    let workbook = FakeWorkbook([.init(rows: [])], failure: .encrypted)
    #expect(throws: PlanilhaError.ilegivel(arquivo: "g.xlsx", .encrypted)) {
      try Planilhas.conferir(.epr, em: workbook, arquivo: "g.xlsx", opcoes: .init())
    }
  }

  @Test func onlyTheFirstParcelaStandsOnce() throws {
    let cabecalho: Valores = [
      "Pagador", "Numero_parcela", "Valor_original", "Status_parcela", "Status_comissão",
    ]
    let conferencia = try conferir(
      .webopay, [cabecalho, ["Ana", 1, 5, "Pago", "pago"], ["Ana", 2, 5, "Pago", "pago"]])
    #expect(conferencia.problemas.isEmpty)
  }

  // MARK: - Near names

  private func parecidos(
    _ acompanhamento: [String]?, gestores: [String], webopay: [String] = [], base: [String] = []
  ) throws -> [String] {
    var todas: [Conferencia] = []
    if let acompanhamento {
      todas.append(
        try conferir(
          .acompanhamento, [["NOME", "DATA"]] + acompanhamento.map { [.text($0)] },
          arquivo: "a.xlsx"))
    }
    todas.append(try conferir(.gestores, [Self.gestores] + gestores.map { [.text($0), "PIX"] }))
    if !webopay.isEmpty {
      todas.append(
        try conferir(
          .webopay,
          [["Pagador", "Numero_parcela", "Valor_original", "Status_parcela", "Status_comissão"]]
            + webopay.map { [.text($0), 1] }, arquivo: "w.xlsx"))
    }
    acrescentarNomesParecidos(em: &todas, base: ("Base X", try base.map(chave)))
    return todas.flatMap(\.problemas).filter { $0.tipo == .nomeParecido }.map {
      "\($0.aviso.arquivo) \($0.aviso.celula ?? "-"): \($0.aviso.mensagem.split(separator: "(").last?.split(separator: ")").first ?? "")"
    }
  }

  @Test func namesThatDifferInAccentsOrSpacesAreTold() throws {
    #expect(
      try parecidos(["João Souza", "Ana Lima"], gestores: ["JOAO SOUZA", "Analima", "ana  lima"])
        == ["g.xlsx A2: a.xlsx, linha 2", "g.xlsx A3: a.xlsx, linha 3"])
  }

  @Test func withinOneFileTheLaterNameIsTold() throws {
    #expect(try parecidos(nil, gestores: ["João", "Joao", "João"]) == ["g.xlsx A3: linha 2"])
  }

  @Test func withoutAcompanhamentoTheBaseCounts() throws {
    #expect(try parecidos(nil, gestores: ["Joao"], base: ["JOÃO"]) == ["g.xlsx A2: Base X"])
    #expect(try parecidos([], gestores: ["Joao"], base: ["JOÃO"]) == [])
  }

  /// WeboPay has the name as Gestores has it; both differ from the base.
  @Test func everyFileIsHeldAgainstTheBase() throws {
    #expect(
      try parecidos(nil, gestores: ["Joao"], webopay: ["Joao"], base: ["JOÃO"])
        == ["g.xlsx A2: Base X", "w.xlsx A2: Base X"])
    #expect(
      try parecidos(nil, gestores: ["Joao"], webopay: ["João"]) == ["w.xlsx A2: g.xlsx, linha 2"])
  }

  // MARK: - Comparison

  @Test func whatChangedIsToldByColumnsAndNames() throws {
    let antes = try conferir(.gestores, [Self.gestores + ["OBS"], ["Ana"], ["Beto"], ["Beto"]])
    let depois = try conferir(
      .gestores,
      [
        ["Nome_do_cliente", "FORMA", "STATUS", "COMISSÃO", "EXTRA"], ["Carla"], ["ana"],
      ])
    let comparacao = Comparacao(de: antes, para: depois)
    #expect(comparacao.colunasAusentes == ["OBS"])
    #expect(comparacao.colunasNovas == ["EXTRA"])
    #expect(comparacao.registrosAntes == 3)
    #expect(comparacao.sumiram == [try chave("BETO")])
    #expect(comparacao.novos == [try chave("CARLA")])
  }
}
