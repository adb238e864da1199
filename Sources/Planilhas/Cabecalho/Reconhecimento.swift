package import Dominio
package import Spreadsheets

/// A spreadsheet found in a workbook: which of the four, where its header and columns stand, and
/// what importing it would give.
package struct Reconhecimento: Sendable, Equatable {
  package struct Achada: Sendable, Equatable {
    package let nome: String
    /// As Excel writes it: `D`.
    package let letra: String
    /// The other columns with this header, which are not used.
    package let tambemEm: [String]

    package var repetida: Bool { !tambemEm.isEmpty }
  }

  package let planilha: Planilha
  package let aba: String
  /// In Excel's numbers.
  package let linhaDoCabecalho: Int
  /// The columns that made this row the header.
  package let doCabecalho: [String]
  package let colunas: [Achada]
  /// Wanted columns that are not there and need not be.
  package let ausentes: [String]
  /// How many records importing it would give.
  package let registros: Int
  /// What importing it would remark.
  package let avisos: [Aviso]
}

/// Which of the four spreadsheets a workbook holds.
package struct Identificacao: Sendable, Equatable {
  /// Those that are found whole, in the order of the month's work.
  package let reconhecidas: [Reconhecimento]
  /// When none is: the header that came nearest, and what it lacks; nil when no row has any of the
  /// wanted columns.
  package let maisParecida: SemCabecalho?
}

/// Tries the four headers on a workbook.
package func identificar(
  _ workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Identificacao {
  let procura = try porPlanilha { (planilha) throws(PlanilhaError) in
    switch planilha {
    case .acompanhamento:
      try Reconhecimento(
        ColunaDeAcompanhamento.self, workbook, arquivo, opcoes, importarAcompanhamento)
    case .gestores:
      try Reconhecimento(ColunaDeGestores.self, workbook, arquivo, opcoes, importarGestores)
    case .webopay:
      try Reconhecimento(ColunaDeWeboPay.self, workbook, arquivo, opcoes, importarWeboPay)
    case .epr: try Reconhecimento(ColunaDeEPR.self, workbook, arquivo, opcoes, importarEPR)
    }
  }
  return Identificacao(reconhecidas: procura.achados, maisParecida: procura.maisParecida)
}

/// Tries something with each of the four; a header that is not there is no failure.
///
/// - Returns: what was found, in the order of the month's work; without any, what came nearest.
/// - Throws: when the file cannot be read at all.
func porPlanilha<Achado>(
  _ tentar: (Planilha) throws(PlanilhaError) -> Achado
) throws(PlanilhaError) -> (achados: [Achado], maisParecida: SemCabecalho?) {
  var achados: [Achado] = []
  var faltas: [SemCabecalho] = []
  for planilha in Planilha.allCases {
    do throws(PlanilhaError) {
      achados.append(try tentar(planilha))
    } catch {
      switch error {
      case .semCabecalho(let falta): faltas.append(falta)
      case .ilegivel: throw error
      case .abaInexistente, .semAbaVisivel: break
      }
    }
  }
  return (achados, achados.isEmpty ? maisParecida(faltas) : nil)
}

/// The one of which the greatest part is there.
private func maisParecida(_ faltas: [SemCabecalho]) -> SemCabecalho? {
  func parte(_ falta: SemCabecalho) -> Double {
    guard let achado = falta.achado else { return 0 }
    let total = achado.desejadas + achado.faltando.count
    return total == 0 ? 0 : Double(achado.desejadas) / Double(total)
  }
  return faltas.filter { $0.achado != nil }.max { parte($0) < parte($1) }
}

extension Reconhecimento {
  fileprivate init<C: Coluna, Registro: Sendable & Equatable>(
    _: C.Type, _ workbook: any Workbook, _ arquivo: String, _ opcoes: OpcoesDeLeitura,
    _ importar: (any Workbook, String, OpcoesDeLeitura) throws(PlanilhaError) -> Leitura<Registro>
  ) throws(PlanilhaError) {
    let leiaute = try localizar(C.self, em: workbook, arquivo: arquivo, opcoes: opcoes)
    let leitura = try importar(workbook, arquivo, opcoes)
    planilha = C.planilha
    aba = leiaute.aba.name
    linhaDoCabecalho = leiaute.linha + 1
    doCabecalho = C.doCabecalho.map(\.rawValue)
    colunas = leiaute.achadas.compactMap { coluna in
      leiaute[coluna].map { indice in
        Achada(
          nome: coluna.rawValue, letra: CellReference.letters(ofColumn: indice),
          tambemEm: (leiaute.repetidas[coluna] ?? []).filter { $0 != indice }
            .map(CellReference.letters))
      }
    }
    ausentes = C.allCases.filter { leiaute[$0] == nil }.map(\.rawValue)
    registros = leitura.registros.count
    avisos = leitura.avisos
  }
}
