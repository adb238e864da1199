import Conciliacao
import Dominio

func textoDeVinculo(_ resultado: ResultadoDeVinculo) -> String {
  let vinculo = resultado.efeito.vinculo
  var linhas = [
    resultado.foiFeito
      ? "\(vinculo.nome) passa a contar como \(vinculo.cliente), na \(resultado.base.nome)."
      : "\(vinculo.nome) deixa de contar como \(vinculo.cliente), na \(resultado.base.nome)."
  ]
  if !resultado.nomeConhecido {
    linhas.append(
      "Nenhum alerta desta base fala de \(vinculo.nome): confira se está escrito como na planilha.")
  }
  let outras = resultado.efeito.meses.filter { $0 != resultado.base.competencia }
  if !outras.isEmpty {
    linhas.append("O mesmo na base de \(outras.map(\.porExtenso).joined(separator: ", ")).")
  }
  for (mes, motivo) in resultado.efeito.fora {
    linhas.append("Não na base de \(mes.porExtenso): \(motivo.explicacao(vinculo)).")
  }
  if let decisao = resultado.efeito.decisao {
    let meses = resultado.efeito.comDecisao.map(\.porExtenso).joined(separator: ", ")
    let dita = "a decisão manual sobre \(vinculo.nome) em \(decisao.base.porExtenso)"
    linhas.append(
      resultado.foiFeito
        ? "Passa a valer também para \(vinculo.cliente), em \(meses), \(dita):"
          + " \(decisao.situacao.resumo) (\(decisao.motivo))."
        : "Deixa de valer para \(vinculo.cliente), em \(meses), \(dita); "
          + (resultado.efeito.emSeuLugar.map { "em seu lugar vale a de \($0.nome) \($0.dita)." }
            ?? "volta o que as regras dizem."))
  }
  for faturamento in resultado.efeito.largados {
    linhas.append(
      "Cada nome fica só com o que foi faturado a ele: sai de um deles o que é do outro,"
        + " \(faturamento.dito).")
  }
  for (nome, faturamento) in resultado.devolvidos {
    linhas.append(
      "O que foi devolvido é de \(nome), a quem foi faturado \(faturamento.dito); ao outro nome"
        + " nada foi faturado por isso.")
  }
  if let estorno = resultado.estorno {
    linhas.append(
      "A comissão de \(estorno.cliente) já foi faturada: há \(estorno.valor.emReais()) a devolver, na base de"
        + " \(estorno.base.iso).")
  }
  if !resultado.efeito.alertas.isEmpty {
    let numeros = resultado.efeito.alertas.map(\.description).joined(separator: ", ")
    linhas.append("Alertas \(resultado.foiFeito ? "encerrados" : "reabertos"): \(numeros).")
  }
  for mes in resultado.juntadas {
    linhas.append(
      "Em Acompanhamento de \(mes.porExtenso) há linhas de \(vinculo.nome), e a base as tem como de"
        + " \(vinculo.cliente): para separá-las, refaça-a com 'comissoes base criar --mes"
        + " \(mes.iso) --acompanhamento ARQUIVO --substituir'.")
  }
  linhas.append(
    "Vale no próximo cruzamento: rode de novo 'comissoes controle' e 'comissoes recebimentos'.")
  linhas.append(fimDoPasso(resultado.operacao))
  return linhas.map { "\($0)\n" }.joined()
}

extension VinculoRecusado {
  /// What stands in the way, and what to do about it; without a full stop.
  func explicacao(_ vinculo: Vinculo) -> String {
    switch self {
    case .grafiaEhCliente:
      "\(vinculo.nome) é cliente desta base; se é o mesmo que \(vinculo.cliente), corrija"
        + " Acompanhamento e refaça-a com 'comissoes base criar --substituir'"
    case .semCliente: "\(vinculo.cliente) não é cliente desta base"
    case .deOutroCliente(let cliente):
      "o nome \(vinculo.nome) já está vinculado a \(cliente); se foi engano, use antes"
        + " 'comissoes cliente desvincular'"
    case .jaVinculado: "o nome \(vinculo.nome) já está vinculado a \(vinculo.cliente)"
    case .emCadeia(let elo):
      "o nome \(elo.nome) já está vinculado a \(elo.cliente), e um vínculo não leva a outro; use antes"
        + " 'comissoes cliente desvincular'"
    case .decisoesDiferentes(let daGrafia, let doCliente):
      "há duas decisões manuais diferentes, \(vinculo.nome) \(daGrafia.dita) e"
        + " \(vinculo.cliente) \(doCliente.dita); deixe as duas iguais com"
        + " 'comissoes cliente decidir', ou retire uma com 'comissoes cliente retirar-decisao'"
    case .faturadoDuasVezes(let daGrafia, let doCliente):
      "já houve faturamento dos dois nomes, de \(daGrafia.cliente) \(daGrafia.faturamento.dito), e de"
        + " \(doCliente.cliente) \(doCliente.faturamento.dito): juntos seriam um cliente faturado duas"
        + " vezes"
    case .liberadoDuasVezes(let daGrafia, let doCliente):
      "há liberação dos dois nomes, de \(daGrafia.cliente) na base de \(daGrafia.base.porExtenso),"
        + " e de \(doCliente.cliente) na de \(doCliente.base.porExtenso): juntos seriam um cliente faturado"
        + " mais duas vezes"
    }
  }
}

extension Faturamento {
  /// `no relatório nº 1 (Base Outubro/2025, R$ 331,48)`.
  fileprivate var dito: String {
    "no relatório nº \(relatorio) (Base \(base.porExtenso), \(valor.emReais())\(remate))"
  }
}

extension DecisaoManual {
  /// `como Desconto R$ 0,00 em Outubro/2025 (combinado)`.
  var dita: String { "como \(situacao.resumo) em \(base.porExtenso) (\(motivo))" }
}
