import Dominio
import Spreadsheets
import Testing

@testable import Planilhas

/// A file with the same header in more than one place: one is read, and that is told.
struct AbasParecidasTests {
  private static let cabecalho: Valores = ["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO"]

  private func avisos(
    _ contents: [FakeWorkbook.Content], opcoes: OpcoesDeLeitura = .init()
  ) throws -> [Aviso] {
    try importarGestores(FakeWorkbook(contents), arquivo: "g.xlsx", opcoes: opcoes).avisos
  }

  private func aba(
    _ nome: String, _ visibility: Sheet.Visibility = .visible, _ rows: [Valores] = [["ANA"]]
  ) -> FakeWorkbook.Content {
    .init(name: nome, visibility: visibility, rows: [Self.cabecalho] + rows)
  }

  @Test("Of two sheets with the same header the first was read in silence")
  func another() throws {
    let aviso = try #require(try avisos([aba("Setembro"), aba("Outubro")]).first)
    #expect(aviso.aba == "Setembro")
    #expect(aviso.celula == "A1")
    #expect(
      aviso.mensagem
        == "foi lida esta aba, a primeira; a aba \"Outubro\" tem o mesmo cabeçalho e não foi lida."
        + " Se a certa é ela, use --aba-gestores em 'controle'")
  }

  @Test("Several others are told in one aviso, before those on cells")
  func others() throws {
    let avisos = try avisos([
      aba("Um", .visible, [["ANA", "PIX", "?"]]), aba("Dois"), .init(name: "Capa", rows: [["x"]]),
      .init(name: "Três", rows: [["título"], [], Self.cabecalho, ["BIA"]]),
    ])
    #expect(avisos.count == 2)
    #expect(avisos.first?.mensagem.contains("as abas \"Dois\", \"Três\" têm") == true)
  }

  @Test("What cannot be meant is not told: hidden, without rows, without a required column")
  func notMeant() throws {
    #expect(
      try avisos([
        aba("Um"), aba("Oculta", .hidden), aba("Modelo", .visible, []),
        .init(name: "Resumo", rows: [["NOME DO CLIENTE", "FORMA"], ["ANA", "PIX"]]),
        .init(name: "Tarde", rows: Array(repeating: ["x"], count: 10) + [Self.cabecalho, ["ANA"]]),
      ]).isEmpty)
  }

  @Test("A sheet that was asked for by name needs no aviso")
  func asked() throws {
    var opcoes = OpcoesDeLeitura()
    opcoes.abas = [.gestores: "Outubro"]
    #expect(try avisos([aba("Setembro"), aba("Outubro")], opcoes: opcoes).isEmpty)
  }
}
