import Conciliacao
import Dados
import Dominio

// What is to be said of alerts, and what was said.

/// A line for each alert.
func textoDoPlano(_ plano: PlanoDeAlertas) -> String {
  guard !plano.itens.isEmpty else { return "Nenhum alerta a mudar.\n" }
  var tabela = Tabela([
    ("Nº", .direita), ("Passa a", .esquerda), ("Alerta", .esquerda), ("Motivo", .esquerda),
  ])
  for item in plano.itens {
    tabela.acrescentar([
      item.numero.description, item.palavra.palavra.situacao.nome, item.alerta.descricaoComNome,
      item.palavra.motivo,
    ])
  }
  return tabela.texto
}

func textoDoFeito(_ plano: PlanoDeAlertas, _ operacao: Operacao) -> String {
  "\(contagem(plano.itens.count, "alerta mudado", "alertas mudados")), como operação"
    + " \(operacao.numero). Para voltar atrás: comissoes desfazer \(operacao.numero)\n"
}

extension PalavraSobreAlerta.Palavra {
  /// What the alert is afterwards.
  var situacao: Alerta.Situacao {
    switch self {
    case .encerrar(.resolvido): .resolvido
    case .encerrar(.falsoPositivo): .falsoPositivo
    case .reabrir: .pendente
    }
  }
}
