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
    let deAntes = corrida.alertasEncerradosAntes
    var serie = self.alertas.reduce(0) { max($0, $1.serie) }
    let marcados = alertas.sorted { $0.identidade < $1.identidade }.map { alerta in
      var marcado = alerta.localizado(em: corrida.origens)
      if let conhecido = registro[alerta.identidade] {
        marcado.seguir(conhecido, momento)
        // Ended in an earlier month only after this month had raised it.
        if conhecido.desfecho == nil, conhecido.reabertura == nil {
          marcado.encerrar(como: deAntes[alerta.identidade], em: corrida)
        }
      } else {
        serie += 1
        marcado.serie = serie
        marcado.encerrar(como: deAntes[alerta.identidade], em: corrida)
        if marcado.desfecho == nil {
          marcado.reabertura = marcado.motivoDeReabertura(desde: deAntes[alerta.identidade])
        }
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
  /// What a person ended in an earlier month, as the last of them says that knew of the alert.
  fileprivate var alertasEncerradosAntes: [Alerta.Identidade: (NumeroDeAlerta, Alerta)] {
    var encerrados: [Alerta.Identidade: (NumeroDeAlerta, Alerta)] = [:]
    for passada in passadas.sorted(by: { $0.competencia < $1.competencia }) {
      for alerta in passada.alertas {
        switch alerta.desfecho?.autor {
        case nil: encerrados[alerta.identidade] = nil
        // The program's own word settles nothing.
        case .naoSeRepete: break
        case .pessoa, .decisao, .mesAnterior:
          encerrados[alerta.identidade] = (passada.numero(de: alerta), alerta)
        }
      }
    }
    return encerrados
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

  /// What was ended in an earlier month stays ended while the same values cause it.
  fileprivate mutating func encerrar(
    como anterior: (numero: NumeroDeAlerta, alerta: Alerta)?, em corrida: Corrida
  ) {
    guard let anterior, let desfecho = anterior.alerta.desfecho,
      evidencias.dizOMesmo(que: anterior.alerta.evidencias)
    else { return }
    self.desfecho = Desfecho(
      desfecho.fim, motivo: desfecho.motivo, autor: .mesAnterior, operacao: corrida.operacao,
      referencia: anterior.numero)
  }

  fileprivate func motivoDeReabertura(
    desde anterior: (numero: NumeroDeAlerta, alerta: Alerta)?
  ) -> String? {
    guard let anterior else { return nil }
    return "encerrado como \(anterior.numero), mudou desde então: "
      + evidencias.mudancas(desde: anterior.alerta.evidencias)
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
