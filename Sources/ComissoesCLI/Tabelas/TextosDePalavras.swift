import Conciliacao
import Dados
import Dominio

// What is to be said of alerts, and what was said.

/// A line for each alert, and how many rows of a list say what is so already.
func textoDoPlano(_ plano: PlanoDeAlertas) -> String {
  let passadas =
    plano.jaDecididas == 0
    ? ""
    : contagem(
      plano.jaDecididas, "linha da lista já estava decidida assim",
      "linhas da lista já estavam decididas assim") + ".\n"
  guard !plano.itens.isEmpty else { return "Nenhum alerta a mudar.\n\(passadas)" }
  var tabela = Tabela([
    ("Nº", .direita), ("Passa a", .esquerda), ("Alerta", .esquerda), ("Motivo", .esquerda),
  ])
  for item in plano.itens {
    tabela.acrescentar([
      item.numero.description, item.palavra.palavra.situacao.nome, item.alerta.descricaoComNome,
      item.palavra.motivo,
    ])
  }
  let herdeiros = plano.herdeiros.map(\.description).joined(separator: ", ")
  let restam =
    plano.herdeiros.isEmpty
    ? ""
    : "Em meses seguintes "
      + (plano.herdeiros.count == 1
        ? "continua encerrado, por referência ao que se reabre: \(herdeiros). Se não deve, reabra-o"
        : "continuam encerrados, por referência aos que se reabrem: \(herdeiros). Se não devem,"
          + " reabra-os") + " também.\n"
  return tabela.texto + restam + passadas
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
