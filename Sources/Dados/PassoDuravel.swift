import Dominio
import DurableFiles

// How a step becomes true: everything under new names first, then one rename.

extension Escrita {
  /// The state to go on from. A directory with base files only is taken over as it stands: those
  /// versions are kept like all that follow.
  func estadoAdotado() throws(DadosError) -> Estado {
    if let estado = retrato.estado { return estado }
    var estado = Estado()
    for competencia in try retrato.competencias() {
      guard let bytes = try retrato.conteudo(competencia) else { continue }
      let base = try acervo.base(bytes, de: competencia)
      estado.bases[competencia] = try comoDados { () throws(FileError) in
        try acervo.objetos.put(bytes)
      }
      estado.ultimoRelatorio = base.relatorios.reduce(estado.ultimoRelatorio) {
        max($0, $1.numero)
      }
    }
    return estado
  }

  /// Keeps the bytes of a spreadsheet. They must still be the ones that were read.
  func guardar(_ entrada: Passo.Entrada) throws(DadosError) -> Fonte {
    let guardado = try comoDados { () throws(FileError) in
      try acervo.objetos.put(readFile(entrada.caminho))
    }
    guard guardado == entrada.fonte.sha256 else {
      throw .entradaMudou(caminho: entrada.caminho)
    }
    return entrada.fonte
  }

  /// Records the operation, then renames `estado.json`: from there on it is true.
  func tornarVerdade(_ operacao: Operacao, apos anterior: Estado) throws(DadosError) {
    var estado = anterior
    estado.operacao = operacao.numero
    for (mes, troca) in operacao.gravou { estado.bases[mes] = troca.depois }
    let registro = OperacaoGravada.bytes(operacao)
    estado.cabeca = sha256(of: registro)

    var linhas = LinhasDeAuditoria(de: operacao, apos: anterior.auditoria)
    linhas.operar()
    for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
      linhas.comparar(
        mes, antes: try retrato.versao(troca.antes, de: mes),
        depois: try retrato.versao(troca.depois, de: mes))
    }
    estado.auditoria = linhas.estado

    let copias = try Copias(de: operacao, em: retrato)
    try comoDados { () throws(FileError) in
      try StagedFile.writing(registro, to: acervo.caminho(operacao: operacao.numero)).commit()
      try append(
        linhas.bytes, to: acervo.auditoria, after: anterior.auditoria.bytes)
      try StagedFile.writing(EstadoGravado.bytes(estado), to: acervo.estado).commit()
    }
    // True from here on. The copies are for people and fast reading: should one of them fail, the
    // kept version is read in its place, and the next step makes it good.
    seguir(estado)
    copias.publicar()
  }

  /// Publishes the copies of the last step again when the process was killed before it had.
  func acabarUltimoPasso() throws(DadosError) {
    guard let estado = retrato.estado, estado.operacao > 0 else { return }
    let caminho = acervo.caminho(operacao: estado.operacao)
    let bytes = try comoDados { () throws(FileError) in try readFile(caminho) }
    let ultima = try acervo.operacao(bytes, caminho: caminho)
    for (mes, troca) in ultima.gravou {
      let arquivo = try comoDados { () throws(FileError) in
        try readFileIfThere(acervo.caminho(mes))
      }
      // A copy that is neither version was changed by somebody: reading it says so.
      let presente = arquivo.map { sha256(of: $0) }
      if presente != troca.depois, presente == troca.antes || presente == nil {
        try Copias(de: ultima, em: retrato).publicar()
        return
      }
    }
  }
}
