import Dominio
import DurableFiles
import Relatorios
import SheetWriting

extension Ambiente {
  /// Writes the file under another name, reads it back, and gives it its name.
  func gravar(
    _ exportacao: BaseExportada, como formato: Formato, em destino: String
  ) throws {
    let saida = try Saida(destino, base: formato, acervo: acervo)
    let staged =
      formato == .xlsx
      ? try planilha(exportacao, saida)
      : try texto(exportacao.bytes(como: formato), saida)
    try staged.commit()
    let clientes = contagem(exportacao.base.clientes.count, "cliente", "clientes")
    let dito = "\(exportacao.base.nome): \(clientes) em \(saida.caminho).\n"
    if formato == .xlsx {
      try shell.write(dito.visible)
    } else {
      // With such a format only a document belongs on stdout.
      shell.complain(dito)
    }
  }

  private func texto(_ bytes: [UInt8], _ saida: Saida) throws -> StagedFile {
    let staged = try StagedFile.writing(bytes, to: saida.caminho)
    guard try readFile(staged.temporary) == bytes else { throw Falha(naoConfere: saida.caminho) }
    return staged
  }

  private func planilha(_ exportacao: BaseExportada, _ saida: Saida) throws -> StagedFile {
    let staged = StagedFile.reserving(saida.caminho)
    let (linhas, cabecalho) = (exportacao.linhas, exportacao.cabecalho)
    do throws(SheetWritingError) {
      try PlanilhaDaBase.write(linhas, cabecalho: cabecalho, to: staged.temporary)
    } catch {
      throw Falha(baseNaoGravada: error, saida.caminho)
    }
    do throws(PlanilhaDaBase.Failure) {
      try PlanilhaDaBase.verify(path: staged.temporary, against: linhas, cabecalho: cabecalho)
    } catch {
      throw Falha(naoConfere: saida.caminho)
    }
    try staged.sync()
    return staged
  }
}

extension Falha {
  fileprivate init(naoConfere destino: String) {
    self.init(
      .cannotWrite,
      "\(destino): o arquivo gravado não confere com o que deveria dizer, e foi descartado."
        + " O disco está cheio? Libere espaço e tente de novo.")
  }

  fileprivate init(baseNaoGravada erro: SheetWritingError, _ destino: String) {
    switch erro {
    case .system(let code): self.init(FileError(.write, path: destino, code: code))
    case .unwritable:
      self.init(
        .cannotWrite,
        "\(destino): um valor desta base não cabe em uma planilha. Exporte-a com"
          + " '--formato csv'; nada foi gravado.")
    case .refused:
      self.init(
        .cannotWrite,
        "\(destino): a planilha não pôde ser gravada. O disco está cheio? Libere espaço e tente"
          + " de novo.")
    }
  }
}
