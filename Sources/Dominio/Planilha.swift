/// The four spreadsheets of a month. Docs/regras.md §2
package enum Planilha: String, CaseIterable, Sendable, Codable {
  case acompanhamento = "Acompanhamento"
  case gestores = "Gestores"
  case webopay = "WeboPay"
  case epr = "EPR"
}
