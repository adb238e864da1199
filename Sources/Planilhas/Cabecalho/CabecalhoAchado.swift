package import Dominio
package import Spreadsheets

/// A header found in a workbook: which of the four it makes of it, and by what.
package struct CabecalhoAchado: Sendable, Equatable {
  package let planilha: Planilha
  package let aba: String
  /// In Excel's numbers.
  package let linha: Int
  /// The columns that tell this spreadsheet from the others.
  package let colunas: [String]
}

/// The headers of a workbook, found by its top rows alone.
package struct CabecalhosAchados: Sendable, Equatable {
  /// In the order of the month's work.
  package let achados: [CabecalhoAchado]
  /// When there is none: the one that came nearest; nil when no row has any of the wanted columns.
  package let maisParecido: SemCabecalho?
}

/// Tells which of the four spreadsheets a workbook holds, without reading further than the headers.
package func cabecalhos(
  em workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> CabecalhosAchados {
  let procura = try porPlanilha { (planilha) throws(PlanilhaError) in
    switch planilha {
    case .acompanhamento:
      try CabecalhoAchado(ColunaDeAcompanhamento.self, workbook, arquivo, opcoes)
    case .gestores: try CabecalhoAchado(ColunaDeGestores.self, workbook, arquivo, opcoes)
    case .webopay: try CabecalhoAchado(ColunaDeWeboPay.self, workbook, arquivo, opcoes)
    case .epr: try CabecalhoAchado(ColunaDeEPR.self, workbook, arquivo, opcoes)
    }
  }
  return CabecalhosAchados(achados: procura.achados, maisParecido: procura.maisParecida)
}

extension CabecalhoAchado {
  fileprivate init<C: Coluna>(
    _: C.Type, _ workbook: any Workbook, _ arquivo: String, _ opcoes: OpcoesDeLeitura
  ) throws(PlanilhaError) {
    let leiaute = try localizar(C.self, em: workbook, arquivo: arquivo, opcoes: opcoes)
    planilha = C.planilha
    aba = leiaute.aba.name
    linha = leiaute.linha + 1
    colunas =
      C.doCabecalho.map(\.rawValue)
      + C.obrigatorias.filter { !C.doCabecalho.contains($0) }.map(\.rawValue)
  }
}
