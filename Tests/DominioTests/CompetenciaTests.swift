import Testing

@testable import Dominio

struct CompetenciaTests {
  @Test(
    arguments: [
      ("2025-10", "2025-10", "Outubro/2025"), ("10/2025", "2025-10", "Outubro/2025"),
      ("3/2025", "2025-03", "Março/2025"), ("2025-3", "2025-03", "Março/2025"),
      ("2000-01", "2000-01", "Janeiro/2000"), ("12/2999", "2999-12", "Dezembro/2999"),
    ])
  func readsBothForms(text: String, iso: String, porExtenso: String) throws {
    let competencia = try #require(Competencia(lendo: text))
    #expect(competencia.iso == iso)
    #expect(competencia.porExtenso == porExtenso)
    #expect(Competencia(lendo: iso) == competencia)
  }

  @Test(
    arguments: [
      "", "2025", "2025-", "-10", "2025-00", "2025-13", "2025-010", "25-10", "10/25", "2025/10",
      "10-2025", "03/2025x", "2025-1O", " 2025-10", "2025-10-01", "1999-12", "3000-01", "٢٠٢٥-١٠",
      "outubro/2025",
    ])
  func refusesWhatIsNoMonth(text: String) { #expect(Competencia(lendo: text) == nil) }

  @Test func everyMonthHasItsName() {
    let nomes = (1...12).compactMap { Competencia(ano: 2025, mes: $0)?.porExtenso }
    #expect(
      nomes
        == [
          "Janeiro", "Fevereiro", "Março", "Abril", "Maio", "Junho", "Julho", "Agosto", "Setembro",
          "Outubro", "Novembro", "Dezembro",
        ].map { "\($0)/2025" })
  }

  @Test func ordersByTime() throws {
    let meses = try ["01/2026", "12/2025", "02/2025", "11/2024"].map {
      try #require(Competencia(lendo: $0))
    }
    #expect(meses.sorted() == meses.reversed())
  }
}
