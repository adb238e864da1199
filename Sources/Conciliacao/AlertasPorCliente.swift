package import Dominio

extension Base {
  /// How many open alerts each name of the base has; those of a linked spelling count for the
  /// client whom it means. A name that is no client may be among them.
  package var alertasEmAberto: [ChaveDeNome: Int] {
    let nomes = NomesVinculados(vinculos)
    return alertas.reduce(into: [:]) { contagens, alerta in
      if alerta.desfecho == nil { contagens[nomes[alerta.cliente], default: 0] += 1 }
    }
  }
}
