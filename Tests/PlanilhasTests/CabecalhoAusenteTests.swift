import Dominio
import Spreadsheets
import TestSupport
import Testing

@testable import Planilhas

/// What is told of a header that is not there, or not whole. Docs/regras.md §4
struct CabecalhoAusenteTests {
  private func mensagem<C: Coluna>(
    _ coluna: C.Type, _ contents: [FakeWorkbook.Content]
  ) throws -> String {
    let erro = try #require(throws: PlanilhaError.self) {
      try localizar(coluna, em: FakeWorkbook(contents), arquivo: "f.xlsx", opcoes: .init())
    }
    return erro.mensagem
  }

  @Test func nothingLikeIt() throws {
    #expect(
      try mensagem(
        ColunaDeWeboPay.self,
        [.init(name: "A", rows: [["Lista"]]), .init(name: "B", rows: [])])
        == "f.xlsx: não encontrei o cabeçalho de WeboPay (uma linha com Pagador e Numero_parcela)"
        + " nas linhas 1 a 10 das abas \"A\", \"B\"."
        + " Nenhuma das colunas esperadas foi encontrada. Confira se é o arquivo certo.")
  }

  @Test func theNearestIsShown() throws {
    #expect(
      try mensagem(
        ColunaDeGestores.self,
        [
          .init(name: "A", rows: [["FORMA"]]),
          .init(name: "B", rows: [[], ["COMISSÃO", "NOME", "FORMA"]]),
        ])
        == "f.xlsx: não encontrei o cabeçalho de Gestores (uma linha com NOME DO CLIENTE)"
        + " nas linhas 1 a 10 das abas \"A\", \"B\"."
        + " O mais parecido está na aba \"B\", linha 2: tem COMISSÃO, NOME, FORMA;"
        + " falta NOME DO CLIENTE, STATUS. Confira se é o arquivo certo.")
  }

  /// DATA is not required, and yet it makes the header: it must be named as missing.
  @Test func acompanhamentoWithoutDataSaysThatDataIsMissing() throws {
    #expect(
      try mensagem(ColunaDeAcompanhamento.self, [.init(rows: [["NOME", "CORRETOR"]])])
        == "f.xlsx: não encontrei o cabeçalho de Acompanhamento (uma linha com NOME e DATA)"
        + " nas linhas 1 a 10 da aba \"Plan1\"."
        + " O mais parecido está na aba \"Plan1\", linha 1: tem NOME, CORRETOR; falta DATA."
        + " Confira se é o arquivo certo.")
  }

  @Test func requiredColumnsMissingNameTheSheetsAndRowsSearched() throws {
    #expect(
      try mensagem(
        ColunaDeEPR.self,
        [
          .init(name: "Capa", rows: [["EPR"]]),
          .init(name: "EPR", rows: [["x"], ["Nome Mutuário", "Número Contrato"]]),
        ])
        == "f.xlsx, aba \"EPR\", linha 2: falta a coluna Data de Assinatura de EPR."
        + " Colunas encontradas: Nome Mutuário, Número Contrato."
        + " Procurei nas linhas 1 a 10 das abas \"Capa\", \"EPR\"."
        + " Corrija o cabeçalho, ou dê o nome usado na planilha em 'apelidos' da configuração.")
  }

  /// The column that is missing may stand there under a name that is only nearly right.
  @Test func columnsFoundWereOnlyTheWantedOnes() throws {
    let texto = try mensagem(
      ColunaDeGestores.self,
      [.init(rows: [["NOME DO CLIENTE", "FORMA", "STATUS  - NF", "COMISSÃO"]])])
    #expect(texto.contains("Colunas encontradas: NOME DO CLIENTE, FORMA, STATUS - NF, COMISSÃO."))
  }

  @Test func aVeryWideHeaderIsCut() throws {
    let largo = (1...40).map { FakeWorkbook.Value.text("COLUNA \($0)") }
    let comprido = FakeWorkbook.Value.text(String(repeating: "x", count: 41))
    let texto = try mensagem(
      ColunaDeGestores.self, [.init(rows: [["NOME DO CLIENTE", comprido] + largo])])
    #expect(texto.contains(", \(String(repeating: "x", count: 39))…, COLUNA 1, "))
    #expect(texto.contains(", COLUNA 28…. Procurei"))
  }

  @Test func fixtureWithoutHeader() throws {
    let erro = try #require(throws: PlanilhaError.self) {
      try importarGestores(
        abrir("erros/planilhas/sem-cabecalho/sem-cabecalho.xlsx"), arquivo: "sem-cabecalho.xlsx",
        opcoes: .init())
    }
    #expect(
      erro
        == .semCabecalho(
          SemCabecalho(
            arquivo: "sem-cabecalho.xlsx", planilha: .gestores, abas: ["Plan1"], linhas: 10,
            doCabecalho: ["NOME DO CLIENTE"], achado: nil)))
  }

  @Test func fixtureWithColumnsMissing() throws {
    let erro = try #require(throws: PlanilhaError.self) {
      try importarGestores(
        abrir("erros/planilhas/coluna-faltando/coluna-faltando.xlsx"),
        arquivo: "coluna-faltando.xlsx",
        opcoes: .init())
    }
    guard case .semCabecalho(let falta) = erro else {
      Issue.record("\(erro)")
      return
    }
    #expect(falta.achado?.faltando == ["STATUS", "COMISSÃO"])
    #expect(
      falta.achado?.colunas == [
        "#", "NOME DO CLIENTE", "STATUS - NF", "STATUS - NF", "EMPREENDIMENTO", "UNIDADE",
        "VALOR DO IMÓVEL", "% GESTOR", "FORMA", "OBSERVAÇÃO",
      ])
    #expect(falta.achado?.linha == 2)
    #expect(erro.mensagem.contains("faltam as colunas STATUS, COMISSÃO de Gestores"))
  }

  @Test func sheetsThatAreNotThere() {
    #expect(
      PlanilhaError.abaInexistente(arquivo: "f.xlsx", aba: "C", abas: ["A", "B"]).mensagem
        == "f.xlsx: não há aba \"C\". As abas são: \"A\", \"B\".")
    #expect(
      PlanilhaError.semAbaVisivel(arquivo: "f.xlsx", abas: ["A"]).mensagem
        == "f.xlsx: todas as abas estão ocultas (\"A\")."
        + " Reexiba a aba certa no Excel e salve.")
    #expect(
      PlanilhaError.semAbaVisivel(arquivo: "f.xlsx", abas: []).mensagem
        == "f.xlsx: o arquivo não tem nenhuma aba com células. Confira se é o arquivo certo.")
  }
}

func abrir(_ fixture: String) throws -> any Workbook {
  try openWorkbook(ByteSource(path: Fixture.path(fixture)))
}
