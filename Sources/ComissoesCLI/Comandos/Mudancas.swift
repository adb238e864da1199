import Dados
import Dominio

/// What happens to the base of one month between two versions of it.
struct Mudanca {
  let mes: Competencia
  let antes: Base?
  let depois: Base?

  var clientes: [Diferenca] { diferencas(de: antes, para: depois) }
}

/// A report that comes or goes with a change of its base.
struct RelatorioMudado {
  enum Destino { case deixaDeExistir, voltaAExistir }

  let base: Base
  let relatorio: Relatorio
  let destino: Destino
  /// Where its copy stands, or is to stand.
  let caminho: String
  /// True when somebody has changed the copy, or put another file in its place.
  let alterado: Bool
}

extension Retrato {
  /// The reports that cease or come back with these changes, by number.
  func relatorios(_ mudancas: [Mudanca]) throws -> [RelatorioMudado] {
    try mudancas.flatMap { mudanca in
      let antes = mudanca.antes?.relatorios ?? []
      let depois = mudanca.depois?.relatorios ?? []
      return try antes.filter { !depois.contains($0) }.compactMap {
        try mudado($0, .deixaDeExistir, em: mudanca.antes)
      }
        + depois.filter { !antes.contains($0) }.compactMap {
          try mudado($0, .voltaAExistir, em: mudanca.depois)
        }
    }.sorted { $0.relatorio.numero < $1.relatorio.numero }
  }

  private func mudado(
    _ relatorio: Relatorio, _ destino: RelatorioMudado.Destino, em base: Base?
  ) throws -> RelatorioMudado? {
    guard let base else { return nil }
    return RelatorioMudado(
      base: base, relatorio: relatorio, destino: destino, caminho: acervo.caminho(relatorio),
      alterado: try copiaAlterada(relatorio))
  }

  /// What an operation changed, by month.
  func mudancas(_ operacao: Operacao) throws -> [Mudanca] {
    try operacao.gravou.sorted { $0.key < $1.key }.map { mes, troca in
      Mudanca(
        mes: mes, antes: try versao(troca.antes, de: mes),
        depois: try versao(troca.depois, de: mes))
    }
  }

  /// What taking an operation back, or doing it again, changes.
  func mudancas(_ reposicao: Reposicao) throws -> [Mudanca] {
    try reposicao.bases.sorted { $0.key < $1.key }.map { mes, depois in
      Mudanca(
        mes: mes, antes: try base(mes), depois: try versao(depois, de: mes))
    }
  }
}
