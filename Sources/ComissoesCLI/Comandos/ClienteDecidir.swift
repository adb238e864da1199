import CommandLineKit
import Conciliacao
import Dados
import Dominio

let clienteDecidir = Command<Ambiente>(
  "decidir", "Põe o status e o valor de um cliente no lugar do que as regras dizem.",
  examples: [
    "comissoes cliente decidir \"ANA SOUZA\" --status pago --valor 337,33 --motivo \"recebida\"",
    "comissoes cliente decidir \"ana souza\" --status desistiu --motivo \"distrato\" --dry-run",
  ]
) { form in
  let nome = form.nomeDoCliente()
  let status = form.requiredOption(
    "--status", value: "<S>", help: "O status que passa a valer.",
    completion: .values(palavrasDeStatus), parse: lerStatus)
  let valor = form.option(
    "--valor", value: "<V>",
    shown: "0 para desistiu e desconto, nenhum para nulo, senão o que se sabe do cliente",
    help: "O valor da comissão, como 1.234,56.", parse: lerValor)
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    let base = try retrato.baseEscolhida(values[pedido.mes])
    let pedida = try DecisaoPedida(
      sobre: base.cliente(chamado: values[nome]), em: base, status: values[status],
      informado: values[valor], motivo: values[pedido.motivo], dia: pedido.dia(values, ambiente))
    let resultado = try pedida.gravar(em: escrita, retrato, ambiente)
    try ambiente.mostrar {
      textoDeDecisao(resultado)
    } documento: {
      DocumentoDeDecisaoManual(resultado)
    }
  }
}

let clienteRetirarDecisao = Command<Ambiente>(
  "retirar-decisao", "Retira a decisão manual sobre um cliente: volta o que as regras dizem.",
  examples: ["comissoes cliente retirar-decisao \"ANA SOUZA\" --motivo \"foi engano\""]
) { form in
  let nome = form.nomeDoCliente(.clienteDecidido)
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    let base = try retrato.baseEscolhida(values[pedido.mes])
    let cliente = try base.cliente(chamado: values[nome])
    guard cliente.decisao != nil else {
      throw Falha(
        .badData,
        "Não há decisão manual sobre \(cliente.chave) na \(base.nome); nada foi mudado."
          + " Veja todos os meses com 'comissoes cliente mostrar'.")
    }
    let motivo = try values[pedido.motivo]
    let efeito = retirarDecisao(
      cliente.chave, motivo: motivo, em: base.competencia, entre: try retrato.bases(),
      operacao: retrato.operacao + 1)
    var passo = Passo(
      .retirarDecisao, ambiente.autoria, mes: base.competencia, bases: efeito.bases)
    passo.leu = try retrato.meses(da: efeito.emSeuLugar, antesDe: base.competencia)
    passo.argumentos = [
      "cliente": cliente.chave.texto, "motivo": motivo,
      "data": try pedido.dia(values, ambiente).iso,
    ]
    let operacao = try escrita?.gravar(passo)
    let resultado = ResultadoDeDecisao(
      base: base, antes: cliente, efeito: efeito, outras: try retrato.bases(), valor: nil,
      operacao: operacao)
    try ambiente.mostrar {
      textoDeDecisao(resultado)
    } documento: {
      DocumentoDeDecisaoManual(resultado)
    }
  }
}
