import Conciliacao
import Dados
import Dominio
import Planilhas

/// A base crossed with EPR: what there is to bill, not billed yet.
struct PassoDosRecebimentos {
  let resultado: Recebimentos
  /// With the alerts of this crossing, and EPR among its sources.
  let base: Base
  let lida: Lida<EPR.Registro>

  /// What the crossing remarks; what the reading remarks is not among them.
  func avisos(dryRun: Bool) -> [Aviso] {
    resultado.contratosRepetidos(em: lida.fonte.arquivo, dryRun: dryRun)
      + resultado.porDecisaoContrariada(na: base, em: lida.fonte.arquivo, dryRun: dryRun)
  }
}

extension Ambiente {
  /// Crosses a base with EPR; records nothing.
  ///
  /// - Parameters:
  ///   - base: it need not be on record yet.
  ///   - operacao: the number that the step will have.
  func analisar(
    _ base: Base, epr lida: Lida<EPR.Registro>, operacao: Int, sobre retrato: Retrato
  ) throws -> PassoDosRecebimentos {
    var base = base
    let outras = try retrato.outrasBases(alem: base.competencia)
    let mes = base.competencia
    let resultado = medir("Recebimentos de \(mes.porExtenso)") {
      analisarRecebimentos(
        &base, epr: lida.leitura.registros, outras: outras,
        em: Corrida(
          operacao: operacao, origens: [lida.leitura.origem],
          passadas: outras.filter { $0.competencia < mes }))
    }
    base.registrar(lida.fonte)
    return PassoDosRecebimentos(resultado: resultado, base: base, lida: lida)
  }

  /// Bills what there is to bill: report, base and record, all of it or nothing.
  ///
  /// - Returns: the path of the workbook that is told.
  func faturar(
    _ passo: PassoDosRecebimentos, dia: Dia, saida: Saida?, em escrita: Escrita
  ) throws -> String {
    var base = passo.base
    let emissao = Emissao(
      recebimentos: passo.resultado, dia: dia, entrada: passo.lida.entrada,
      argumentos: argumentos(["aba": passo.lida.aba, "data": dia.iso]),
      autoria: autoria, saida: saida)
    return try medir("Relatório e faturamento gravados") {
      try emissao.gravar(em: escrita, base: &base)
    }
  }
}

extension Recebimentos {
  /// Who is billed by a manual decision though the spreadsheets have come to say otherwise.
  fileprivate func porDecisaoContrariada(
    na base: Base, em arquivo: String, dryRun: Bool
  ) -> [Aviso] {
    let contrariadas = Dictionary(
      base.clientes.compactMap { cliente in cliente.decisao.map { (cliente.chave, $0) } }
        .filter { $0.1.contrariada }, uniquingKeysWith: { first, _ in first })
    return aReceber.compactMap { item in
      guard let decisao = contrariadas[item.cliente] else { return nil }
      let remedio =
        dryRun
        ? "retire antes a decisão com 'comissoes cliente retirar-decisao'"
        : "desfaça este faturamento com 'comissoes desfazer' e retire a decisão com 'comissoes"
          + " cliente retirar-decisao'"
      return Aviso(
        arquivo: arquivo, aba: nil, celula: nil,
        mensagem:
          "a comissão de \(item.cliente), \(item.valor.emReais()), \(dryRun ? "seria" : "foi")"
          + " faturada por decisão manual (\(decisao.motivo)), mas no último controle as planilhas"
          + " dizem \(decisao.regras.comValor); se valem elas, \(remedio)")
    }
  }

  /// Who is billed for a contract that was billed already: released, or under another name.
  fileprivate func contratosRepetidos(em arquivo: String, dryRun: Bool) -> [Aviso] {
    aReceber.compactMap { item in
      item.mesmoContrato.map { conta in
        let anterior = conta.faturamento
        let mesmo = conta.cliente == item.cliente
        let remedio =
          dryRun
          ? mesmo
            ? "desfaça a liberação com 'comissoes desfazer'"
            : "vincule os nomes com 'comissoes cliente vincular'"
          : "desfaça este faturamento com 'comissoes desfazer'"
        return Aviso(
          arquivo: arquivo, aba: nil, celula: nil,
          mensagem: "\(item.cliente):"
            + " \(mesmo ? "há uma nova comissão liberada, mas o" : "o") contrato"
            + " \(item.contrato ?? "") é o mesmo que já foi faturado"
            + "\(mesmo ? "" : " com o nome \(conta.cliente)") em \(anterior.dia.brasileiro) (relatório"
            + " nº \(anterior.relatorio), \(anterior.valor.emReais())) e não foi devolvido;"
            + " se não são duas comissões, \(remedio)")
      }
    }
  }
}
