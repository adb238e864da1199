import Dominio

extension Base {
  /// Enters the alerts of a run into the base's record. Docs/regras.md §10
  ///
  /// An alert that an earlier run raised is not new; its description and evidence become those of
  /// this run. It stays ended while the same values cause it, opens again when they changed, and
  /// ends again when they are back. One that a manual decision in force answers is not asked. One
  /// that is open and was not found any more ends by itself.
  /// - Returns: the alerts of the run, marked new or not, in the order of identities.
  mutating func anotar(
    _ alertas: [Alerta], de alcance: Alcance, em corrida: Corrida
  ) -> [Alerta] {
    var registro = Dictionary(
      self.alertas.map { ($0.identidade, $0) }, uniquingKeysWith: { first, _ in first })
    let momento = alcance.momento(corrida)
    let antecedentes = corrida.antecedentes
    let decisoes = Dictionary(
      clientes.compactMap { cliente in cliente.decisao.map { (cliente.chave, $0) } },
      uniquingKeysWith: { first, _ in first })
    var serie = self.alertas.reduce(0) { max($0, $1.serie) }
    let marcados = alertas.emOrdem.map { alerta in
      var marcado = alerta.localizado(em: corrida.origens)
      let decisao = decisoes[alerta.cliente]
      let antecedente = antecedentes[alerta.identidade]?.valendo(sob: decisao)
      let conhecido = registro[alerta.identidade]
      if let conhecido {
        marcado.seguir(conhecido, momento, corrida)
        // Ended in an earlier month only after this month had raised it.
        if conhecido.desfecho == nil, conhecido.reabertura == nil {
          marcado.encerrar(como: antecedente, em: corrida)
        }
      } else {
        serie += 1
        marcado.serie = serie
        marcado.nascer(depoisDe: antecedente, em: corrida)
      }
      // What was open before this run stays so: somebody may have opened it against the decision.
      if let decisao, conhecido.map({ $0.desfecho != nil }) ?? true {
        marcado.encerrar(por: decisao, em: corrida)
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
    self.alertas = Array(registro.values).emOrdem
    return marcados
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
  fileprivate mutating func seguir(_ conhecido: Alerta, _ momento: String, _ corrida: Corrida) {
    novo = false
    serie = conhecido.serie
    reabertura = conhecido.reabertura
    desfechosAnteriores = conhecido.desfechosAnteriores
    switch conhecido.desfecho?.autor {
    case nil: break
    case .naoSeRepete:
      reabertura = "voltou a aparecer \(momento)"
    case .pessoa, .decisao, .mesAnterior:
      guard let antes = conhecido.desfecho else { break }
      if evidencias.dizOMesmo(que: conhecido.evidencias) {
        desfecho = antes
        return
      }
      desfechosAnteriores.guardar(antes, com: conhecido.evidencias)
      reabertura = "mudou \(momento): " + evidencias.mudancas(desde: conhecido.evidencias)
    }
    retomar(em: corrida)
  }

  /// The values are again those on which it had been ended.
  private mutating func retomar(em corrida: Corrida) {
    let anterior = desfechosAnteriores.last { evidencias.dizOMesmo(que: $0.evidencias) }
    guard let anterior else { return }
    desfecho = anterior.desfecho.retomado(na: corrida.operacao)
    reabertura = nil
    desfechosAnteriores.esquecer(evidencias)
  }

  /// One that this month raises for the first time.
  fileprivate mutating func nascer(depoisDe antecedente: Antecedente?, em corrida: Corrida) {
    guard let antecedente else { return }
    desfechosAnteriores = antecedente.desfechos.map {
      DesfechoAnterior(antecedente.herdado($0.desfecho, em: corrida), com: $0.evidencias)
    }
    encerrar(como: antecedente, em: corrida)
    if desfecho == nil, antecedente.estaEncerrado, let ultimo = antecedente.desfechos.last {
      reabertura =
        "encerrado como \(antecedente.numero), mudou desde então: "
        + evidencias.mudancas(desde: ultimo.evidencias)
    }
  }

  /// What was ended in an earlier month stays ended while the same values cause it.
  fileprivate mutating func encerrar(como antecedente: Antecedente?, em corrida: Corrida) {
    let igual = antecedente?.desfechos.last { evidencias.dizOMesmo(que: $0.evidencias) }
    guard let antecedente, let igual else { return }
    desfecho = antecedente.herdado(igual.desfecho, em: corrida)
    desfechosAnteriores.esquecer(evidencias)
  }

  /// What a decision in force has answered is not asked. Docs/regras.md §11
  fileprivate mutating func encerrar(por decisao: DecisaoManual, em corrida: Corrida) {
    guard desfecho == nil, tipo.ehRespondido(por: decisao) else { return }
    desfecho = Desfecho(porDecisao: decisao.motivo, operacao: corrida.operacao)
    reabertura = nil
    // It answers whatever the values are.
    desfechosAnteriores.removeAll { $0.desfecho.autor == .decisao }
  }
}

extension [Evidencia] {
  /// `COMISSÃO de R$ 331,4805 para R$ 350,00`; for other rows than before, only that.
  fileprivate func mudancas(desde antes: [Evidencia]) -> String {
    guard count == antes.count,
      zip(self, antes).allSatisfy({ ($0.planilha, $0.coluna) == ($1.planilha, $1.coluna) })
    else { return "as linhas que o causam são outras" }
    return zip(self, antes).filter { $0.valor != $1.valor }.map {
      "\($0.coluna) de \($1.valorMostrado) para \($0.valorMostrado)"
    }.joined(separator: ", ")
  }
}

extension [Alerta] {
  /// In the order of identities. By places: each comparison of two alerts would copy both, and those
  /// copies were nearly all of it.
  fileprivate var emOrdem: [Alerta] {
    let identidades = map(\.identidade)
    return indices.sorted { identidades[$0] < identidades[$1] }.map { self[$0] }
  }
}
