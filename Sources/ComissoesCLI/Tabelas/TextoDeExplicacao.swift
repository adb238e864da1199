import Conciliacao
import Dados
import Dominio

func textoDeExplicacao(_ explicado: NomeExplicado) -> String {
  let decisao = explicado.explicacao.decisao
  var texto = "\(explicado.chave), \(explicado.base.nome)\n"
  if let cliente = explicado.cliente {
    texto += textoDoCliente(cliente, explicado)
  } else {
    texto += "Não está na base: não recebe status, e nada se fatura.\n"
    texto +=
      explicado.candidatos.isEmpty
      ? "Nenhum cliente da base tem nome parecido.\n"
      : "Talvez seja:\n"
        + explicado.candidatos.map {
          "  \($0.nome) (\($0.confianca)%, \($0.confiancaPorExtenso):"
            + " \($0.razoes.joined(separator: ", ")))\n"
        }.joined()
        + "Se for, diga-o com 'comissoes cliente vincular' e rode o controle de novo.\n"
  }
  let arquivos = explicado.operacao.entradas.map(\.arquivo).joined(separator: ", ")
  texto +=
    "\nAs prioridades, com as planilhas do controle \(explicado.operacao.numero) (\(arquivos)):\n"
  texto += textoDasLinhas(explicado)
  texto +=
    explicado.cliente == nil
    ? "\nSe estivesse na base, as regras diriam: \(decisao.situacao.resumo)"
    : "\nAs regras dizem: \(decisao.situacao.resumo)"
  texto += ", pela prioridade \(decisao.prioridade). \(decisao.situacao.observacao ?? "")\n"
  texto += textoDasDiferencas(explicado)
  if let cliente = explicado.cliente {
    texto +=
      cliente.decisao == nil
      ? "\nO que mudaria o status:\n"
      : "\nO que mudaria o status: retirar a decisão manual, com 'comissoes cliente retirar-decisao';"
        + " nada mais, enquanto ela vale.\nO que mudaria o que as regras dizem:\n"
    texto += explicado.explicacao.hipoteses.map { hipotese in
      "  \(hipotese.decisao.situacao.resumo) (prioridade \(hipotese.decisao.prioridade)), se "
        + hipotese.se.joined(separator: ", ou se ") + "\n"
    }.joined()
  }
  return texto + textoDosAlertas(explicado)
}

private func textoDoCliente(_ cliente: Cliente, _ explicado: NomeExplicado) -> String {
  var texto = "Status: \(cliente.situacao.resumo)"
  if let fonte = cliente.situacao.fonte { texto += ", fonte: \(fonte)" }
  texto += "\n"
  if let observacao = cliente.observacaoMostrada { texto += "Observação: \(observacao)\n" }
  if let decisao = cliente.decisao { texto += "\(decisao.linha)\n" }
  for vinculo in explicado.vinculos { texto += "\(vinculo.linha)\n" }
  texto += cliente.linhasDeFaturamento.map { "\($0)\n" }.joined()
  return texto
}

/// Those that were looked at; of the rest, why they were not.
private func textoDasLinhas(_ explicado: NomeExplicado) -> String {
  let (linhas, decisao) = (explicado.explicacao.linhas, explicado.explicacao.decisao)
  let vistas = linhas.filter { $0.veredito != .naoAvaliada }
  let texto = vistas.map { textoDaLinha($0, explicado) }.joined()
  guard vistas.count < linhas.count else { return texto }
  return texto + "  As demais não foram olhadas, porque a \(decisao.prioridade) já decidiu.\n"
}

private func textoDaLinha(_ linha: Explicacao.Linha, _ explicado: NomeExplicado) -> String {
  let veredito = linha.veredito == .vale ? "VALE" : "não vale"
  var texto = "  \(linha.prioridade.numero). \(veredito): \(linha.prioridade.condicao)\n"
  for fato in linha.fatos {
    let cru = explicado.cru(fato)
    let lugar = fato.lugar.map { " (\($0.arquivo) › \($0.aba) › \($0.celula))" } ?? ""
    let lido =
      fato.valor.map { explicado.lido($0, fato) }
      ?? (explicado.ficouSemLer(fato) ? NomeExplicado.naoLido : "nada")
    texto += "     \(fato.coluna): \(cru ?? "em branco") → \(lido)\(lugar)\n"
  }
  let fatos = explicado.explicacao.fatos
  if fatos.gestores == nil, !linha.prioridade.olha.gestores.isEmpty {
    texto += "     sem linha em Gestores\n"
  }
  if fatos.webopay == nil, !linha.prioridade.olha.webopay.isEmpty {
    let outras = fatos.outrasParcelas.map { String($0.parcela) }
    texto +=
      "     sem parcela 1 no WeboPay"
      + (outras.isEmpty ? "" : "; lá estão as de número \(outras.joined(separator: ", "))") + "\n"
  }
  return texto
}

