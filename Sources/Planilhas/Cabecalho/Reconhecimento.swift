package import Dominio
package import Spreadsheets

/// A spreadsheet found in a workbook: which of the four, and where its header and columns stand.
package struct Reconhecimento: Sendable, Equatable {
  package struct Achada: Sendable, Equatable {
    package let nome: String
    /// As Excel writes it: `D`.
    package let letra: String
    package let repetida: Bool
  }

  package let planilha: Planilha
  package let aba: String
  /// In Excel's numbers.
  package let linhaDoCabecalho: Int
  package let colunas: [Achada]
  /// Wanted columns that are not there and need not be.
  package let ausentes: [String]
}

/// Tries the four headers on a workbook.
/// - Returns: those that are found whole, in the order of the month's work.
package func reconhecer(
  _ workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> [Reconhecimento] {
  var achados: [Reconhecimento] = []
  for planilha in Planilha.allCases {
    do throws(PlanilhaError) {
      let achado =
        switch planilha {
        case .acompanhamento:
          try Reconhecimento(ColunaDeAcompanhamento.self, workbook, arquivo, opcoes)
        case .gestores: try Reconhecimento(ColunaDeGestores.self, workbook, arquivo, opcoes)
        case .webopay: try Reconhecimento(ColunaDeWeboPay.self, workbook, arquivo, opcoes)
        case .epr: try Reconhecimento(ColunaDeEPR.self, workbook, arquivo, opcoes)
        }
      achados.append(achado)
    } catch {
      // Not this one. A file that cannot be read at all is told.
      if case .ilegivel = error { throw error }
    }
  }
  return achados
}

extension Reconhecimento {
  fileprivate init<C: Coluna>(
    _: C.Type, _ workbook: any Workbook, _ arquivo: String, _ opcoes: OpcoesDeLeitura
  ) throws(PlanilhaError) {
    self.init(try localizar(C.self, em: workbook, arquivo: arquivo, opcoes: opcoes))
  }

  fileprivate init<C: Coluna>(_ leiaute: Leiaute<C>) {
    planilha = C.planilha
    aba = leiaute.aba.name
    linhaDoCabecalho = leiaute.linha + 1
    colunas = leiaute.achadas.compactMap { coluna in
      leiaute[coluna].map {
        Achada(
          nome: coluna.rawValue, letra: CellReference.letters(ofColumn: $0),
          repetida: leiaute.repetidas[coluna] != nil)
      }
    }
    ausentes = C.allCases.filter { leiaute[$0] == nil }.map(\.rawValue)
  }
}
