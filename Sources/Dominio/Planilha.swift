/// The four spreadsheets of a month. Docs/regras.md §2
package enum Planilha: String, CaseIterable, Sendable {
  case acompanhamento = "Acompanhamento"
  case gestores = "Gestores"
  case webopay = "WeboPay"
  case epr = "EPR"
}
