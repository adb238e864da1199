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
    shown: "0 para desistiu e desconto, nenhum para nulo, senão o que o cliente tem",
    help: "O valor da comissão, como 1.234,56.", parse: lerValor)
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    let base = try retrato.baseEscolhida(values[pedido.mes])
    let cliente = try base.cliente(chamado: values[nome])
    let status = try values[status]
    let decidido = try valorDecidido(status, informado: values[valor], de: cliente)
    let motivo = try values[pedido.motivo]
    let dia = try pedido.dia(values, ambiente)
    let efeito = decidir(
      cliente.chave, status, valor: decidido.valor, motivo: motivo, dia: dia,
      em: base.competencia, entre: try retrato.bases(), operacao: retrato.operacao + 1)
    guard efeito.bases.first?.competencia == base.competencia else {
      throw Falha(
        .badData, "\(cliente.chave) não pôde ser decidido na \(base.nome); nada foi mudado.")
    }
    var passo = Passo(
      .decidirCliente, ambiente.autoria, mes: base.competencia, bases: efeito.bases)
    passo.argumentos = [
      "cliente": cliente.chave.texto, "status": status.rawValue, "motivo": motivo,
      "data": dia.iso,
    ].merging(decidido.valor.map { ["valor": $0.texto] } ?? [:]) { given, _ in given }
    let operacao = try escrita?.gravar(passo)
    let resultado = ResultadoDeDecisao(
      base: base, antes: cliente, efeito: efeito, outras: try retrato.bases(), valor: decidido,
      operacao: operacao)
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
  let nome = form.nomeDoCliente()
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
      cliente.chave, motivo: motivo, em: base.competencia, entre: try retrato.bases())
    var passo = Passo(
      .retirarDecisao, ambiente.autoria, mes: base.competencia, bases: efeito.bases)
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

/// What came of a decision, or of its withdrawal.
struct ResultadoDeDecisao {
  let base: Base
  let antes: Cliente
  /// With what other months have billed.
  let depois: Cliente
  let efeito: EfeitoDeDecisao
  /// Where the amount comes from; nil when a decision was withdrawn.
  let valor: ValorDecidido?
  /// Nil in a dry run.
  let operacao: Operacao?

  init(
    base: Base, antes: Cliente, efeito: EfeitoDeDecisao, outras: [Base], valor: ValorDecidido?,
    operacao: Operacao?
  ) {
    self.base = base
    self.antes = antes
    self.efeito = efeito
    self.valor = valor
    self.operacao = operacao
    let mudada = efeito.bases.first { $0.competencia == base.competencia } ?? base
    depois =
      mudada.comHerancas(de: outras.filter { $0.competencia != base.competencia })
      .cliente(antes.chave) ?? antes
  }
}

private func valorDecidido(
  _ status: Status, informado: Dinheiro?, de cliente: Cliente
) throws(Falha) -> ValorDecidido {
  do throws(ValorDecidido.Recusa) {
    return try ValorDecidido(status, informado: informado, de: cliente)
  } catch {
    let palavra = status.rawValue.lowercased()
    switch error {
    case .falta:
      throw Falha(
        .usage,
        "\(cliente.chave) não tem valor, e \(palavra) precisa de um. Diga-o com --valor, como"
          + " --valor 337,33; nada foi mudado.")
    case .sobra:
      throw Falha(
        .usage,
        "Com --status \(palavra) nada se fatura, e um valor não faz sentido."
          + " Deixe --valor de fora; nada foi mudado.")
    case .negativo:
      throw Falha(.usage, "O valor de uma comissão não é negativo; nada foi mudado.")
    }
  }
}
