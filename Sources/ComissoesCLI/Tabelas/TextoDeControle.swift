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
  var tabela = Tabela([("Status", .esquerda), ("Clientes", .direita), ("Novos", .direita)])
  for status in Status.allCases {
    tabela.acrescentar([
      status.nome, "\(totais.porStatus[status] ?? 0)", "\(numeros.novos[status] ?? 0)",
    ])
  }
  texto += tabela.texto
  texto += "\nA receber quando assinarem (financiados): \(totais.aReceber.emReais())\n"
  if totais.estornos != .zero { texto += "A devolver (estornos): \(totais.estornos.emReais())\n" }
  return texto + textoDeAlertas(controle.alertas)
}
