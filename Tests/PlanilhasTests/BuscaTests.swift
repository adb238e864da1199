import Dominio
import Spreadsheets
import Testing

@testable import Planilhas

/// Where the header is found. Docs/regras.md §4
struct BuscaTests {
  private static let cabecalho: Valores = ["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO"]

  private func achar(
    _ contents: [FakeWorkbook.Content], opcoes: OpcoesDeLeitura = .init()
  ) throws -> Leiaute<ColunaDeGestores> {
    try localizar(
      ColunaDeGestores.self, em: FakeWorkbook(contents), arquivo: "g.xlsx", opcoes: opcoes)
  }

  private func falta(
    _ contents: [FakeWorkbook.Content], opcoes: OpcoesDeLeitura = .init()
  ) throws -> PlanilhaError {
    try #require(throws: PlanilhaError.self) { try achar(contents, opcoes: opcoes) }
  }

  @Test(arguments: 0..<10)
  func anyOfTheFirstTenRows(above: Int) throws {
    let leiaute = try achar([
      .init(rows: Array(repeating: ["título"], count: above) + [Self.cabecalho])
    ])
    #expect(leiaute.linha == above)
  }

  @Test func theEleventhRowIsTooLate() throws {
    let rows: [Valores] = Array(repeating: [], count: 10) + [Self.cabecalho]
    #expect(throws: PlanilhaError.self) { try achar([.init(rows: rows)]) }
    var opcoes = OpcoesDeLeitura()
    opcoes.linhasDeCabecalho = 11
    #expect(try achar([.init(rows: rows)], opcoes: opcoes).linha == 10)
    opcoes.linhasDeCabecalho = 1
    #expect(throws: PlanilhaError.self) {
      try achar([.init(rows: [[], Self.cabecalho])], opcoes: opcoes)
    }
  }

  @Test func theFirstRowThatHoldsIt() throws {
    let leiaute = try achar([
      .init(rows: [["FORMA", "STATUS", "COMISSÃO"], Self.cabecalho, Self.cabecalho])
    ])
    #expect(leiaute.linha == 1)
  }

  @Test func theFirstSheetWithAFullMatch() throws {
    let leiaute = try achar([
      .init(name: "Capa", rows: [["Relatório"]]),
      .init(name: "Resumo", rows: [["NOME DO CLIENTE", "FORMA"]]),
      .init(name: "Outubro", rows: [Self.cabecalho]),
      .init(name: "Novembro", rows: [Self.cabecalho]),
    ])
    #expect(leiaute.aba.name == "Outubro")
  }

  @Test(arguments: [Sheet.Visibility.hidden, .veryHidden])
  func hiddenSheetsAreSkipped(visibility: Sheet.Visibility) throws {
    let contents: [FakeWorkbook.Content] = [
      .init(name: "Velha", visibility: visibility, rows: [Self.cabecalho]),
      .init(name: "Nova", rows: [[], Self.cabecalho]),
    ]
    #expect(try achar(contents).aba.name == "Nova")
    #expect(
      try falta([contents[0]]) == .semAbaVisivel(arquivo: "g.xlsx", abas: ["Velha"]))
  }

  @Test func aSheetThatIsAskedForIsUsed() throws {
    let contents: [FakeWorkbook.Content] = [
      .init(name: "Nova", rows: [Self.cabecalho]),
      .init(name: "Março ", visibility: .hidden, rows: [[], Self.cabecalho]),
      .init(name: "vazia", rows: []),
    ]
    var opcoes = OpcoesDeLeitura()
    for nome in ["Março ", "março", " MARCO"] {
      opcoes.abas = [.gestores: nome]
      #expect(try achar(contents, opcoes: opcoes).linha == 1)
    }
    // Another spreadsheet's sheet is none of this one's business.
    opcoes.abas = [.webopay: "vazia"]
    #expect(try achar(contents, opcoes: opcoes).aba.name == "Nova")

    opcoes.abas = [.gestores: "Abril"]
    #expect(
      try falta(contents, opcoes: opcoes)
        == .abaInexistente(arquivo: "g.xlsx", aba: "Abril", abas: ["Nova", "Março ", "vazia"]))
    // The sheet asked for is the only one searched.
    opcoes.abas = [.gestores: "vazia"]
    guard case .semCabecalho(let erro) = try falta(contents, opcoes: opcoes) else {
      Issue.record("a header in an empty sheet")
      return
    }
    #expect(erro.abas == ["vazia"])
  }

  @Test func theExactNameOfASheetComesFirst() throws {
    var opcoes = OpcoesDeLeitura()
    opcoes.abas = [.gestores: "plan"]
    let leiaute = try achar(
      [
        .init(name: "PLAN", rows: [Self.cabecalho]),
        .init(name: "plan", rows: [[], Self.cabecalho]),
      ], opcoes: opcoes)
    #expect(leiaute.aba.index == 1)
  }

  @Test func columnsInAnyOrderAndSpelling() throws {
    let leiaute = try achar([
      .init(rows: [["comissao", nil, "Status - NF", " status ", "x", "NOME_DO_CLIENTE", "Forma"]])
    ])
    #expect(leiaute.indices == [.comissao: 0, .status: 3, .nome: 5, .forma: 6])
    #expect(leiaute.repetidas.isEmpty)
  }

  @Test func statusNFIsNotStatus() throws {
    let erro = try falta([
      .init(rows: [["NOME DO CLIENTE", "FORMA", "STATUS - NF", "COMISSÃO"]])
    ])
    guard case .semCabecalho(let falta) = erro else {
      Issue.record("\(erro)")
      return
    }
    #expect(falta.achado?.faltando == ["STATUS"])
  }

  @Test func aliases() throws {
    var opcoes = OpcoesDeLeitura()
    opcoes.apelidos = [
      .gestores: [Rotulo("COMISSÃO"): [Rotulo("Valor da comissão"), Rotulo("VLR")]],
      .webopay: [Rotulo("FORMA"): [Rotulo("Tipo")]],
    ]
    let linha: Valores = ["NOME DO CLIENTE", "FORMA", "STATUS", "vlr"]
    #expect(try achar([.init(rows: [linha])], opcoes: opcoes)[.comissao] == 3)
    // The usual text still counts, and an alias of another spreadsheet does not.
    #expect(try achar([.init(rows: [Self.cabecalho])], opcoes: opcoes)[.comissao] == 3)
    #expect(throws: PlanilhaError.self) {
      try achar(
        [.init(rows: [["NOME DO CLIENTE", "TIPO", "STATUS", "COMISSÃO"]])], opcoes: opcoes)
    }
    let duas = try achar([.init(rows: [Self.cabecalho + ["VLR"]])], opcoes: opcoes)
    // Where the usual text stands, an alias is a column like any other.
    #expect(duas[.comissao] == 3)
    #expect(duas.repetidas == [:])
  }

  @Test func ofDoubledHeadersTheFirstIsUsedAndTold() throws {
    let leitura = try importarGestores(
      FakeWorkbook([
        .init(
          name: "Outubro",
          rows: [
            [], ["STATUS", "NOME DO CLIENTE", "COMISSÃO", "FORMA", "comissao", "Comissão"],
            ["ENTROU", "ANA", 1, "PIX", 2, 3],
          ])
      ]), arquivo: "g.xlsx", opcoes: .init())
    #expect(leitura.registros.map(\.comissao) == [try reais("1")])
    #expect(leitura.avisos.map(\.lugar) == ["g.xlsx/Outubro/E2", "g.xlsx/Outubro/F2"])
    #expect(
      leitura.avisos.first?.mensagem
        == "a coluna COMISSÃO aparece mais de uma vez; vale a primeira, na coluna C")
  }

  @Test func aReaderInTroubleIsTrouble() throws {
    let workbook = FakeWorkbook(
      [.init(rows: [Self.cabecalho])], failure: .damaged(.truncated, part: "x.xml"))
    #expect(throws: PlanilhaError.ilegivel(arquivo: "g.xlsx", .damaged(.truncated, part: "x.xml")))
    {
      try importarGestores(workbook, arquivo: "g.xlsx", opcoes: .init())
    }
    #expect(throws: PlanilhaError.self) {
      try identificar(workbook, arquivo: "g.xlsx", opcoes: .init())
    }
  }
}
