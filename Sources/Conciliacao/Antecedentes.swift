import Dominio

/// How an alert had ended in an earlier month. Docs/regras.md §10
struct Antecedente {
  let numero: NumeroDeAlerta
  /// Every end that people gave it, each with its values, newest last.
  let desfechos: [DesfechoAnterior]
  /// False when it is open again there.
  let estaEncerrado: Bool

  /// The end as a later month takes it over.
  func herdado(_ desfecho: Desfecho, em corrida: Corrida) -> Desfecho {
    Desfecho(
      desfecho.fim, motivo: desfecho.motivo, autor: .mesAnterior, operacao: corrida.operacao,
      referencia: numero)
  }

  /// Nil when the alert says nothing of what people think of it.
  fileprivate init?(_ alerta: Alerta, de base: Base) {
    var desfechos = alerta.desfechosAnteriores
    if let desfecho = alerta.desfecho, desfecho.autor != .naoSeRepete {
      desfechos.guardar(desfecho, com: alerta.evidencias)
      estaEncerrado = true
    } else {
      estaEncerrado = false
    }
    guard !desfechos.isEmpty else { return nil }
    numero = base.numero(de: alerta)
    self.desfechos = desfechos
  }
}

extension Corrida {
  /// What people ended in earlier months, as the last of them says that knew of the alert.
  var antecedentes: [Alerta.Identidade: Antecedente] {
    var antecedentes: [Alerta.Identidade: Antecedente] = [:]
    for passada in passadas.sorted(by: { $0.competencia < $1.competencia }) {
      for alerta in passada.alertas {
        let antecedente = Antecedente(alerta, de: passada)
        // The program's own word settles nothing.
        if antecedente != nil || alerta.desfecho == nil {
          antecedentes[alerta.identidade] = antecedente
        }
      }
    }
    return antecedentes
  }
}
