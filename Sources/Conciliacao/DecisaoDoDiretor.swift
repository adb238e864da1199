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
  /// A decision on a linked name, which holds in the place of the one that was withdrawn.
  package internal(set) var emSeuLugar: DecisaoManual?
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
    guard base.clientes[lugar].admitePalavra(sobre: decidido, de: mes) else {
      efeito.comOutraDecisao.append(base.competencia)
      continue
    }
    let regras = anterior?.regras ?? base.clientes[lugar].situacao
    let decisao = DecisaoManual(
      status, valor: valor, motivo: motivo, dia: dia, sobre: decidido?.chave ?? cliente, base: mes,
      contra: regras, regras: regras)
    efeito.alertas += base.aceitar(decisao, em: lugar, operacao: operacao)
    efeito.bases.append(base)
  }
  return efeito
}

/// Gives a client back to the rules, in a month and the later ones that carry on the same decision;
/// or to what was decided on a linked name.
///
/// - Parameter operacao: the number that this has in the history, or would have.
package func retirarDecisao(
  _ cliente: ChaveDeNome, motivo: String, em mes: Competencia, entre bases: [Base], operacao: Int
) -> EfeitoDeDecisao {
  var efeito = EfeitoDeDecisao()
  var novas = bases.sorted { $0.competencia < $1.competencia }
  let decidido = bases.decidido(cliente, em: mes)
  for indice in novas.indices where novas[indice].competencia >= mes {
    var base = novas[indice]
    guard let lugar = base.lugar(de: cliente), let decisao = base.clientes[lugar].decisao
    else { continue }
    guard decisao.ehAMesma(que: decidido?.decisao) else {
      efeito.comOutraDecisao.append(base.competencia)
      continue
    }
    let troca = base.retirar(
      decisao, em: lugar, motivo: motivo, entre: bases, agora: novas, operacao: operacao)
    efeito.alertas += troca.reabertos
    efeito.emSeuLugar = efeito.emSeuLugar ?? troca.emSeuLugar
    efeito.bases.append(base)
    novas[indice] = base
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
  /// False when another word stands here that must stay: one of a later month; or any, where this
  /// is another client, whom a link made one with the first.
  fileprivate func admitePalavra(sobre primeiro: Cliente?, de mes: Competencia) -> Bool {
    guard let decisao, !decisao.ehAMesma(que: primeiro?.decisao) else { return true }
    // What is said of the client's own name goes before what was said of a spelling.
    return chave == primeiro?.chave && (decisao.base <= mes || decisao.nome != chave)
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

  /// Takes a decision back: what was decided on another of the client's names holds in its place, or
  /// else what the rules say.
  ///
  /// - Parameters:
  ///   - bases: as they were before, of which ends of alerts tell.
  ///   - novas: as they are, of earlier months, afterwards.
  /// - Returns: the alerts that are open again, by number.
  mutating func retirar(
    _ decisao: DecisaoManual, em lugar: Int, motivo: String, entre bases: [Base],
    agora novas: [Base], operacao: Int
  ) -> (reabertos: [NumeroDeAlerta], emSeuLugar: DecisaoManual?) {
    let reabertos = devolverAsRegras(em: lugar, motivo: motivo, entre: bases)
    let chave = clientes[lugar].chave
    let anteriores = DecisoesPorNome(novas.filter { $0.competencia < competencia })
    guard
      var outra = anteriores.primeira(de: nomes(de: chave, depoisDe: decisao.nome))
    else { return (reabertos, nil) }
    outra.regras = clientes[lugar].situacao
    let encerrados = Set(aceitar(outra, em: lugar, operacao: operacao))
    return (reabertos.filter { !encerrados.contains($0) }, outra)
  }

  /// Takes the decision on a client back: what the rules say holds again.
  /// - Returns: the alerts that open again, by number.
  private mutating func devolverAsRegras(
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
