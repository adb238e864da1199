import Dominio
import Spreadsheets
import Testing

@testable import Planilhas

/// Dates. Docs/regras.md §4
struct DiaTests {
  private func lido(
    _ valor: FakeWorkbook.Value, dates: DateSystem = .from1900
  ) throws -> Leitura<EPR.Registro> {
    try lerEPR([["ANA", valor]], dates: dates)
  }

  @Test(arguments: [
    (45964.0, DateSystem.from1900, "2025-11-03"), (45964.99999, .from1900, "2025-11-03"),
    (44502, .from1904, "2025-11-03"), (1, .from1900, "1900-01-01"), (59, .from1900, "1900-02-28"),
    (61, .from1900, "1900-03-01"), (1, .from1904, "1904-01-02"),
    (2_958_465, .from1900, "9999-12-31"),
  ])
  func dateCells(serial: Double, system: DateSystem, iso: String) throws {
    let leitura = try lido(.date(serial), dates: system)
    #expect(leitura.registros.map(\.assinatura?.iso) == [iso])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    "03/11/2025", "2025-11-03", " 03/11/2025 ", "\u{A0}2025-11-03", "03/11/\u{200B}2025",
  ])
  func texts(texto: String) throws {
    let leitura = try lido(.text(texto))
    #expect(leitura.registros.map(\.assinatura?.iso) == ["2025-11-03"])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    "29/02/2024", "31/12/1999", "01/01/2000", "2024-02-29",
  ])
  func daysThatAre(texto: String) throws {
    #expect(try lido(.text(texto)).registros.first?.assinatura == Dia(lendo: texto))
    #expect(Dia(lendo: texto) != nil)
  }

  @Test(arguments: [
    FakeWorkbook.Value.text("31/02/2025"), "29/02/2025", "31/04/2025", "32/13/2025", "11/13/2025",
    "00/10/2025", "03/11/25", "3 de novembro", "03-11-2025", "2025/11/03", "03.11.2025",
    "20251103", "03/11/2025 10:00", "03/11", "/11/2025", "a assinar", "-", "2025-11-",
    "٠٣/١١/٢٠٢٥", "03/11/ 2025",
    .number(45964), .number(20_251_103), .date(0.5), .date(0), .date(-1), .date(3e6), .date(.nan),
    .date(.infinity), .date(-.infinity), .elapsed(1), .boolean(true), .error("#VALUE!"),
  ])
  func whatCannotBeReadIsARemarkAndNoDate(valor: FakeWorkbook.Value) throws {
    let leitura = try lido(valor)
    #expect(leitura.registros.map(\.assinatura) == [nil])
    #expect(leitura.avisos.map(\.lugar) == ["epr.xls/Plan1/B2"])
    #expect(
      leitura.avisos.first?.mensagem.contains(
        " não é uma data; Data de Assinatura fica sem data nesta linha") == true)
  }

  @Test func blankIsNoDateAndNoRemark() throws {
    let leitura = try lido(" \u{A0}")
    #expect(leitura.registros.map(\.assinatura) == [nil])
    #expect(leitura.avisos.isEmpty)
  }

  @Test func theRemarkSaysWhatStandsThere() throws {
    #expect(
      try lido(.text("32/13/2025")).avisos.map(\.mensagem) == [
        "\"32/13/2025\" não é uma data; Data de Assinatura fica sem data nesta linha."
          + " Use uma célula de data ou dd/mm/aaaa"
      ])
  }
}
