/// One inconsistency that holds, of one client in one spreadsheet.
package struct Alerta: Hashable, Sendable {
  /// What makes two alerts of one base the same one, from run to run.
  package struct Identidade: Hashable, Comparable, Sendable {
    package let tipo: TipoDeAlerta
    package let cliente: ChaveDeNome
    package let planilha: Planilha

    package init(tipo: TipoDeAlerta, cliente: ChaveDeNome, planilha: Planilha) {
      self.tipo = tipo
      self.cliente = cliente
      self.planilha = planilha
    }

    package static func < (left: Identidade, right: Identidade) -> Bool {
      (left.tipo.numero, left.cliente, left.planilha.rawValue)
        < (right.tipo.numero, right.cliente, right.planilha.rawValue)
    }
  }

  package enum Situacao: String, CaseIterable, Sendable {
    case pendente
    case resolvido
    case falsoPositivo = "falso_positivo"
  }

  package let identidade: Identidade
  package let descricao: String
  package var situacao: Situacao
  /// False when an earlier run already raised it.
  package var novo: Bool

  package init(
    _ tipo: TipoDeAlerta, cliente: ChaveDeNome, planilha: Planilha, descricao: String,
    situacao: Situacao = .pendente, novo: Bool = true
  ) {
    identidade = Identidade(tipo: tipo, cliente: cliente, planilha: planilha)
    self.descricao = descricao
    self.situacao = situacao
    self.novo = novo
  }

  package var tipo: TipoDeAlerta { identidade.tipo }
  package var cliente: ChaveDeNome { identidade.cliente }
  package var planilha: Planilha { identidade.planilha }
}

extension [Alerta] {
  /// Those that no earlier run had raised.
  package var gerados: [Alerta.Identidade] { filter(\.novo).map(\.identidade) }
}
