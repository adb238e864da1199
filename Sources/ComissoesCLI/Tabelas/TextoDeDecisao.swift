import Conciliacao
import Dominio

func textoDeDecisao(_ resultado: ResultadoDeDecisao) -> String {
  let (antes, depois) = (resultado.antes, resultado.depois)
  let foiRetirada = resultado.valor == nil
  var linhas = [
    "\(antes.chave), \(resultado.base.nome): \(antes.situacao.resumo) → \(depois.situacao.resumo)"
      + (depois.decisao == nil ? ", como dizem as regras." : ", por decisão manual.")
  ]
  linhas += [resultado.valor?.origem(depois.situacao.status)].compactMap(\.self)
  if let outra = resultado.efeito.emSeuLugar {
    linhas.append(
      "Em lugar da que foi retirada vale a decisão manual sobre \(outra.nome), \(outra.dita).")
  }
  if let decisao = depois.decisao, decisao.regras != depois.situacao {
    linhas.append(
      "As regras dizem \(decisao.regras.resumo); isso volta a valer se a decisão for retirada.")
  }
  if let estorno = depois.estorno {
    linhas.append("A comissão já foi faturada: há \(estorno.emReais()) a devolver.")
  }
  let outras = resultado.efeito.bases.map(\.competencia).filter { $0 != resultado.base.competencia }
  if !outras.isEmpty {
    linhas.append("O mesmo na base de \(resultado.meses(outras)).")
  }
  if !resultado.efeito.comOutraDecisao.isEmpty {
    linhas.append(
      "Fica como está, por outra decisão manual:"
        + " \(resultado.efeito.comOutraDecisao.map(\.porExtenso).joined(separator: ", ")).")
  }
  if foiRetirada, let (sobre, origem) = antes.decisao.map({ ($0.nome, $0.base) }),
    origem < resultado.base.competencia
  {
    linhas.append(
      "De \(origem.porExtenso) até antes de \(resultado.base.competencia.porExtenso) ela continua"
        + (sobre == antes.chave ? "" : ", sobre \(sobre)")
        + "; retire-a com --mes \(origem.iso), se for o caso.")
  }
  if !resultado.efeito.alertas.isEmpty {
    let numeros = resultado.efeito.alertas.map(\.description).joined(separator: ", ")
    linhas.append(
      (foiRetirada ? "Alertas reabertos: " : "Alertas encerrados: ") + "\(numeros).")
  }
  linhas.append(fimDoPasso(resultado.operacao))
  return linhas.map { "\($0)\n" }.joined()
}

extension ResultadoDeDecisao {
  /// `2025-10, 2025-11 (onde o cliente é JOÃO SILVA)`.
  fileprivate func meses(_ meses: [Competencia]) -> String {
    meses.map { mes in
      let outro = comOutroNome.first { $0.mes == mes }?.nome
      return mes.iso + (outro.map { " (onde o cliente é \($0))" } ?? "")
    }.joined(separator: ", ")
  }
}

extension ValorDecidido {
  /// Where the amount comes from; nil when the line above says all of it.
  fileprivate func origem(_ status: Status) -> String? {
    switch self {
    case .informado(let valor): "Valor lido: \(valor.emReais(casas: valor.casas))."
    case .zero:
      "Valor: zero, porque de quem \(status == .desistiu ? "desistiu" : "recebeu desconto") nada se"
        + " fatura."
    case .nenhum: "Valor: nenhum."
    case .atual(let valor, let fonte):
      "Valor: \(valor.emReais(casas: valor.casas)), o que o cliente já tinha"
        + (fonte.map { " (\($0))" } ?? "") + "."
    case .regras(let valor, let fonte):
      "Valor: \(valor.emReais(casas: valor.casas)), o que as regras dizem"
        + (fonte.map { " (\($0))" } ?? "") + "."
    }
  }
}
