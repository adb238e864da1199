import Conciliacao
import Dominio

/// - Parameter base: the base of the run with what it inherits from the others.
func textoDeControle(_ controle: Controle, _ base: Base, dryRun: Bool) -> String {
  let numeros = controle.estatisticas
  var texto =
    "\(base.nome): \(contagem(base.clientes.count, "cliente conferido", "clientes conferidos")),"
    + " \(contagem(numeros.clientesAtualizados, "atualizado", "atualizados"))"
    + "\(dryRun ? " (simulação: nada foi gravado)" : "").\n\n"
  let totais = Totais(base)
  texto += textoDosStatus(totais, novos: numeros.novos)
  texto += "\nA receber quando assinarem (financiados): \(totais.aReceber.emReais())\n"
  if totais.estornos != .zero { texto += "A devolver (estornos): \(totais.estornos.emReais())\n" }
  return texto + textoDeAlertas(controle.alertas, de: base.competencia)
}

/// How many clients are in each status, and how many of them have just come there.
func textoDosStatus(_ totais: Totais, novos: [Status: Int]) -> String {
  var tabela = Tabela([("Status", .esquerda), ("Clientes", .direita), ("Novos", .direita)])
  for status in Status.allCases {
    tabela.acrescentar([
      status.nome, milhares(totais.porStatus[status] ?? 0), milhares(novos[status] ?? 0),
    ])
  }
  return tabela.texto
}
