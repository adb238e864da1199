import Conciliacao
import Dominio
import Testing

@testable import ComissoesCLI

/// What commands print for people.
@Suite struct TextosTests {
  @Test("The sentence on inherited bills agrees in number", arguments: [1, 2])
  func inheritedBills(count: Int) throws {
    let outubro = try #require(Competencia(ano: 2025, mes: 10))
    let novembro = try #require(Competencia(ano: 2025, mes: 11))
    let clientes = try (1...count).map { number in
      Cliente(
        chave: try #require(ChaveDeNome(nome: "Cliente \(number)")), linhas: [number],
        faturamento: Faturamento(
          valor: Dinheiro(centavos: 100), dia: .epoca, contrato: nil, base: outubro, relatorio: 1))
    }
    let registros = clientes.map { Acompanhamento.Registro(linha: 1, cliente: $0.chave) }
    let criacao = criarBase(
      novembro, registros: registros, anterior: nil,
      outras: [Base(competencia: outubro, clientes: clientes)])
    let expected =
      count == 1
      ? "1 cliente já faturado em outro mês, que não será faturado de novo."
      : "2 clientes já faturados em outro mês, que não serão faturados de novo."
    let texto = textoDeCriacao(criacao, substituiu: false, dryRun: false)
    #expect(texto.split(separator: "\n").contains(Substring(expected)), "\(texto)")
  }

  @Test("A table aligns by characters, and ends no line with spaces")
  func table() {
    var tabela = Tabela([("Nome", .esquerda), ("Valor", .direita), ("", .esquerda)])
    #expect(tabela.texto.isEmpty)
    tabela.acrescentar(["JOÃO", "1,00", ""])
    tabela.acrescentar(["ÂNGELA", "10,00", "x"])
    #expect(
      tabela.texto == """
        Nome    Valor
        ──────  ─────  ─
        JOÃO     1,00
        ÂNGELA  10,00  x

        """)
  }

  @Test(
    "The folder and the name of a path",
    arguments: [
      ("a.xls", ".", "a.xls"), ("mes/a.xls", "mes", "a.xls"), ("/a.xls", "/", "a.xls"),
      ("/x/y/a.xls", "/x/y", "a.xls"),
    ])
  func paths(path: String, folder: String, name: String) {
    #expect(pastaDoArquivo(path) == folder)
    #expect(nomeDoArquivo(path) == name)
  }
}
