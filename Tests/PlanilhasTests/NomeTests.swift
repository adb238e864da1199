import Dominio
import Testing

@testable import Planilhas

/// Names, and rows that are no records. Docs/regras.md §3 and §4
struct NomeTests {
  @Test(arguments: [
    ("  Ana\u{A0} Lúcia ", "ANA LÚCIA"), ("jo\u{E3}o", "JOÃO"), ("joa\u{303}o", "JOÃO"),
    ("an\u{200B}a", "ANA"), ("#N/A", "#N/A"),
  ])
  func texts(nome: String, texto: String) throws {
    let leitura = try lerEPR([[.text(nome)]])
    #expect(leitura.registros.map(\.cliente.texto) == [texto])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    (10399.0, "10399"), (0, "0"), (-7, "-7"), (1.5, "1.5"),
    (855_553_281_234_567, "855553281234567"),
  ])
  func aNumberIsItsText(numero: Double, texto: String) throws {
    let leitura = try lerGestores([[.number(numero), "PIX"]])
    #expect(leitura.registros.map(\.cliente.texto) == [texto])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    (FakeWorkbook.Value.error("#N/A"), "o erro #N/A"), (.boolean(true), "VERDADEIRO"),
    (.date(45964), "a data 03/11/2025"), (.elapsed(2), "uma duração"),
  ])
  func aCellThatIsNoNameIsARemarkAndLeavesTheRowOut(
    valor: FakeWorkbook.Value, descricao: String
  ) throws {
    let leitura = try lerGestores([[valor, "PIX", "ENTROU", 1], ["ANA", "PIX", "ENTROU", 2]])
    #expect(leitura.registros.map(\.linha) == [3])
    #expect(
      leitura.avisos == [
        Aviso(
          arquivo: "gestores.xlsx", aba: "Plan1", celula: "A2",
          mensagem: "\(descricao) no lugar de um nome; a linha ficou de fora")
      ])
  }

  @Test func aBlankNameIsNoRecordAndNoRemark() throws {
    let leitura = try lerGestores([
      [nil, nil, nil, 900], ["", "PIX", "x", "y"], [" \u{A0}\u{200B}", "PIX"], ["ANA"],
    ])
    #expect(leitura.registros.map(\.linha) == [5])
    #expect(leitura.avisos.isEmpty)
  }

  @Test func blankRowsNeverEndTheData() throws {
    var linhas: [Valores] = [["ANA"]]
    linhas += Array(repeating: [], count: 300)
    linhas += [[nil, " ", nil], ["BIA"], [], ["CAIO"]]
    let leitura = try lerAcompanhamento(linhas)
    #expect(leitura.registros.map(\.linha) == [2, 304, 306])
  }

  @Test func nothingBelowTheHeader() throws {
    let leitura = try lerAcompanhamento([])
    #expect(leitura.registros.isEmpty)
    #expect(leitura.linhaDoCabecalho == 1)
    #expect(leitura.aba == "Plan1")
  }

  /// Titles above the header are not data, whatever they hold.
  @Test func rowsAboveTheHeaderAreNoRecords() throws {
    let leitura = try importarEPR(
      FakeWorkbook([
        .init(rows: [["JOÃO", "x"], ["Nome Mutuário", "Data de Assinatura"], ["ANA"]])
      ]), arquivo: "e.xls", opcoes: .init())
    #expect(leitura.registros.map(\.linha) == [3])
    #expect(leitura.avisos.isEmpty)
  }

  @Test func theOtherColumnsOfAcompanhamento() throws {
    let leitura = try lerAcompanhamento([
      ["ana", .date(45964), " Rui  Sá ", "Casa & Cia", "Skill", 302],
      ["BIA", "ontem", .error("#N/A"), .boolean(false), .date(1), .elapsed(1)],
    ])
    #expect(
      leitura.registros.first?.cadastro
        == Acompanhamento.Cadastro(
          dia: Dia(ano: 2025, mes: 11, dia: 3), corretor: "Rui Sá", imobiliaria: "Casa & Cia",
          empreendimento: "Skill", unidade: "302"))
    #expect(leitura.registros.last?.cadastro == Acompanhamento.Cadastro())
    #expect(leitura.avisos.map(\.celula) == ["B3", "C3", "D3", "E3", "F3"])
    #expect(
      leitura.avisos.last?.mensagem
        == "uma duração no lugar de um texto; UNIDADE fica em branco nesta linha")
  }

  @Test func contractsKeepTheirDigits() throws {
    let leitura = try lerEPR([
      ["ANA", nil, nil, .number(855_553_281_234)], ["BIA", nil, nil, "0012"],
      ["CAIO", nil, "Torre\u{A0}A", .number(8.5555328123456e14)],
    ])
    #expect(leitura.registros.map(\.contrato) == ["855553281234", "0012", "855553281234560"])
    #expect(leitura.registros.last?.empreendimento == "Torre A")
  }
}
