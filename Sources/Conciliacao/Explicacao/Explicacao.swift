package import Dominio

/// Why the engine says what it says of one client: its own table, row by row. Docs/regras.md §5
package struct Explicacao: Sendable {
  package enum Veredito: String, Sendable {
    case vale
    case naoVale = "nao_vale"
    /// A row above it held.
    case naoAvaliada = "nao_avaliada"
  }

  package struct Linha: Sendable {
    package let prioridade: Prioridade
    package let veredito: Veredito
    /// The values that the row looks at; none of a spreadsheet that has no row of the client.
    package let fatos: [Evidencia]
  }

  package let fatos: Fatos
  package let linhas: [Linha]
  package let decisao: Decisao
  /// What would make the status another one, by what it would become.
  package let hipoteses: [Hipotese]

  /// - Parameter origens: the spreadsheets that were read, so that facts can name their cells.
  package init(_ fatos: Fatos, origens: [Origem] = []) {
    let decisao = decidir(fatos)
    let valeu = Prioridade.tabela.firstIndex { $0.numero == decisao.prioridade }
    linhas = Prioridade.tabela.enumerated().map { lugar, prioridade in
      let veredito: Veredito =
        switch valeu {
        case let valeu? where lugar > valeu: .naoAvaliada
        case lugar: .vale
        default: .naoVale
        }
      let olhados =
        prioridade.olha.gestores.flatMap { fatos.emGestores($0) }
        + prioridade.olha.webopay.flatMap { fatos.noWeboPay($0) }
      return Linha(
        prioridade: prioridade, veredito: veredito, fatos: olhados.localizadas(em: origens))
    }
    self.fatos = fatos
    self.decisao = decisao
    hipoteses = Hipotese.todas(sobre: fatos, hoje: decisao)
  }
}

extension [Evidencia] {
  fileprivate func localizadas(em origens: [Origem]) -> [Evidencia] {
    map { evidencia in
      var localizada = evidencia
      localizada.lugar =
        origens[evidencia.planilha]?.lugar(evidencia.coluna, linha: evidencia.linha)
      return localizada
    }
  }
}
