import Conciliacao
import Dados
import Dominio
import DurableFiles
import Relatorios

extension Escrita {
  /// Writes the report, verifies it, and bills what it lists, as one step. Docs/regras.md §7
  ///
  /// Everything is on the disk under other names before the base says that it is true; the copy at
  /// `saida` gets its name last, so that no copy tells of bills that were not recorded.
  /// - Returns: the path of the workbook that is told.
  func emitir(
    _ recebimentos: Recebimentos, em base: inout Base, outras: [Base], dia: Dia, saida: Saida?
  ) throws -> String {
    let numero = 1 + (outras + [base]).flatMap(\.relatorios).reduce(0) { max($0, $1.numero) }
    let arquivo = "\(base.competencia.iso)-recebimentos-\(preenchido(numero, 4)).xlsx"
    let workbook = StagedFile.reserving("\(acervo.pastaDeRelatorios)/\(arquivo)")
    try RelatorioDeRecebimentos.write(
      recebimentos,
      cabecalho: .init(base: base.competencia, numero: numero, dia: dia, fontes: base.fontes),
      to: workbook.temporary)
    try RelatorioDeRecebimentos.verify(path: workbook.temporary, against: recebimentos)
    try workbook.sync()
    let copia = try saida.map { saida in
      try StagedFile.writing(readFile(workbook.temporary), to: saida.caminho)
    }

    let relatorio = Relatorio(
      numero: numero, dia: dia, arquivo: arquivo, sha256: try sha256(ofFile: workbook.temporary),
      clientes: recebimentos.aReceber.count, valor: recebimentos.valorAReceber,
      desistencias: recebimentos.totalDeDesistencias)
    base.faturar(recebimentos, em: relatorio)
    try gravar(base, com: workbook)
    guard let copia else { return acervo.caminho(relatorio) }
    do throws(FileError) {
      try copia.commit()
    } catch {
      throw Falha(
        Falha(error).codigo,
        Falha(error).mensagens + [
          "O faturamento foi gravado; o relatório está em \(acervo.caminho(relatorio))."
        ])
    }
    return copia.destination
  }
}
