import CommandLineKit
import Conciliacao
import Dados
import Dominio

let clienteLiberar = Command<Ambiente>(
  "liberar", "Libera um cliente já faturado para ser faturado mais uma vez.",
  examples: ["comissoes cliente liberar \"ANA SOUZA\" --motivo \"segundo contrato\""]
) { form in
  let nome = form.nomeDoCliente(.clienteFaturado)
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    var base = try retrato.baseEscolhida(values[pedido.mes])
    let cliente = try retrato.baseComHerancas(values[pedido.mes]).cliente(chamado: values[nome])
    guard cliente.jaPago else {
      throw Falha(
        .badData,
        "Ainda não há comissão faturada de \(cliente.chave), em nenhum mês; não é preciso liberar, e"
          + " nada foi mudado.")
    }
    // One release, one bill: two months must not each bill by it.
    let todas = try retrato.bases()
    let contas = ContasConhecidas(todas)
    for outra in todas {
      guard
        let liberado = outra.clientes.first(where: {
          $0.liberacao != nil && contas.saoUmCliente($0.chave, cliente.chave)
        })
      else { continue }
      let nome = liberado.chave == cliente.chave ? "" : ", sob o nome \(liberado.chave)"
      throw Falha(
        .badData,
        "Já há uma nova comissão de \(cliente.chave) liberada na \(outra.nome)\(nome); nada foi"
          + " mudado."
          + " Ela vale no próximo 'comissoes recebimentos --mes \(outra.competencia.iso)'.")
    }
    base.liberar(
      cliente,
      Liberacao(dia: try pedido.dia(values, ambiente), motivo: try values[pedido.motivo]))
    var passo = Passo(.liberarCliente, ambiente.autoria, mes: base.competencia, bases: [base])
    try passo.decidir(cliente, pedido, values, ambiente)
    let operacao = try escrita?.gravar(passo)
    try ambiente.mostrar {
      textoDeLiberacao(cliente, base, operacao)
    } documento: {
      DocumentoDeDecisao(passo, sobre: cliente, em: base, operacao: operacao)
    }
  }
}

let estornoRegistrar = Command<Ambiente>(
  "registrar", "Registra que a comissão faturada de um cliente foi devolvida.",
  examples: ["comissoes estorno registrar \"ANA SOUZA\" --motivo \"devolvido por PIX\""]
) { form in
  let nome = form.nomeDoCliente(.clienteFaturado)
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    let base = try retrato.baseComHerancas(values[pedido.mes])
    let cliente = try base.cliente(chamado: values[nome])
    guard let estorno = cliente.estorno else {
      throw Falha(semEstorno: cliente, base)
    }
    let devolucao = Devolucao(
      dia: try pedido.dia(values, ambiente), motivo: try values[pedido.motivo])
    // Months that inherited the bill must not ask for the money again.
    let todas = try retrato.bases()
    let contas = ContasConhecidas(todas)
    let bases = todas.compactMap { base -> Base? in
      var base = base
      let antes = base
      base.registrarEstorno(devolucao) { contas.saoUmCliente($0, cliente.chave) }
      return base == antes ? nil : base
    }
    var passo = Passo(
      .registrarEstorno, ambiente.autoria,
      mes: bases.map(\.competencia).max() ?? base.competencia, bases: bases)
    try passo.decidir(cliente, pedido, values, ambiente)
    let operacao = try escrita?.gravar(passo)
    try ambiente.mostrar {
      textoDeEstorno(cliente, estorno, operacao)
    } documento: {
      DocumentoDeDecisao(passo, sobre: cliente, em: base, operacao: operacao)
    }
  }
}

extension Passo {
  /// - Parameter cliente: as it was before.
  fileprivate mutating func decidir(
    _ cliente: Cliente, _ pedido: PedidoDoDiretor, _ values: Values, _ ambiente: Ambiente
  ) throws {
    argumentos = [
      "cliente": cliente.chave.texto, "motivo": try values[pedido.motivo],
      "data": try pedido.dia(values, ambiente).iso,
    ]
    // The bills that the decision is about; the months that it changes itself need not be named.
    leu = cliente.faturamentos.map(\.base)
  }
}
