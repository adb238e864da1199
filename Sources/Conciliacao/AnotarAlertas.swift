import Dominio

extension Base {
  /// Enters the alerts of a run into the base's record. Docs/regras.md §10
  ///
  /// An alert that an earlier run raised is not new; its description and evidence become those of
  /// this run. It stays ended while the same values cause it, and opens again when they changed.
  /// One that is open and was not found any more ends by itself.
  /// - Returns: the alerts of the run, marked new or not, in the order of identities.
  mutating func anotar(
    _ alertas: [Alerta], de alcance: Alcance, em corrida: Corrida
  ) -> [Alerta] {
    var registro = Dictionary(
      self.alertas.map { ($0.identidade, $0) }, uniquingKeysWith: { first, _ in first })
    let momento = alcance.momento(corrida)
    let daVespera = corrida.alertasEncerradosNaVespera
    var serie = self.alertas.reduce(0) { max($0, $1.serie) }
    let marcados = alertas.sorted { $0.identidade < $1.identidade }.map { alerta in
      var marcado = alerta.localizado(em: corrida.origens)
      if let conhecido = registro[alerta.identidade] {
        marcado.seguir(conhecido, momento)
      } else {
        serie += 1
        marcado.serie = serie
        marcado.herdar(daVespera[alerta.identidade], em: corrida)
      }
      return marcado
    }
    let achados = Set(marcados.map(\.identidade))
    for alerta in self.alertas
    where alcance.inclui(alerta.identidade) && !achados.contains(alerta.identidade)
      && alerta.desfecho == nil
    {
      registro[alerta.identidade]?.desfecho = Desfecho(
        .resolvido, motivo: "não se repete \(momento)", autor: .naoSeRepete,
        operacao: corrida.operacao)
    }
    for alerta in marcados {
      var anotado = alerta
      anotado.novo = false
      registro[alerta.identidade] = anotado
    }
    self.alertas = registro.values.sorted { $0.identidade < $1.identidade }
    return marcados
  }
}

extension Corrida {
  /// What a person ended in the month before, or had ended before that.
  fileprivate var alertasEncerradosNaVespera: [Alerta.Identidade: (NumeroDeAlerta, Alerta)] {
    guard let vespera else { return [:] }
    let encerrados = vespera.alertas.filter {
      $0.desfecho != nil && $0.desfecho?.autor != .naoSeRepete
    }
    return Dictionary(
      encerrados.map { ($0.identidade, (vespera.numero(de: $0), $0)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Alerta {
  fileprivate func localizado(em origens: [Origem]) -> Alerta {
    var localizado = self
    for indice in evidencias.indices {
      let evidencia = evidencias[indice]
      localizado.evidencias[indice].lugar =
        origens[evidencia.planilha]?.lugar(evidencia.coluna, linha: evidencia.linha)
    }
    return localizado
  }

  /// The same alert as an earlier run of the month raised.
  fileprivate mutating func seguir(_ conhecido: Alerta, _ momento: String) {
    novo = false
    serie = conhecido.serie
    reabertura = conhecido.reabertura
    guard let desfecho = conhecido.desfecho else { return }
    switch desfecho.autor {
    case .naoSeRepete:
      reabertura = "voltou a aparecer \(momento)"
    case .pessoa, .decisao, .mesAnterior:
      if evidencias.dizOMesmo(que: conhecido.evidencias) {
        self.desfecho = desfecho
      } else {
        reabertura =
          "mudou \(momento): " + evidencias.mudancas(desde: conhecido.evidencias)
      }
    }
  }

  /// The first time in this month: what was ended in the month before stays ended.
  fileprivate mutating func herdar(
    _ anterior: (numero: NumeroDeAlerta, alerta: Alerta)?, em corrida: Corrida
  ) {
    guard let anterior, let desfecho = anterior.alerta.desfecho else { return }
    if evidencias.dizOMesmo(que: anterior.alerta.evidencias) {
      self.desfecho = Desfecho(
        desfecho.fim, motivo: desfecho.motivo, autor: .mesAnterior, operacao: corrida.operacao,
        referencia: anterior.numero)
    } else {
      reabertura =
        "encerrado como \(anterior.numero), mudou desde então: "
        + evidencias.mudancas(desde: anterior.alerta.evidencias)
    }
  }
}

extension [Evidencia] {
  /// `COMISSÃO de 331.4805 para 350`; for other rows than before, only that.
  fileprivate func mudancas(desde antes: [Evidencia]) -> String {
    guard count == antes.count,
      zip(self, antes).allSatisfy({ ($0.planilha, $0.coluna) == ($1.planilha, $1.coluna) })
    else { return "as linhas que o causam são outras" }
    return zip(self, antes).filter { $0.valor != $1.valor }.map {
      "\($0.coluna) de \($1.valor ?? "vazio") para \($0.valor ?? "vazio")"
    }.joined(separator: ", ")
  }
}