extension NomeExplicado {
  /// What was understood, as people write it, and what a FORMA means.
  fileprivate func lido(_ valor: String, _ fato: Evidencia) -> String {
    switch fato.coluna {
    case ColunaDeGestores.forma.rawValue where fato.planilha == .gestores:
      valor + (explicacao.fatos.gestores?.forma.map { " (\($0.sentido.rawValue))" } ?? "")
    case ColunaDeGestores.comissao.rawValue, ColunaDeWeboPay.valor.rawValue:
      Dinheiro(valor).map { $0.emReais(casas: $0.casas) } ?? valor
    default: valor
    }
  }
}

/// Where the base says something else than the rules, and why.
private func textoDasDiferencas(_ explicado: NomeExplicado) -> String {
  var texto = ""
  let situacao = explicado.explicacao.decisao.situacao
  if let decisao = explicado.cliente?.decisao, !situacao.dizOMesmo(que: decisao.situacao) {
    texto += "A base diz outra coisa: vale a decisão manual, até ser retirada.\n"
  }
  if let regras = explicado.regrasNaBase, regras != situacao {
    texto +=
      "Na base ainda estava \(regras.resumo): um nome foi vinculado ou desvinculado depois do"
      + " controle \(explicado.operacao.numero). Rode-o de novo.\n"
  }
  if let hoje = explicado.hoje {
    texto +=
      "Com a configuração de agora, que já não é a daquele controle, seria \(hoje.situacao.resumo),"
      + " pela prioridade \(hoje.prioridade).\n"
  }
  return texto
}

private func textoDosAlertas(_ explicado: NomeExplicado) -> String {
  let alertas = explicado.alertas
  guard !alertas.isEmpty else { return "\nNenhum alerta.\n" }
  return "\nAlertas:\n"
    + alertas.map { "  \(explicado.base.numero(de: $0)) \($0.andamento): \($0.descricao)\n" }
    .joined()
}

// MARK: - What several texts say of a client

extension Alerta {
  /// `pendente`, `resolvido (motivo)`.
  var andamento: String {
    let motivo = (desfecho?.motivo ?? reabertura).map { " (\($0))" } ?? ""
    switch situacao {
    case .pendente: return "pendente\(motivo)"
    case .resolvido: return "resolvido\(motivo)"
    case .falsoPositivo: return "falso positivo\(motivo)"
    }
  }
}

extension DecisaoManual {
  /// `Decisão manual de 03/11/2025 (base 2025-10): Pago R$ 10,00. Motivo: combinado`
  var linha: String {
    "Decisão manual de \(dia.brasileiro) (base \(base.porExtenso)): \(situacao.resumo)."
      + " Motivo: \(motivo). As regras dizem \(regras.resumo)."
  }
}

extension Vinculo {
  var linha: String {
    "Nome vinculado em \(dia.brasileiro) (base \(base.porExtenso)): \(nome). Motivo: \(motivo)."
  }
}

extension Cliente {
  /// Each bill, the release, and what is to be given back.
  var linhasDeFaturamento: [String] {
    var linhas = faturamentos.map { faturamento in
      "Faturado \(faturamento.valor.emReais()) em \(faturamento.dia.brasileiro)"
        + " (base \(faturamento.base.porExtenso), relatório nº \(faturamento.relatorio)"
        + (faturamento.contrato.map { ", contrato \($0)" } ?? "") + ")"
        + (faturamento.devolucao.map {
          "; devolvido em \($0.dia.brasileiro): \($0.motivo)"
        } ?? "") + "."
    }
    if let liberacao {
      linhas.append(
        "Nova comissão liberada em \(liberacao.dia.brasileiro):"
          + " \(liberacao.motivo).")
    }
    if let estorno { linhas.append("A devolver: \(estorno.emReais()).") }
    return linhas
  }
}
