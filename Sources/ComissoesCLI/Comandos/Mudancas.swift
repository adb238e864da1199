import Dados
import Dominio

/// What happens to the base of one month between two versions of it.
struct Mudanca {
  let mes: Competencia
  let antes: Base?
  let depois: Base?

  var clientes: [Diferenca] { diferencas(de: antes, para: depois) }
}

extension Retrato {
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
