import Conciliacao
import Dados
import Dominio
import DurableFiles
import Relatorios

/// A report to be made, and what it bills. Docs/regras.md §7
struct Emissao {
  let recebimentos: Recebimentos
  let dia: Dia
  let entrada: Passo.Entrada
  let argumentos: [String: String]
  let autoria: Passo.Autoria
  let saida: Saida?

  /// Writes the report, verifies it, and bills what it lists, as one step.
  ///
  /// Everything is on the disk under other names before it is true; the copy at `saida` gets its
  /// name last, so that no copy tells of bills that were not recorded.
  /// - Returns: the path of the workbook that is told.
  func gravar(em escrita: Escrita, base: inout Base) throws -> String {
    let acervo = escrita.acervo
    let numero = try escrita.retrato.proximoRelatorio()
    let arquivo = "\(base.competencia.iso)-recebimentos-\(preenchido(numero, 4)).xlsx"
    let bytes = try workbook(
      numero, de: base, auditoria: escrita.retrato.pontaDaAuditoria,
      em: "\(acervo.pastaDeRelatorios)/\(arquivo)")
    let copia = try saida.map { try escrita.entrega(de: bytes, em: $0.caminho) }

    let relatorio = Relatorio(
      numero: numero, dia: dia, arquivo: arquivo, sha256: sha256(of: bytes),
      clientes: recebimentos.aReceber.count, valor: recebimentos.valorAReceber,
      desistencias: recebimentos.totalDeDesistencias)
    base.faturar(recebimentos, em: relatorio)
    var passo = Passo(
      .gerarRelatorio, autoria, mes: base.competencia, bases: [base])
    passo.argumentos = argumentos
    passo.estatisticas = [
      "clientes_a_receber": String(relatorio.clientes), "valor_a_receber": relatorio.valor.texto,
      "desistencias": String(relatorio.desistencias),
      "estornos": recebimentos.estornos.texto,
    ]
    passo.entradas = [entrada]
    passo.alertas = recebimentos.alertas.gerados
    passo.leu = try escrita.retrato.competencias()
    passo.emissao = .init(relatorio: relatorio, bytes: bytes)
    try escrita.gravar(passo)

    guard let copia, let saida else { return acervo.caminho(relatorio) }
    do throws(FileError) {
      try copia.concluir()
    } catch {
      throw Falha(
        Falha(error).codigo,
        Falha(error).mensagens + [
          "O faturamento foi gravado. Grave a cópia com"
            + " 'comissoes relatorio reemitir \(numero) --saida ARQUIVO'."
        ])
    }
    return saida.caminho
  }

  /// The bytes of the finished workbook, made beside where it will stand and read back.
  private func workbook(
    _ numero: Int, de base: Base, auditoria: String?, em destino: String
  ) throws -> [UInt8] {
    let staged = StagedFile.reserving(destino)
    let cabecalho = RelatorioDeRecebimentos.Cabecalho(
      base: base.competencia, numero: numero, dia: dia, fontes: base.fontes, auditoria: auditoria)
    try RelatorioDeRecebimentos.write(recebimentos, cabecalho: cabecalho, to: staged.temporary)
    try RelatorioDeRecebimentos.verify(
      path: staged.temporary, against: recebimentos, cabecalho: cabecalho)
    return try readFile(staged.temporary)
  }
}
