import Dados
import Dominio

/// How a `fechar` ended, and what comes next.
struct FimDoFechamento {
  enum Estado: String {
    case simulado
    /// The month was closed before, and these spreadsheets add nothing.
    case jaFechado = "ja_fechado"
    case nadaAFaturar = "nada_a_faturar"
    /// Base and controle are on record; nobody said yes to the bills.
    case naoFaturado = "nao_faturado"
    case faturado
  }

  let estado: Estado
  /// The path of the report: the one that was just made, or the last one of a closed month.
  let relatorio: String?
  /// The line that goes on from here; nil when there is nothing to go on with.
  let proximo: String?
  private let fechamento: Fechamento

  /// True when nobody could be asked.
  private let ninguemRespondeu: Bool

  /// - Parameters:
  ///   - relatorio: the path of the report that was just made.
  ///   - denovo: the line that asks again whether to bill.
  init(
    _ fechamento: Fechamento, dryRun: Bool, relatorio: String?, _ resposta: Resposta,
    denovo: String, _ ambiente: Ambiente
  ) {
    self.fechamento = fechamento
    ninguemRespondeu = resposta == .ninguem
    let mes = fechamento.mes.iso
    if relatorio != nil {
      estado = .faturado
      self.relatorio = relatorio
      proximo = "comissoes alertas --mes \(mes)\(ambiente.opcoesDadas)"
    } else if let ultimo = fechamento.ultimoRelatorio {
      estado = .jaFechado
      self.relatorio = ambiente.acervo.caminho(ultimo)
      proximo = nil
    } else {
      self.relatorio = nil
      if dryRun {
        estado = .simulado
        proximo = nil
      } else if fechamento.haOQueFaturar {
        estado = .naoFaturado
        proximo = denovo + ambiente.opcoesDadas + (ninguemRespondeu ? " --sim" : "")
      } else {
        estado = .nadaAFaturar
        let epr = entreAspas(fechamento.recebimentos.lida.entrada.caminho)
        proximo = "comissoes recebimentos --mes \(mes) --epr \(epr)\(ambiente.opcoesDadas)"
      }
    }
  }

  /// For people.
  var texto: String {
    let recebimentos = fechamento.recebimentos
    switch estado {
    case .simulado: return "Simulação: nada foi gravado e nada foi faturado.\n"
    case .jaFechado:
      guard let ultimo = fechamento.ultimoRelatorio else { return "" }
      return
        "A \(recebimentos.base.nome) já está fechada: estas planilhas não mudam nada, e nada foi"
        + " gravado nem faturado agora.\nÚltimo relatório: nº \(ultimo.numero), de"
        + " \(ultimo.dia.brasileiro), \(contagem(ultimo.clientes, "cliente", "clientes")),"
        + " \(ultimo.valor.emReais()): \(relatorio ?? "")\n"
    case .nadaAFaturar:
      return
        "Nada a faturar agora; a base e o controle estão gravados. Se quiser um relatório mesmo"
        + " assim:\n  \(proximo ?? "")\n"
    case .naoFaturado:
      let como =
        ninguemRespondeu
        ? "Aqui ninguém pode responder; para faturar sem pergunta:"
        : "Para ver de novo e responder outra vez:"
      return "Nada foi faturado; a base e o controle estão gravados. \(como)\n"
        + "  \(proximo ?? "")\n"
    case .faturado:
      let faturados = recebimentos.resultado.aReceber.count
      return contagem(faturados, "cliente faturado", "clientes faturados")
        + ", total \(recebimentos.resultado.valorAReceber.emReais())\nRelatório: \(relatorio ?? "")\n"
    }
  }
}
