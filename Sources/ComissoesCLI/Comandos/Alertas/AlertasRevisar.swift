import CommandLineKit
import Conciliacao
import Dados
import Dominio

let alertasRevisar = Command<Ambiente>(
  "revisar", "Passa pelos alertas em aberto, um a um, e decide com uma tecla.",
  examples: ["comissoes alertas revisar", "comissoes alertas revisar --tipo 3 --mes 2025-10"]
) { form in
  form.formatos([.tabela])
  let pedido = PedidoDeAlertas(&form)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: [.tabela])
    let filtro = try FiltroDeAlertas(pedido, situacao: .pendente, values)
    let base = try ambiente.acervo.retrato().baseEscolhida(values[pedido.mes])
    let alertas = base.alertas.filter(filtro.inclui).sorted(by: Alerta.piorPrimeiro)
    guard let keyboard = ambiente.shell.keyboard() else {
      throw Falha(
        .usage,
        "'alertas revisar' precisa de um terminal, com alguém para apertar as teclas. Fora dele,"
          + " use 'comissoes alertas' e 'comissoes alertas resolver', ou a lista em planilha.")
    }
    defer { keyboard.close() }
    let revisao = Revisao(de: alertas.map(base.numero), ambiente, keyboard)
    let fim = revisao.trabalhar()
    keyboard.close()
    try ambiente.shell.write(revisao.resumo())
    if case .signal(let signal) = fim { keyboard.surrender(to: signal) }
  }
}
