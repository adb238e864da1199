/// The month that a `Base` belongs to.
package struct Competencia: Hashable, Comparable, Sendable {
  package let ano: Int
  package let mes: Int

  package init?(ano: Int, mes: Int) {
    guard (2000...2999).contains(ano), (1...12).contains(mes) else { return nil }
    self.ano = ano
    self.mes = mes
  }

  /// Reads `2025-10` or `10/2025`.
  package init?(lendo text: String) {
    let isISO = text.contains("-")
    let parts = text.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(soDigitos) else {
      return nil
    }
    let year = isISO ? parts[0] : parts[1]
    let month = isISO ? parts[1] : parts[0]
    guard year.count == 4, (1...2).contains(month.count), let ano = Int(year), let mes = Int(month)
    else { return nil }
    self.init(ano: ano, mes: mes)
  }

  /// `2025-10`.
  package var iso: String { "\(ano)-\(preenchido(mes, 2))" }

  /// `Outubro/2025`.
  package var porExtenso: String { "\(Self.meses[mes - 1])/\(ano)" }

  /// Nil only at the end of time.
  package var seguinte: Competencia? {
    Competencia(ano: mes == 12 ? ano + 1 : ano, mes: mes == 12 ? 1 : mes + 1)
  }

  /// Nil only at its beginning.
  package var anterior: Competencia? {
    Competencia(ano: mes == 1 ? ano - 1 : ano, mes: mes == 1 ? 12 : mes - 1)
  }

  package static func < (left: Competencia, right: Competencia) -> Bool {
    (left.ano, left.mes) < (right.ano, right.mes)
  }

  private static let meses = [
    "Janeiro", "Fevereiro", "Março", "Abril", "Maio", "Junho", "Julho", "Agosto", "Setembro",
    "Outubro", "Novembro", "Dezembro",
  ]
}
