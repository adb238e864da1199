import Dominio
import FoundationEssentials
import Spreadsheets
import TestSupport
import Testing

@testable import Planilhas

/// The committed spreadsheets, made by four other programs.
struct FixturesTests {
  private static let mes = "planilhas/mes"

  /// The remarks that the second implementation of the rules expects.
  private func avisosEsperados(_ documento: String) throws -> [String] {
    struct Documento: Decodable {
      struct Lugar: Decodable {
        let arquivo: String
        let aba: String
        let celula: String
      }
      let avisos: [Lugar]
    }
    let bytes = try Fixture.bytes("casos/mes/\(documento).json")
    return try JSONDecoder().decode(Documento.self, from: Data(bytes)).avisos
      .map { "\($0.arquivo)/\($0.aba)/\($0.celula)" }
  }

  @Test func acompanhamento() throws {
    let nome = "ACOMPANHAMENTO_SKILL_2025.xlsx"
    let leitura = try importarAcompanhamento(
      abrir("\(Self.mes)/\(nome)"), arquivo: nome, opcoes: .init())
    #expect(leitura.linhaDoCabecalho == 3)
    #expect(leitura.avisos.isEmpty)
    let nomes = leitura.registros.map(\.cliente.texto)
    #expect(nomes.count { $0 == "JOÃO PEDRO MACIEL" } == 3)
    #expect(nomes.contains("QUITÉRIA CONCEIÇÃO"))
    #expect(nomes.contains("OLÍVIA PALMARES"))
    #expect(leitura.registros.allSatisfy { $0.cadastro.dia != nil })
  }

  @Test func gestoresAndWeboPay() throws {
    let nome = "COMISSÕES_GESTORES.xlsx"
    let gestores = try importarGestores(
      abrir("\(Self.mes)/\(nome)"), arquivo: nome, opcoes: .init())
    let outro = "relatorio-comissoes_WebroPay.xlsx"
    let webopay = try importarWeboPay(
      abrir("\(Self.mes)/\(outro)"), arquivo: outro, opcoes: .init())
    #expect(
      (gestores.avisos + webopay.avisos).map(\.lugar) == (try avisosEsperados("esperado-controle")))

    let cleonice = try #require(
      gestores.registros.first { $0.cliente.texto == "CLEONICE LAYS TRINDADE RIBEIRO" })
    #expect(cleonice.comissao == (try reais("331.4805")))
    #expect(cleonice.forma?.sentido == .financiado)
    #expect(gestores.registros.contains { $0.cliente.texto == "10399" })
    #expect(gestores.registros.contains { $0.comissao == Dinheiro("-150") })
    let joanderson = webopay.registros.filter { $0.cliente.texto == "JOANDERSON DA SILVA JESUS" }
    #expect(joanderson.first?.parcela == 1)
  }

  @Test func epr() throws {
    let nome = "EPR_03-11-25.xls"
    let leitura = try importarEPR(abrir("\(Self.mes)/\(nome)"), arquivo: nome, opcoes: .init())
    #expect(leitura.avisos.map(\.lugar) == (try avisosEsperados("esperado-recebimentos")))
    #expect(leitura.registros.count { $0.assinatura == nil } == 1)
  }

  @Test(arguments: [
    ("ACOMPANHAMENTO_SKILL_2025.xlsx", Planilha.acompanhamento),
    ("COMISSÕES_GESTORES.xlsx", .gestores),
    ("relatorio-comissoes_WebroPay.xlsx", .webopay), ("EPR_03-11-25.xls", .epr),
  ])
  func eachIsRecognisedAsItself(nome: String, planilha: Planilha) throws {
    let achados = try identificar(
      abrir("\(Self.mes)/\(nome)"), arquivo: nome, opcoes: .init()
    ).reconhecidas
    #expect(achados.map(\.planilha) == [planilha])
    #expect(achados.first?.ausentes == [])
    #expect(achados.first?.colunas.count == colunasDe(planilha).count)
  }

  @Test func aDoubledColumn() throws {
    let pasta = "coluna-repetida"
    let nome = "\(pasta).xlsx"
    let leitura = try importarGestores(
      abrir("erros/avisos/\(pasta)/\(nome)"), arquivo: nome, opcoes: .init())
    #expect(leitura.avisos.map(\.celula) == ["M2"])
    #expect(leitura.registros.map(\.comissao) == [Dinheiro("350.9805"), Dinheiro("331.4805")])
    let achado = try identificar(
      abrir("erros/avisos/\(pasta)/\(nome)"), arquivo: nome, opcoes: .init()
    ).reconhecidas.first
    #expect(achado?.colunas.filter(\.repetida).map(\.letra) == ["I"])
  }

  /// One cell in each row that cannot be read: one remark each, in its place, and no row is lost
  /// but the one without a name.
  @Test func unreadableCells() throws {
    let pasta = "celulas-ilegiveis"
    let nome = "\(pasta).xlsx"
    let leitura = try importarGestores(
      abrir("erros/avisos/\(pasta)/\(nome)"), arquivo: nome, opcoes: .init())
    let achado = try #require(
      try identificar(
        abrir("erros/avisos/\(pasta)/\(nome)"), arquivo: nome, opcoes: .init()
      ).reconhecidas.first)
    func letra(_ coluna: String) throws -> String {
      try #require(achado.colunas.first { $0.nome == coluna }?.letra)
    }
    var esperado = try (3...21).map { "\(try letra("COMISSÃO"))\($0)" }
    esperado += try (22...25).map { "\(try letra("STATUS"))\($0)" }
    esperado += ["\(try letra("FORMA"))26", "\(try letra("NOME DO CLIENTE"))27"]
    #expect(leitura.avisos.map(\.celula) == esperado)
    #expect(leitura.avisos.allSatisfy { $0.arquivo == nome && $0.aba == leitura.aba })
    #expect(leitura.registros.map(\.linha) == Array(3...26))
    #expect(leitura.registros.prefix(19).allSatisfy { $0.comissao == nil })
    #expect(leitura.registros.last?.forma == Gestores.Forma(texto: "#N/A", sentido: .desconhecida))
  }
}
