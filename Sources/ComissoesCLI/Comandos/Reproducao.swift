import Conciliacao
import Dados
import Dominio
import Planilhas

/// Runs an operation again on what it had: the kept spreadsheets, the bases as they were, the
/// configuration of that time.
struct Reproducao {
  private let operacao: Operacao
  private let retrato: Retrato
  private let mes: Competencia
  private let planilhas: PlanilhasGuardadas

  init(_ operacao: Operacao, em retrato: Retrato) throws {
    guard let mes = operacao.competencia, !operacao.entradas.isEmpty else {
      throw Falha(
        .usage,
        "A operação \(operacao.numero) não leu nenhuma planilha; não há o que reproduzir."
          + " Só 'base criar', 'controle' e 'recebimentos' se reproduzem.")
    }
    self.operacao = operacao
    self.retrato = retrato
    self.mes = mes
    planilhas = try PlanilhasGuardadas(de: operacao, em: retrato.acervo)
  }

  /// Runs it, and holds the outcome against the recorded one.
  func diferencas() throws -> DiferencasDeReproducao {
    let gravada = try retrato.versao(operacao.gravou[mes]?.depois, de: mes)
    let nova = try resultado()
    return DiferencasDeReproducao(
      clientes: Dominio.diferencas(de: gravada, para: nova),
      alertas: diferencasDeAlertas(de: gravada, para: nova))
  }

  private func resultado() throws -> Base {
    let antes = try retrato.versao(operacao.gravou[mes]?.antes, de: mes)
    let outras = try operacao.leu.sorted { $0.key < $1.key }.compactMap { mes, sha256 in
      try retrato.versao(sha256, de: mes)
    }
    func corrida(_ origens: [Origem]) -> Corrida {
      Corrida(
        operacao: operacao.numero, origens: origens,
        passadas: outras.filter { $0.competencia < mes })
    }
    switch operacao.acao {
    case .executarControle:
      let gestores = try planilhas.ler(.gestores, importarGestores)
      let webopay = try planilhas.ler(.webopay, importarWeboPay)
      return cruzar(
        try existente(antes), gestores: gestores.registros, webopay: webopay.registros,
        em: corrida([gestores.origem, webopay.origem])
      ).base
    case .gerarRelatorio:
      var base = try existente(antes)
      let epr = try planilhas.ler(.epr, importarEPR)
      let recebimentos = analisarRecebimentos(
        &base, epr: epr.registros, outras: outras, em: corrida([epr.origem]))
      let relatorio = try retrato.versao(operacao.gravou[mes]?.depois, de: mes)?.relatorios.first {
        $0.numero == operacao.relatorio
      }
      if let relatorio { base.faturar(recebimentos, em: relatorio) }
      return base
    default:
      let acompanhamento = try planilhas.ler(.acompanhamento, importarAcompanhamento)
      return criarBase(
        mes, registros: acompanhamento.registros, anterior: antes, outras: outras,
        em: corrida([acompanhamento.origem])
      ).base
    }
  }

  private func existente(_ base: Base?) throws(Falha) -> Base {
    guard let base else {
      throw Falha(.badData, "A operação \(operacao.numero) não diz de que base partiu.")
    }
    return base
  }
}

/// Where the new run says something else than the recorded one.
struct DiferencasDeReproducao {
  let clientes: [Diferenca]
  let alertas: [DiferencaDeAlerta]

  var nenhuma: Bool { clientes.isEmpty && alertas.isEmpty }
}
