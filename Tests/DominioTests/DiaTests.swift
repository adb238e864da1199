import Testing

@testable import Dominio

struct DiaTests {
  @Test(
    arguments: [
      ("2025-11-03", "2025-11-03"), ("03/11/2025", "2025-11-03"), ("3/1/2025", "2025-01-03"),
      ("2025-1-3", "2025-01-03"), ("29/02/2024", "2024-02-29"), ("2000-02-29", "2000-02-29"),
      ("0001-01-01", "0001-01-01"), ("31/12/9999", "9999-12-31"),
    ])
  func readsBothForms(text: String, iso: String) throws {
    let dia = try #require(Dia(lendo: text))
    #expect(dia.iso == iso)
    #expect(Dia(lendo: dia.iso) == dia)
    #expect(Dia(lendo: dia.brasileiro) == dia)
  }

  @Test(
    arguments: [
      "", "2025", "2025-11", "2025-11-03-01", "25-11-03", "03/11/25", "29/02/2025", "29/02/1900",
      "31/04/2025", "00/01/2025", "01/00/2025", "2025-13-01", "0000-01-01", "2025/11/03",
      "03-11-2025", "003/11/2025", "03/011/2025", "+3/11/2025", " 03/11/2025", "03/11/2025 ",
      "03//2025", "2025--03", "٠٣/١١/٢٠٢٥", "2025-11-03T00:00:00", "3/11-2025",
    ])
  func refusesWhatIsNoDay(text: String) { #expect(Dia(lendo: text) == nil) }

  @Test func isWrittenForPeopleWithTwoDigits() {
    #expect(Dia(ano: 2025, mes: 1, dia: 3)?.brasileiro == "03/01/2025")
    #expect(Dia(ano: 987, mes: 12, dia: 31)?.iso == "0987-12-31")
    #expect(Dia.epoca.iso == "1970-01-01")
  }

  @Test func theMonthsHaveTheirLengths() {
    for (ano, fevereiro) in [(1900, 28), (2000, 29), (2023, 28), (2024, 29)] {
      let lengths = (1...12).map { mes in
        (1...40).count { Dia(ano: ano, mes: mes, dia: $0) != nil }
      }
      #expect(lengths == [31, fevereiro, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    }
  }

  @Test(
    arguments: [
      ("2025-11-03", "2025-11-03", 0), ("2025-11-03", "2025-11-02", 1),
      ("2025-11-02", "2025-11-03", -1), ("2025-03-01", "2025-02-28", 1),
      ("2024-03-01", "2024-02-28", 2), ("1900-03-01", "1900-02-28", 1),
      ("2000-03-01", "2000-02-28", 2), ("2026-01-01", "2025-01-01", 365),
      ("2025-01-01", "2024-01-01", 366), ("1970-01-01", "0001-01-01", 719_162),
      ("9999-12-31", "1970-01-01", 2_932_896),
    ])
  func daysBetween(um: String, outro: String, dias: Int) throws {
    let (um, outro) = (try #require(Dia(lendo: um)), try #require(Dia(lendo: outro)))
    #expect(um.dias(desde: outro) == dias)
    #expect(outro.dias(desde: um) == -dias)
  }

  @Test func ordersByTime() throws {
    let dias = try ["02/01/2026", "31/12/2025", "01/02/2025", "31/01/2025"].map {
      try #require(Dia(lendo: $0))
    }
    #expect(dias.sorted() == dias.reversed())
  }
}
