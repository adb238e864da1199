import Dominio
import Testing

@testable import ComissoesCLI

/// The record is in UTC, and people live by the clock on the wall.
@Suite struct FusoTests {
  private let brasilia = Fuso { _ in -3 * 3600 }

  @Test(
    arguments: [
      ("2025-11-03T14:05:11Z", "03/11/2025 11:05"), ("2025-11-03T02:59:59Z", "02/11/2025 23:59"),
      ("2025-11-01T00:00:00Z", "31/10/2025 21:00"), ("2026-01-01T01:00:00Z", "31/12/2025 22:00"),
      ("2024-03-01T00:30:00Z", "29/02/2024 21:30"),
    ])
  func westOfGreenwich(momento: String, local: String) {
    #expect(momentoBrasileiro(momento, em: brasilia) == local)
  }

  @Test func eastOfGreenwich() {
    let kiritimati = Fuso { _ in 14 * 3600 }
    #expect(momentoBrasileiro("2025-12-31T14:05:11Z", em: kiritimati) == "01/01/2026 04:05")
    #expect(momentoBrasileiro("2025-02-28T10:00:00Z", em: kiritimati) == "01/03/2025 00:00")
  }

  /// Where summer time was, it was not always.
  @Test func theMomentDecides() {
    let summer = Fuso { seconds in seconds < 1_550_000_000 ? -7200 : -10_800 }
    #expect(momentoBrasileiro("2019-02-01T12:00:00Z", em: summer) == "01/02/2019 10:00")
    #expect(momentoBrasileiro("2025-02-01T12:00:00Z", em: summer) == "01/02/2025 09:00")
  }

  @Test(arguments: ["", "ontem", "2025-11-03", "2025-11-03T99:05:11Z", "2025-13-03T14:05:11Z"])
  func whatIsNoMomentStaysAsItIs(texto: String) {
    #expect(momentoBrasileiro(texto, em: brasilia) == texto)
  }

  @Test func theEndsOfTheCalendar() {
    #expect(momentoBrasileiro("0001-01-01T00:00:00Z", em: brasilia) == "01/01/0001 21:00")
    #expect(
      momentoBrasileiro("9999-12-31T23:00:00Z", em: Fuso { _ in 7200 }).hasPrefix("31/12/9999"))
  }
}
