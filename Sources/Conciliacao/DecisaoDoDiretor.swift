package import Dominio

// The director's word on a client's status. Docs/regras.md §11

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
  let decidido = bases.decidido(cliente, em: mes)
  for base in bases.sorted(by: { $0.competencia < $1.competencia })
  where base.competencia >= mes {
    var base = base
    guard let lugar = base.lugar(de: cliente) else { continue }
    let anterior = base.clientes[lugar].decisao
    guard anterior.map({ $0.base <= mes }) ?? true,
      base.clientes[lugar].admitePalavra(sobre: decidido)
    else {
      efeito.comOutraDecisao.append(base.competencia)
      continue
    }
    let regras = anterior?.regras ?? base.clientes[lugar].situacao
    let decisao = DecisaoManual(
      status, valor: valor, motivo: motivo, dia: dia, base: mes, contra: regras, regras: regras)
    efeito.alertas += base.aceitar(decisao, em: lugar, operacao: operacao)
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
  let decidido = bases.decidido(cliente, em: mes)
  for base in bases where base.competencia >= mes {
    var base = base
    guard let lugar = base.lugar(de: cliente), let decisao = base.clientes[lugar].decisao
    else { continue }
    guard decisao.base == decidido?.decisao?.base,
      base.clientes[lugar].admitePalavra(sobre: decidido)
    else {
      efeito.comOutraDecisao.append(base.competencia)
      continue
    }
    efeito.alertas += base.devolverAsRegras(em: lugar, motivo: motivo, entre: bases)
    efeito.bases.append(base)
  }
  return efeito
}

extension [Base] {
  /// The client on whom a word in this month is, as it stands there before.
  fileprivate func decidido(_ nome: ChaveDeNome, em mes: Competencia) -> Cliente? {
    guard let base = first(where: { $0.competencia == mes }) else { return nil }
    return base.lugar(de: nome).map { base.clientes[$0] }
  }
}

extension Cliente {
  /// False when this is another client, whom a link made one with the first, and has a decision of
  /// his own: nobody's word takes the place of another that was given of him.
  fileprivate func admitePalavra(sobre primeiro: Cliente?) -> Bool {
    guard chave != primeiro?.chave, let decisao else { return true }
    return decisao.ehAMesma(que: primeiro?.decisao)
  }
}

extension DecisaoManual {
  /// Whether both are one word of the director, carried from month to month; what the rules say
  /// beside it may differ.
  fileprivate func ehAMesma(que outra: DecisaoManual?) -> Bool {
    guard let outra else { return false }
    return (status, valor, motivo, dia) == (outra.status, outra.valor, outra.motivo, outra.dia)
      && base == outra.base
  }
}

extension Base {
  /// The place of the client of that name, or of the one whom it means here.
  fileprivate func lugar(de nome: ChaveDeNome) -> Int? {
    let cliente = vinculos.first { $0.nome == nome }?.cliente
    return clientes.firstIndex { $0.chave == nome }
      ?? cliente.flatMap { cliente in clientes.firstIndex { $0.chave == cliente } }
  }

  /// Makes a decision hold for a client.
  /// - Returns: the alerts that end with it, by number.
  mutating func aceitar(
    _ decisao: DecisaoManual, em lugar: Int, operacao: Int
  ) -> [NumeroDeAlerta] {
    clientes[lugar].decisao = decisao
    clientes[lugar].situacao = decisao.situacao
    var encerrados: [NumeroDeAlerta] = []
    for indice in alertas.indices
    where alertas[indice].cliente == clientes[lugar].chave && alertas[indice].tipo.ehDoMotor
      && alertas[indice].desfecho == nil
    {
      alertas[indice].desfecho = Desfecho(porDecisao: decisao.motivo, operacao: operacao)
      encerrados.append(numero(de: alertas[indice]))
    }
    return encerrados
  }

  /// Takes the decision on a client back: what the rules say holds again.
  /// - Returns: the alerts that open again, by number.
  mutating func devolverAsRegras(
    em lugar: Int, motivo: String, entre bases: [Base]
  ) -> [NumeroDeAlerta] {
    guard let decisao = clientes[lugar].decisao else { return [] }
    clientes[lugar].decisao = nil
    clientes[lugar].situacao = decisao.regras
    var reabertos: [NumeroDeAlerta] = []
    for indice in alertas.indices
    where alertas[indice].cliente == clientes[lugar].chave && alertas[indice].tipo.ehDoMotor {
      alertas[indice].desfechosAnteriores.removeAll { ehPorDecisao($0.desfecho, entre: bases) }
      guard let desfecho = alertas[indice].desfecho, ehPorDecisao(desfecho, entre: bases)
      else { continue }
      alertas[indice].desfecho = nil
      alertas[indice].reabertura = "decisão manual retirada: \(motivo)"
      reabertos.append(numero(de: alertas[indice]))
    }
    return reabertos
  }
}

/// True for the end that a manual decision gave, in its own month or in the one that it refers to.
func ehPorDecisao(_ desfecho: Desfecho, entre bases: [Base]) -> Bool {
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
  /// raises them later; and of the amount that is missing, when the decision gives one. Two amounts
  /// that were not known when it was taken are asked all the same.
  func ehRespondido(por decisao: DecisaoManual) -> Bool {
    switch self {
    case .pixNaoConfirmado, .financiadoNoWebopay, .webopaySemGestores, .formaDesconhecida: true
    case .financiadoSemValor: decisao.valor != nil
    case .valoresDivergentes, .gestoresNaoBase, .webopayNaoBase, .multiplasCorrespondencias: false
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
