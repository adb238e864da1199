package import Dominio

/// Crosses a base with EPR. Docs/regras.md §7
///
/// - Parameters:
///   - base: the base; its record of alerts receives those of this run.
///   - outras: the bases of the other months; what they billed is not billed again, and goes back
///     when the client gave up.
package func analisarRecebimentos(
  _ base: inout Base, epr: [EPR.Registro], outras: [Base], em corrida: Corrida = Corrida()
) -> Recebimentos {
  let vinculados = NomesVinculados(base.vinculos)
  let assinados = IndiceDeNomes(vinculados.aplicar(epr))
  let clientes = base.comHerancas(de: outras).clientes
  let contas = ContasConhecidas(outras + [base])
  let porContrato = contasPorContrato(outras + [base])
  let liberados = outras.flatMap { outra in
    outra.clientes.filter { $0.liberacao != nil }.map {
      (cliente: $0.chave, base: outra.competencia)
    }
  }
  var resultado = Recebimentos()

  // By places, here and below: a loop over the clients copies each, and few are financed.
  for lugar in clientes.indices where clientes[lugar].situacao.status == .financiado {
    let cliente = clientes[lugar]
    // Billed, and not released by the director to be billed once more.
    let faturamento =
      cliente.liberacao == nil
      ? cliente.faturamento ?? contas.faturados(comoOutroNomeDe: cliente.chave).last
      : nil
    // Of what this base has billed there is nothing to say, unless it was given back since.
    if let faturamento, faturamento.base == base.competencia, faturamento.devolucao == nil {
      continue
    }
    guard let assinado = assinados[cliente.chave] else {
      if faturamento == nil {
        resultado.aguardandoAssinatura.append(
          .init(cliente: cliente.chave, valor: cliente.situacao.valor))
      }
      continue
    }
    if let faturamento {
      resultado.jaFaturados.append(
        .init(
          cliente: cliente.chave, faturamento: faturamento,
          contratoDiferente: assinado.contratoDiferente(de: faturamento),
          liberadoEm: liberados.first {
            contas.saoUmCliente($0.cliente, cliente.chave)
          }?.base))
    } else if let valor = cliente.situacao.valor {
      resultado.aReceber.append(
        .init(
          cliente: cliente.chave, valor: valor.arredondado, assinatura: assinado.assinatura,
          empreendimento: assinado.empreendimento,
          contrato: assinado.contrato,
          mesmoContrato: assinado.contrato.flatMap { porContrato[$0] }.map {
            contas.saoUmCliente($0.cliente, cliente.chave)
              ? ContaDeContrato(cliente: cliente.chave, faturamento: $0.faturamento) : $0
          }))
    } else {
      resultado.semValor.append(
        .init(
          cliente: cliente.chave, assinatura: assinado.assinatura,
          empreendimento: assinado.empreendimento,
          contrato: assinado.contrato))
    }
  }

  resultado.desistencias = clientes.compactMap { cliente in
    guard cliente.situacao.status == .desistiu || cliente.estorno != nil else { return nil }
    return .init(
      cliente: cliente.chave, status: cliente.situacao.status,
      observacao: cliente.situacao.observacao, estorno: cliente.estorno)
  }

  let financiados = Set(
    clientes.indices.filter { clientes[$0].situacao.status == .financiado }
      .map { clientes[$0].chave })
  resultado.alertas = base.anotar(
    assinados.repetidos(em: .epr, onde: financiados.contains), de: .recebimentos, em: corrida)
  return resultado
}

/// The last bill of each contract of which the money was not given back, under whatever name.
private func contasPorContrato(_ bases: [Base]) -> [String: ContaDeContrato] {
  var contas: [String: ContaDeContrato] = [:]
  for base in bases.sorted(by: { $0.competencia < $1.competencia }) {
    for lugar in base.clientes.indices where base.clientes[lugar].temFaturamento {
      let cliente = base.clientes[lugar]
      for faturamento in cliente.faturamentos where faturamento.devolucao == nil {
        guard let contrato = faturamento.contrato else { continue }
        contas[contrato] = ContaDeContrato(cliente: cliente.chave, faturamento: faturamento)
      }
    }
  }
  return contas
}

extension EPR.Registro {
  /// The contract of this row when another one was billed; nil when either is unknown.
  fileprivate func contratoDiferente(de faturamento: Faturamento) -> String? {
    guard let contrato, let faturado = faturamento.contrato, contrato != faturado else {
      return nil
    }
    return contrato
  }
}

extension Base {
  /// Marks as billed each client of the list, and enters the report. Docs/regras.md §7
  ///
  /// A client already billed keeps that record, unless the director has released the client: then
  /// the older bill stays on record beside the new one.
  package mutating func faturar(_ recebimentos: Recebimentos, em relatorio: Relatorio) {
    let porNome = Dictionary(
      recebimentos.aReceber.map { ($0.cliente, $0) }, uniquingKeysWith: { first, _ in first })
    for indice in clientes.indices {
      let cliente = clientes[indice]
      guard !cliente.jaPago || cliente.liberacao != nil, let item = porNome[cliente.chave] else {
        continue
      }
      clientes[indice].anteriores = cliente.faturamentos
      clientes[indice].liberacao = nil
      clientes[indice].faturamento = Faturamento(
        valor: item.valor, dia: relatorio.dia, contrato: item.contrato, base: competencia,
        relatorio: relatorio.numero)
    }
    relatorios.append(relatorio)
  }
}
