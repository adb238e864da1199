package import Dominio

/// One row of the status engine: when it holds, what it decides, which alerts it raises.
package struct Prioridade: Sendable {
  /// As in Docs/regras.md §5: `1`, `5a`.
  package let numero: String
  /// When it holds, in words.
  package let condicao: String
  /// The columns that the condition looks at, and those that the value comes from.
  package let olha: ColunasOlhadas
  package let vale: @Sendable (Fatos) -> Bool
  package let situacao: @Sendable (Fatos) -> Situacao
  package let alertas: @Sendable (Fatos) -> [Alerta]

  init(
    _ numero: String, _ condicao: String, olha: ColunasOlhadas,
    quando vale: @escaping @Sendable (Fatos) -> Bool,
    entao situacao: @escaping @Sendable (Fatos) -> Situacao,
    alertas: @escaping @Sendable (Fatos) -> [Alerta] = { _ in [] }
  ) {
    self.numero = numero
    self.condicao = condicao
    self.olha = olha
    self.vale = vale
    self.situacao = situacao
    self.alertas = alertas
  }
}

/// Columns of both spreadsheets that a controle crosses with a base.
package struct ColunasOlhadas: Sendable {
  package var gestores: [ColunaDeGestores] = []
  package var webopay: [ColunaDeWeboPay] = []
}

/// What the engine says of one client.
package struct Decisao: Sendable {
  /// The row of the table that held.
  package let prioridade: String
  package let situacao: Situacao
  package let alertas: [Alerta]
}

/// The first priority that holds wins.
package func decidir(_ fatos: Fatos) -> Decisao {
  // By places, because a walk along the table copies each row.
  let tabela = Prioridade.tabela
  let lugar = tabela.indices.first { tabela[$0].vale(fatos) }
  let prioridade = lugar.map { tabela[$0] } ?? Prioridade.semInformacao
  return Decisao(
    prioridade: prioridade.numero, situacao: prioridade.situacao(fatos),
    alertas: prioridade.alertas(fatos))
}
