import Dominio

/// How an alert had ended in an earlier month. Docs/regras.md §10
struct Antecedente {
  let numero: NumeroDeAlerta
  /// Every end that people gave it, each with its values, newest last.
  private(set) var desfechos: [DesfechoAnterior]
  /// False when it is open again there.
  private(set) var estaEncerrado: Bool
  /// Those of the ends that a manual decision gave.
  private let porDecisao: Set<DesfechoAnterior>
  /// The decision that holds for the client there.
  private let decisao: DecisaoManual?

  /// What of it holds in a later month: an end by a decision only where that decision does.
  func valendo(sob decisao: DecisaoManual?) -> Antecedente? {
    if let decisao, decisao.ehAMesma(que: self.decisao) { return self }
    var valendo = self
    if let ultimo = desfechos.last, porDecisao.contains(ultimo) { valendo.estaEncerrado = false }
    valendo.desfechos.removeAll(where: porDecisao.contains)
    return valendo.desfechos.isEmpty ? nil : valendo
  }

  /// The end as a later month takes it over. It refers to this alert when it stands so ended, or was
  /// ended by that once; an end that this alert had only taken over, to where it had it from.
  func herdado(_ desfecho: Desfecho, em corrida: Corrida) -> Desfecho {
    let esta = estaEncerrado && desfechos.last?.desfecho == desfecho
    return Desfecho(
      desfecho.fim, motivo: desfecho.motivo, autor: .mesAnterior, operacao: corrida.operacao,
      referencia: esta ? numero : desfecho.referencia ?? numero)
  }

  /// Nil when the alert says nothing of what people think of it.
  /// - Parameter bases: the months that ends may refer to.
  fileprivate init?(_ alerta: Alerta, de base: Base, entre bases: [Base]) {
    var desfechos = alerta.desfechosAnteriores
    if let desfecho = alerta.desfecho, desfecho.autor != .naoSeRepete {
      desfechos.guardar(desfecho, com: alerta.evidencias)
      estaEncerrado = true
    } else {
      estaEncerrado = false
    }
    guard !desfechos.isEmpty else { return nil }
    numero = base.numero(de: alerta)
    porDecisao = Set(desfechos.filter { ehPorDecisao($0.desfecho, entre: bases) })
    decisao = porDecisao.isEmpty ? nil : base.cliente(alerta.cliente)?.decisao
    self.desfechos = desfechos
  }
}

extension Corrida {
  /// What people ended in earlier months, as the last of them says that knew of the alert.
  var antecedentes: [Alerta.Identidade: Antecedente] {
    var antecedentes: [Alerta.Identidade: Antecedente] = [:]
    for passada in passadas.sorted(by: { $0.competencia < $1.competencia }) {
      for alerta in passada.alertas {
        let antecedente = Antecedente(alerta, de: passada, entre: passadas)
        // The program's own word settles nothing.
        if antecedente != nil || alerta.desfecho == nil {
          antecedentes[alerta.identidade] = antecedente
        }
      }
    }
    return antecedentes
  }
}
