/// A client of whom two versions of a base say different things.
package struct Diferenca: Sendable, Equatable {
  package let cliente: ChaveDeNome
  /// Nil when the older version does not have the client.
  package let antes: Cliente?
  /// Nil when the newer version does not.
  package let depois: Cliente?
}

/// The clients that differ between two versions of a base, in the order of keys.
package func diferencas(de antes: Base?, para depois: Base?) -> [Diferenca] {
  // Both lists are in the order of keys, so that one walk along both will do.
  let antigos = antes?.clientes ?? []
  let novos = depois?.clientes ?? []
  var diferencas: [Diferenca] = []
  var (velho, novo) = (0, 0)
  while velho < antigos.count || novo < novos.count {
    if novo == novos.count || (velho < antigos.count && antigos[velho].chave < novos[novo].chave) {
      diferencas.append(
        Diferenca(cliente: antigos[velho].chave, antes: antigos[velho], depois: nil))
      velho += 1
    } else if velho == antigos.count || novos[novo].chave < antigos[velho].chave {
      diferencas.append(Diferenca(cliente: novos[novo].chave, antes: nil, depois: novos[novo]))
      novo += 1
    } else {
      if antigos[velho] != novos[novo] {
        diferencas.append(
          Diferenca(cliente: novos[novo].chave, antes: antigos[velho], depois: novos[novo]))
      }
      velho += 1
      novo += 1
    }
  }
  return diferencas
}

/// The alerts whose end differs between two versions of a base, in the order of their numbers.
package func alertasMudados(de antes: Base?, para depois: Base?) -> [(
  antes: Alerta?, depois: Alerta
)] {
  let antigos = Dictionary(
    (antes?.alertas ?? []).map { ($0.identidade, $0) }, uniquingKeysWith: { first, _ in first })
  return (depois?.alertas ?? []).compactMap { alerta -> (antes: Alerta?, depois: Alerta)? in
    let antigo = antigos[alerta.identidade]
    guard antigo?.desfecho != alerta.desfecho || antigo?.reabertura != alerta.reabertura else {
      return nil
    }
    return (antigo, alerta)
  }.sorted { $0.depois.serie < $1.depois.serie }
}

/// An alert that one version of a base has and the other has not, or has in another situation.
package struct DiferencaDeAlerta: Sendable, Equatable {
  package let alerta: Alerta.Identidade
  /// Nil when the older version does not have the alert.
  package let antes: Alerta.Situacao?
  /// Nil when the newer version does not.
  package let depois: Alerta.Situacao?
}

/// The alerts that differ between two versions of a base, in the order of identities.
package func diferencasDeAlertas(de antes: Base?, para depois: Base?) -> [DiferencaDeAlerta] {
  func situacoes(_ base: Base?) -> [Alerta.Identidade: Alerta.Situacao] {
    Dictionary(
      (base?.alertas ?? []).map { ($0.identidade, $0.situacao) },
      uniquingKeysWith: { first, _ in first })
  }
  let (antigas, novas) = (situacoes(antes), situacoes(depois))
  return Set(antigas.keys).union(novas.keys).sorted().compactMap { alerta in
    antigas[alerta] == novas[alerta]
      ? nil
      : DiferencaDeAlerta(alerta: alerta, antes: antigas[alerta], depois: novas[alerta])
  }
}
