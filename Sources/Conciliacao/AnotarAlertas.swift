import Dominio

extension Base {
  /// Enters the alerts of a run into the base's record.
  ///
  /// An alert that an earlier run raised keeps its `situacao` and is not new; its description is
  /// that of this run. What an earlier run raised and this one did not stays on record.
  /// - Returns: the alerts of the run, marked new or not, in the order of identities.
  mutating func anotar(_ alertas: [Alerta]) -> [Alerta] {
    var registro = Dictionary(
      self.alertas.map { ($0.identidade, $0) }, uniquingKeysWith: { first, _ in first })
    let marcados = alertas.map { alerta in
      var marcado = alerta
      if let conhecido = registro[alerta.identidade] {
        marcado.novo = false
        marcado.situacao = conhecido.situacao
      }
      return marcado
    }
    for alerta in marcados {
      var anotado = alerta
      anotado.novo = false
      registro[alerta.identidade] = anotado
    }
    self.alertas = registro.values.sorted { $0.identidade < $1.identidade }
    return marcados.sorted { $0.identidade < $1.identidade }
  }
}
