package import Dominio

// The director's word on a client's status. Docs/regras.md §11

/// The amount that goes with a manual decision, and where it comes from: nothing is guessed.
package enum ValorDecidido: Sendable, Equatable {
  case informado(Dinheiro)
  /// Nothing is owed for who gave up or got a discount.
  case zero
  case nenhum
  /// What the client has already.
  case atual(Dinheiro, fonte: String?)

  /// Why an amount does not go with a status.
  package enum Recusa: Error, Equatable, Sendable {
    /// The status needs an amount, and there is none to take.
    case falta
    /// The status has no amount, or only zero.
    case sobra
    case negativo
  }

  package init(
    _ status: Status, informado: Dinheiro?, de cliente: Cliente
  ) throws(Recusa) {
    if let informado, informado < .zero { throw .negativo }
    switch status {
    case .nulo:
      if informado != nil { throw .sobra }
      self = .nenhum
    case .desistiu, .desconto:
      if informado ?? .zero != .zero { throw .sobra }
      self = .zero
    case .financiado, .pago, .requerAnalise:
      if let informado {
        self = .informado(informado)
      } else if let atual = cliente.situacao.valor {
        self = .atual(atual, fonte: cliente.situacao.fonte)
      } else if status == .requerAnalise {
        self = .nenhum
      } else {
        throw .falta
      }
    }
  }

  package var valor: Dinheiro? {
    switch self {
    case .informado(let valor), .atual(let valor, _): valor
    case .zero: .zero
    case .nenhum: nil
    }
  }
}

/// What a manual decision, or the withdrawal of one, does to the bases.
package struct EfeitoDeDecisao: Sendable {
  /// Those that change, ascending by month.
  package internal(set) var bases: [Base] = []
  /// Later months that have the client and stay as they are: there another decision was taken.
  package internal(set) var comOutraDecisao: [Competencia] = []
  /// Alerts that ended, or that opened again, by number.
  package internal(set) var alertas: [NumeroDeAlerta] = []
}

/// Puts the director's word in the place of what the rules say, in a month and the later ones.
///
/// - Parameters:
///   - bases: all of them; of a month before `mes` nothing changes.
///   - operacao: the number that this has in the history, or would have.
package func decidir(
  _ cliente: ChaveDeNome, _ status: Status, valor: Dinheiro?, motivo: String, dia: Dia,
  em mes: Competencia, entre bases: [Base], operacao: Int
) -> EfeitoDeDecisao {
  var efeito = EfeitoDeDecisao()
  for base in bases.sorted(by: { $0.competencia < $1.competencia })
  where base.competencia >= mes {
    var base = base
    guard let lugar = base.clientes.firstIndex(where: { $0.chave == cliente }) else { continue }
    let anterior = base.clientes[lugar].decisao
    guard anterior.map({ $0.base <= mes }) ?? true else {
      efeito.comOutraDecisao.append(base.competencia)
      continue
    }
    let regras = anterior?.regras ?? base.clientes[lugar].situacao
    let decisao = DecisaoManual(
      status, valor: valor, motivo: motivo, dia: dia, base: mes, contra: regras, regras: regras)
    base.clientes[lugar].decisao = decisao
    base.clientes[lugar].situacao = decisao.situacao
    for indice in base.alertas.indices
    where base.alertas[indice].cliente == cliente && base.alertas[indice].tipo.ehDoMotor
      && base.alertas[indice].desfecho == nil
    {
      base.alertas[indice].desfecho = Desfecho(porDecisao: motivo, operacao: operacao)
      efeito.alertas.append(base.numero(de: base.alertas[indice]))
    }
    efeito.bases.append(base)
  }
  return efeito
}

/// Gives a client back to the rules, in a month and the later ones that carry on the same decision.
package func retirarDecisao(
  _ cliente: ChaveDeNome, motivo: String, em mes: Competencia, entre bases: [Base]
) -> EfeitoDeDecisao {
  var efeito = EfeitoDeDecisao()
  let bases = bases.sorted { $0.competencia < $1.competencia }
  let origem = bases.first { $0.competencia == mes }?.cliente(cliente)?.decisao?.base
  for base in bases where base.competencia >= mes {
    var base = base
    guard let lugar = base.clientes.firstIndex(where: { $0.chave == cliente }),
      let decisao = base.clientes[lugar].decisao
    else { continue }
    guard decisao.base == origem else {
      efeito.comOutraDecisao.append(base.competencia)
      continue
    }
    base.clientes[lugar].decisao = nil
    base.clientes[lugar].situacao = decisao.regras
    for indice in base.alertas.indices
    where base.alertas[indice].cliente == cliente && base.alertas[indice].tipo.ehDoMotor {
      base.alertas[indice].desfechosAnteriores.removeAll {
        ehPorDecisao($0.desfecho, entre: bases)
      }
      guard let desfecho = base.alertas[indice].desfecho, ehPorDecisao(desfecho, entre: bases)
      else { continue }
      base.alertas[indice].desfecho = nil
      base.alertas[indice].reabertura = "decisão manual retirada: \(motivo)"
      efeito.alertas.append(base.numero(de: base.alertas[indice]))
    }
    efeito.bases.append(base)
  }
  return efeito
}

/// True for the end that a manual decision gave, in its own month or in the one that it refers to.
private func ehPorDecisao(_ desfecho: Desfecho, entre bases: [Base]) -> Bool {
  if desfecho.autor == .decisao { return true }
  guard desfecho.autor == .mesAnterior, let referencia = desfecho.referencia else { return false }
  // Only ever back in time, so that this ends whatever a file says.
  let antes = bases.filter { $0.competencia <= referencia.base }
  guard let base = antes.first(where: { $0.competencia == referencia.base }),
    let original = base.alertas.first(where: { $0.serie == referencia.serie })?.desfecho,
    original.referencia.map({ $0.base < referencia.base }) ?? true
  else { return false }
  return ehPorDecisao(original, entre: antes)
}

extension TipoDeAlerta {
  /// True of those that a row of the engine's table raises: a decision leaves them without object.
  package var ehDoMotor: Bool {
    switch self {
    case .pixNaoConfirmado, .financiadoSemValor, .financiadoNoWebopay, .valoresDivergentes,
      .webopaySemGestores, .formaDesconhecida:
      true
    case .gestoresNaoBase, .webopayNaoBase, .multiplasCorrespondencias: false
    }
  }

  /// True of those that ask for a client's status, which a decision in force has answered, whatever
  /// raises them later. An amount that was not known when it was taken is asked all the same.
  var ehRespondidoPorDecisao: Bool {
    switch self {
    case .pixNaoConfirmado, .financiadoNoWebopay, .webopaySemGestores, .formaDesconhecida: true
    case .financiadoSemValor, .valoresDivergentes, .gestoresNaoBase, .webopayNaoBase,
      .multiplasCorrespondencias:
      false
    }
  }
}

extension Desfecho {
  /// - Parameter motivo: that of the decision.
  init(porDecisao motivo: String, operacao: Int) {
    self.init(
      .resolvido, motivo: "decisão manual: \(motivo)", autor: .decisao, operacao: operacao)
  }
}

extension Base {
  /// The client of that key; nil when the base has none.
  package func cliente(_ chave: ChaveDeNome) -> Cliente? {
    clientes.first { $0.chave == chave }
  }
}
