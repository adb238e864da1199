import Dominio

/// How the clock on the wall goes, beside the moments of the record, which are in UTC.
package struct Fuso: Sendable {
  package static let utc = Fuso { _ in 0 }

  /// Seconds ahead of UTC, at so many seconds from 1970.
  private let ahead: @Sendable (_ seconds: Int) -> Int

  package init(ahead: @escaping @Sendable (_ seconds: Int) -> Int) { self.ahead = ahead }

  /// The day and the time of a moment of the record, `2025-11-03T14:05:11Z`; nil for any other text.
  func local(_ momento: String) -> (dia: Dia, hora: String)? {
    let partes = momento.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
    guard let dia = Dia(lendo: String(momento.prefix(10))), partes.count == 3,
      partes.allSatisfy({ (0..<60).contains($0) })
    else { return nil }
    let noDia = (partes[0] * 60 + partes[1]) * 60 + partes[2]
    let aqui = noDia + ahead(dia.dias(desde: .epoca) * Self.day + noDia)
    let minutos = (aqui % Self.day + Self.day) % Self.day / 60
    let hora = "\(preenchido(minutos / 60, 2)):\(preenchido(minutos % 60, 2))"
    // No place on earth is a day away from UTC.
    let dias = aqui < 0 ? dia.anterior : aqui >= Self.day ? dia.seguinte : dia
    return (dias ?? dia, hora)
  }

  private static let day = 86_400
}
