import Dados
import Dominio

// What is told of the director's decisions on billed clients. Docs/regras.md §7

/// - Parameters:
///   - cliente: as it was before.
///   - operacao: nil in a dry run.
func textoDeLiberacao(_ cliente: Cliente, _ base: Base, _ operacao: Operacao?) -> String {
  let faturado = cliente.faturamentos.map { faturamento in
    let contrato = faturamento.contrato.map { ", contrato \($0)" } ?? ""
    return "  \(faturamento.valor.emReais()) em \(faturamento.dia.brasileiro), relatório"
      + " nº \(faturamento.relatorio)\(contrato)\(faturamento.remate)\n"
  }
  return "\(cliente.chave): uma nova comissão \(operacao == nil ? "seria" : "foi") liberada na"
    + " \(base.nome).\n"
    + "O que já foi faturado continua no registro:\n\(faturado.joined())"
    + "O próximo 'comissoes recebimentos --mes \(base.competencia.iso)' fatura de novo, se o"
    + " cliente estiver como Financiado e no EPR.\n"
    + "\(fimDoPasso(operacao))\n"
}

/// - Parameter operacao: nil in a dry run.
func textoDeEstorno(_ cliente: Cliente, _ estorno: Dinheiro, _ operacao: Operacao?) -> String {
  let titulo =
    operacao == nil
    ? "Seria registrado o estorno de \(cliente.chave)"
    : "Estorno de \(cliente.chave) registrado"
  return "\(titulo): \(estorno.emReais()).\n"
    + "Nada mais se fatura deste cliente sem 'comissoes cliente liberar'.\n"
    + "\(fimDoPasso(operacao))\n"
}

extension Faturamento {
  /// `, devolvido em 05/11/2025`; nothing while it has not been given back.
  var remate: String { devolucao.map { ", devolvido em \($0.dia.brasileiro)" } ?? "" }
}

extension Falha {
  /// Why there is no money to give back to a client, and what can be done instead.
  init(semEstorno cliente: Cliente, _ base: Base) {
    let nada = "\(cliente.chave) não tem nada a devolver na \(base.nome)"
    guard cliente.jaPago else {
      self.init(.badData, "\(nada): não há comissão faturada. Nada foi mudado.")
      return
    }
    if cliente.faturamentos.allSatisfy({ $0.devolucao != nil }) {
      self.init(
        .badData,
        "\(nada): o que foi faturado já está registrado como devolvido. Nada foi mudado.")
      return
    }
    self.init(
      .badData,
      "\(nada): a comissão foi faturada, e o status é \(cliente.situacao.status.nome). Só há estorno de"
        + " quem está como Desistiu ou Desconto; se o caso é esse, corrija Gestores e rode o"
        + " controle. Nada foi mudado.")
  }
}
