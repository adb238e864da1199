import CommandLineKit
import Conciliacao
import Dados
import Dominio

let clienteLiberar = Command<Ambiente>(
  "liberar", "Libera um cliente já faturado para ser faturado mais uma vez.",
  examples: ["comissoes cliente liberar \"ANA SOUZA\" --motivo \"segundo contrato\""]
) { form in
  let pedido = Pedido(&form)
  return { values, ambiente in
    let escrita = try pedido.escrita(values, ambiente)
    var base = try escrita.retrato.baseEscolhida(values[pedido.mes])
    let cliente = try escrita.retrato.baseComHerancas(values[pedido.mes])
      .cliente(chamado: values[pedido.nome])
    guard cliente.jaPago else {
      throw Falha(
        .badData,
        "\(cliente.chave) ainda não foi faturado em nenhum mês e não precisa ser liberado;"
          + " nada foi mudado.")
    }
    // One release, one bill: two months must not each bill by it.
    for outra in try escrita.retrato.bases() where outra.liberou(cliente.chave) {
      throw Falha(
        .badData,
        "\(cliente.chave) já está liberado na \(outra.nome); nada foi mudado."
          + " Vale para o próximo 'comissoes recebimentos --mes \(outra.competencia.iso)'.")
    }
    base.liberar(
      cliente,
      Liberacao(dia: try pedido.dia(values, ambiente), motivo: try values[pedido.motivo]))
    try pedido.gravar(.liberarCliente, cliente, [base], values, escrita, ambiente) { operacao in
      textoDeLiberacao(cliente, base, operacao)
    }
  }
}

let estornoRegistrar = Command<Ambiente>(
  "registrar", "Registra que a comissão faturada de um cliente foi devolvida.",
  examples: ["comissoes estorno registrar \"ANA SOUZA\" --motivo \"devolvido por PIX\""]
) { form in
  let pedido = Pedido(&form)
  return { values, ambiente in
    let escrita = try pedido.escrita(values, ambiente)
    let base = try escrita.retrato.baseComHerancas(values[pedido.mes])
    let cliente = try base.cliente(chamado: values[pedido.nome])
    guard let estorno = cliente.estorno else {
      throw Falha(.badData, semEstorno(cliente, base))
    }
    let devolucao = Devolucao(
      dia: try pedido.dia(values, ambiente), motivo: try values[pedido.motivo])
    // Months that inherited the bill must not ask for the money again.
    let todas = try escrita.retrato.bases()
    let contas = ContasConhecidas(todas)
    let bases = todas.compactMap { base -> Base? in
      var base = base
      let antes = base
      base.registrarEstorno(devolucao) { contas.saoUmCliente($0, cliente.chave) }
      return base == antes ? nil : base
    }
    try pedido.gravar(.registrarEstorno, cliente, bases, values, escrita, ambiente) { operacao in
      textoDeEstorno(cliente, estorno, operacao)
    }
  }
}

/// What both decisions ask for: a client, a reason, a month, a day.
private struct Pedido {
  let nome: Token<String>
  let motivo: Token<String>
  let mes: Token<Competencia?>
  let dia: Token<Dia?>

  init(_ form: inout Form) {
    nome = form.argument(
      "<nome>",
      help: "Nome do cliente, ou parte dele; maiúsculas e acentos não contam.")
    motivo = form.requiredOption("--motivo", value: "<texto>", help: "Por quê, para o registro.")
    mes = form.mes()
    dia = form.option(
      "--data", value: "<D>", shown: "hoje", help: "Dia, como 2025-11-03 ou 03/11/2025.",
      parse: lerDia)
  }

  func escrita(_ values: Values, _ ambiente: Ambiente) throws -> Escrita {
    try ambiente.conferirFormato(values)
    return try ambiente.escrita()
  }

  func dia(_ values: Values, _ ambiente: Ambiente) throws -> Dia {
    try values[dia] ?? ambiente.shell.today()
  }

  func gravar(
    _ acao: Operacao.Acao, _ cliente: Cliente, _ bases: [Base], _ values: Values,
    _ escrita: Escrita, _ ambiente: Ambiente, texto: (Operacao) -> String
  ) throws {
    guard let mes = bases.map(\.competencia).max() else { return }
    var passo = Passo(acao, ambiente.autoria, mes: mes, bases: bases)
    passo.argumentos = [
      "cliente": cliente.chave.texto, "motivo": try values[motivo],
      "data": try dia(values, ambiente).iso,
    ]
    // The bills that the decision is about; the months that it changes itself need not be named.
    passo.leu = cliente.faturamentos.map(\.base)
    let operacao = try escrita.gravar(passo)
    try ambiente.mostrar {
      texto(operacao)
    } documento: {
      DocumentoDeDecisao(operacao)
    }
  }
}

extension Base {
  fileprivate func liberou(_ chave: ChaveDeNome) -> Bool {
    clientes.contains { $0.chave == chave && $0.liberacao != nil }
  }
}
