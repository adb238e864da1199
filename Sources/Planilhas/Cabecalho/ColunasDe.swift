package import Dominio

/// The headers of one of the four spreadsheets, in their usual spelling.
package func colunasDe(_ planilha: Planilha) -> [String] {
  switch planilha {
  case .acompanhamento: ColunaDeAcompanhamento.allCases.map(\.rawValue)
  case .gestores: ColunaDeGestores.allCases.map(\.rawValue)
  case .webopay: ColunaDeWeboPay.allCases.map(\.rawValue)
  case .epr: ColunaDeEPR.allCases.map(\.rawValue)
  }
}
