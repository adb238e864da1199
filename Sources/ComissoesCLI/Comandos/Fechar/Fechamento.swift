import Conciliacao
import Dados
import Dominio
import Planilhas

/// The spreadsheets of a month, read.
struct LidasDoMes {
  /// Nil when the base that there is will do.
  let acompanhamento: Lida<Acompanhamento.Registro>?
  let gestores: Lida<Gestores.Registro>
  let webopay: Lida<WeboPay.Registro>
  let epr: Lida<EPR.Registro>

  /// What the reading remarks, in the order of the month's work.
  var avisos: [Aviso] {
    (acompanhamento?.leitura.avisos ?? []) + gestores.leitura.avisos + webopay.leitura.avisos
      + epr.leitura.avisos
  }
}

/// A month worked out from its spreadsheets: base, controle and what there is to bill, by the very
/// steps of `base criar`, `controle` and `recebimentos`.
///
/// Until `gravar` nothing of it is on record. Docs/regras.md §9
struct Fechamento {
  let mes: Competencia
  let conferidas: ResultadoDeConferir
  /// Nil when the month has its base already.
  let criacao: PassoDaBase?
  let controle: PassoDoControle
  let recebimentos: PassoDosRecebimentos
  let lidas: LidasDoMes
  /// The last operation when this was worked out: what comes after it is unknown here.
  private let operacao: Int

  /// - Parameter substituindo: the base is made anew though there is one.
  init(
    _ mes: Competencia, _ lidas: LidasDoMes, _ conferidas: ResultadoDeConferir,
    substituindo: Bool, sobre retrato: Retrato, em ambiente: Ambiente
  ) throws {
    self.mes = mes
    self.lidas = lidas
    self.conferidas = conferidas
    operacao = retrato.operacao
    criacao = try lidas.acompanhamento.map {
      try ambiente.criarBase(mes, de: $0, substituindo: substituindo, sobre: retrato)
    }
    let base = try criacao?.criacao.base ?? retrato.baseEscolhida(mes)
    let primeira = operacao + (criacao == nil ? 1 : 2)
    controle = try ambiente.cruzar(
      base, gestores: lidas.gestores, webopay: lidas.webopay, operacao: primeira, sobre: retrato)
    recebimentos = try ambiente.analisar(
      controle.resultado.base, epr: lidas.epr,
      operacao: controle.nadaMuda ? primeira : primeira + 1, sobre: retrato)
  }

  /// What base and controle remark; what is read stands in `lidas`.
  var avisosDosPassos: [Aviso] {
    (criacao?.avisos ?? []) + controle.avisos + recebimentos.avisos(dryRun: true)
      + recebimentos.resultado.aReceber.avisosDeValor(
        de: lidas.gestores.leitura, em: recebimentos.base, dryRun: true)
  }

  var haOQueFaturar: Bool { !recebimentos.resultado.aReceber.isEmpty }

  /// The last report of the month, when these spreadsheets add nothing to what is on record.
  var ultimoRelatorio: Relatorio? {
    guard criacao == nil, controle.nadaMuda, !haOQueFaturar else { return nil }
    return recebimentos.base.relatorios.last
  }

  /// Puts base and controle on record, as far as they change anything.
  ///
  /// - Returns: the number of the last operation then.
  func gravar(em ambiente: Ambiente) throws -> Int {
    guard criacao != nil || !controle.nadaMuda else { return operacao }
    let escrita = try ambiente.escrita(criando: criacao != nil)
    try exigir(operacao, em: escrita)
    try medir("Base e controle gravados") {
      if let criacao { try escrita.gravar(criacao.passo) }
      if !controle.nadaMuda { try escrita.gravar(controle.passo) }
    }
    return escrita.retrato.operacao
  }

  /// Bills what was shown.
  ///
  /// - Parameter operacao: the last one that is known here.
  /// - Returns: the path of the report.
  func faturar(
    apos operacao: Int, dia: Dia, saida: Saida?, em ambiente: Ambiente
  ) throws -> String {
    let escrita = try ambiente.escrita()
    try exigir(operacao, em: escrita)
    return try ambiente.faturar(recebimentos, dia: dia, saida: saida, em: escrita)
  }

  /// While the summary was being read, another terminal may have done something.
  private func exigir(_ operacao: Int, em escrita: Escrita) throws(Falha) {
    guard escrita.retrato.operacao == operacao else {
      throw Falha(
        .busy,
        "Outro comissoes gravou nesta pasta de dados enquanto este fechava o mês; daqui em"
          + " diante nada foi gravado nem faturado. Rode o comando de novo.")
    }
  }
}
