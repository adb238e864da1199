import Dados
import Dominio
import DurableFiles
import Relatorios
import SheetWriting
import Spreadsheets

extension Ambiente {
  /// Writes the working list, reads it back, and gives it its name.
  func gravarLista(_ alertas: [Alerta], de base: Base, em destino: String) throws {
    let saida = try Saida(destino, lista: acervo)
    try conferirDecisoesPerdidas(em: destino)
    let linhas = alertas.map { ListaDeAlertas.Linha($0, de: base) }
    let staged = StagedFile.reserving(saida.caminho)
    do throws(SheetWritingError) {
      try ListaDeAlertas.write(
        linhas, base: base.competencia, dia: shell.today(), to: staged.temporary)
    } catch {
      throw Falha(listaNaoGravada: error, destino)
    }
    guard let gravada = try? ListaPreenchida(openWorkbook(ByteSource(path: staged.temporary))),
      gravada.linhas.map(\.numero.texto) == linhas.map(\.numero),
      gravada.linhas.map(\.marca.texto) == linhas.map(\.marca)
    else {
      throw Falha(
        .cannotWrite,
        "\(destino): a lista gravada não confere com o que deveria dizer, e foi descartada."
          + " O disco está cheio? Libere espaço e tente de novo.")
    }
    try staged.sync()
    try staged.commit()
    try shell.write(
      "\(contagem(linhas.count, "alerta", "alertas")) em \(saida.caminho). Depois de preencher"
        + " Decisão e Motivo: comissoes alertas importar \(entreAspas(saida.caminho)) --dry-run\n"
        .visible)
  }

  /// A list that was filled in and not read back yet is not written over.
  private func conferirDecisoesPerdidas(em destino: String) throws {
    guard let lista = try? ListaPreenchida(openWorkbook(ByteSource(path: destino))) else { return }
    let retrato = try acervo.retrato()
    let perdidas = try lista.linhas.filter { linha in
      guard !linha.decisao.texto.isEmpty, let numero = NumeroDeAlerta(lendo: linha.numero.texto)
      else { return false }
      return try retrato.alerta(numero).map { $0.desfecho == nil } ?? false
    }
    guard !perdidas.isEmpty else { return }
    throw Falha(
      .cannotWrite,
      "\(destino): tem \(contagem(perdidas.count, "decisão", "decisões")) que ainda não"
        + " \(perdidas.count == 1 ? "foi importada" : "foram importadas"). Importe a lista antes com"
        + " 'comissoes alertas importar', ou escolha outro nome em --saida; nada foi gravado.")
  }
}

extension Falha {
  fileprivate init(listaNaoGravada erro: SheetWritingError, _ destino: String) {
    switch erro {
    case .system(let code): self.init(FileError(.write, path: destino, code: code))
    case .unwritable, .refused:
      self.init(
        .cannotWrite,
        "\(destino): a lista não pôde ser gravada. O disco está cheio? Libere espaço e tente de"
          + " novo.")
    }
  }
}
