import Dominio
import DurableFiles
import Errands

// How a step becomes true: everything under new names first, then one rename.

extension Escrita {
  /// The state to go on from. A directory with base files only is taken over as it stands: those
  /// versions are kept like all that follow.
  func estadoAdotado() throws(DadosError) -> Estado {
    var estado = retrato.estado
    guard estado.operacao == 0 else { return estado }
    for mes in estado.bases.keys.sorted() {
      guard let bytes = try retrato.conteudo(mes) else { continue }
      let base = try acervo.base(bytes, de: mes)
      try comoDados { () throws(FileError) in try acervo.objetos.put(bytes) }
      estado.ultimoRelatorio = base.relatorios.reduce(estado.ultimoRelatorio) {
        max($0, $1.numero)
      }
    }
    return estado
  }

  /// Keeps the bytes of a spreadsheet. They must still be the ones that were read.
  func guardar(_ entrada: Passo.Entrada) throws(DadosError) -> Fonte {
    let bytes = try comoDados { () throws(FileError) in try readFile(entrada.caminho) }
    guard sha256(of: bytes) == entrada.fonte.sha256 else {
      throw .entradaMudou(caminho: entrada.caminho)
    }
    try comoDados { () throws(FileError) in try acervo.objetos.put(bytes) }
    return entrada.fonte
  }

  /// Records the operation, then renames `estado.json`: from there on it is true.
  ///
  /// - Parameter novos: contents that this step has kept, by their SHA-256: they need not be read
  ///   back.
  func tornarVerdade(
    _ operacao: Operacao, apos anterior: Estado, _ novos: [String: [UInt8]] = [:]
  ) throws(DadosError) {
    // A copy that somebody has changed is not written over.
    for mes in operacao.gravou.keys.sorted() { _ = try retrato.conteudo(mes) }
    var estado = anterior
    estado.operacao = operacao.numero
    for (mes, troca) in operacao.gravou { estado.bases[mes] = troca.depois }
    let registro = OperacaoGravada.bytes(operacao)
    estado.cabeca = sha256(of: registro)

    var mudancas: [(mes: Competencia, antes: Base?, depois: Base?)] = []
    for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
      let antes = try retrato.versao(troca.antes, de: mes)
      let depois = try retrato.versao(troca.depois, de: mes)
      mudancas.append((mes, antes, depois))
      let conhecidos = antes?.relatorios ?? []
      for relatorio in depois?.relatorios ?? [] where !conhecidos.contains(relatorio) {
        let caminho = acervo.caminho(relatorio)
        guard fileKind(caminho) == .file, try retrato.copiaAlterada(relatorio) else { continue }
        throw .relatorioAlterado(caminho: caminho, numero: relatorio.numero)
      }
    }
    // Worked out while copies go to the disk.
    let todas = Errand { [mudancas] in
      var linhas = LinhasDeAuditoria(de: operacao, apos: anterior.auditoria)
      linhas.operar()
      for (mes, antes, depois) in mudancas {
        linhas.comparar(mes, antes: antes, depois: depois)
        linhas.compararAlertasEVinculos(mes, antes: antes, depois: depois)
      }
      return linhas
    }

    let copias = try Copias(operacao.gravou, em: retrato, novos)
    try comoDados { () throws(FileError) in
      try acervo.objetos.sync()
      try StagedFile.writing(registro, to: acervo.caminho(operacao: operacao.numero)).commit()
    }
    let linhas = todas.value
    estado.auditoria = linhas.estado
    do throws(FileError) {
      try append(linhas.bytes, to: acervo.auditoria, after: anterior.auditoria.bytes)
    } catch {
      throw error.isLackOfData ? .auditoriaAlterada(caminho: acervo.auditoria) : .arquivo(error)
    }
    guard lock.isHeld else { throw .emUso(pasta: acervo.raiz) }
    try comoDados { () throws(FileError) in
      try StagedFile.writing(EstadoGravado.bytes(estado), to: acervo.estado).commit()
    }
    // True from here on. The copies are for people and fast reading: should one of them fail, the
    // kept version is read in its place, and the next step makes it good.
    seguir(estado)
    copias.publicar()
  }
}
