import Dominio
import DurableFiles
import Errands

/// What a writer has made good before its own step.
package enum Conserto: Sendable, Equatable {
  /// A kept content was gone or damaged, and was made anew from its copy.
  case objeto(caminho: String, copia: String)
  /// The copy of a report that a killed process had not yet put where it was wanted stands there.
  case entregue(caminho: String, relatorio: Int)
  /// It could not be put there any more.
  case naoEntregue(caminho: String, relatorio: Int)
  /// A file outside that goes with an operation, which a killed process had not yet changed, says
  /// what it is to say.
  case ajustado(caminho: String, operacao: Int)
  /// It could not be changed any more.
  case naoAjustado(caminho: String, operacao: Int)
}

extension Escrita {
  /// Makes good what a killed process has left unfinished, and what one of its two copies can heal.
  /// What somebody has changed is not written over: reading it says so.
  func reparar() throws(DadosError) {
    guard retrato.operacao > 0 else { return }
    try repararBases()
    for base in try retrato.bases() {
      for relatorio in base.relatorios { try reparar(relatorio) }
    }
  }

  private func repararBases() throws(DadosError) {
    var trocas: [Competencia: Operacao.Troca] = [:]
    // Decoded while its kept content is looked at.
    var emLeitura: (sha256: String, errand: Errand<Base?>)?
    func lembrar() {
      if let (sha256, errand) = emLeitura, let base = errand.value {
        acervo.decodificadas[sha256] = base
        retrato.lembrar(base, como: sha256)
      }
      emLeitura = nil
    }
    for mes in Set(try acervo.mesesComArquivo()).union(retrato.estado.bases.keys).sorted() {
      let caminho = acervo.caminho(mes)
      let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
      let (presente, certo) = (bytes.map { sha256(of: $0) }, retrato.sha256(mes))
      let ehVersao = presente.map { $0 == certo || acervo.objetos.contains($0) }
      if let bytes, let presente, presente == certo, acervo.decodificadas[presente] == nil {
        lembrar()
        let acervo = acervo
        // One that cannot be read is told by who reads it next.
        emLeitura = (presente, Errand { try? acervo.base(bytes, de: mes) })
      }
      if let bytes, let presente, ehVersao == true {
        try guardar(bytes, presente, copia: caminho)
      }
      if presente != certo, ehVersao != false {
        trocas[mes] = .init(antes: presente, depois: certo)
      }
    }
    lembrar()
    if !trocas.isEmpty { try Copias(trocas, em: retrato).publicar() }
  }

  private func reparar(_ relatorio: Relatorio) throws(DadosError) {
    let caminho = acervo.caminho(relatorio)
    let copia = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
    if let copia, sha256(of: copia) == relatorio.sha256 {
      return try guardar(copia, relatorio.sha256, copia: caminho)
    }
    if let guardado = try acervo.objetoInteiro(relatorio.sha256) {
      guard copia == nil else { return }
      // As with all copies: should it fail, the next step makes it good.
      try? StagedFile.writing(guardado, to: caminho).commit()
      return
    }
    // Reports from before there was a history were never kept.
    if retrato.historicoLegivel().operacoes.contains(where: { $0.relatorio == relatorio.numero }) {
      throw .perdido(caminho: acervo.objetos.path(of: relatorio.sha256))
    }
  }

  /// Keeps a content anew when what is kept of it is gone or damaged.
  private func guardar(_ bytes: [UInt8], _ soma: String, copia: String) throws(DadosError) {
    if try acervo.objetoInteiro(soma) != nil { return }
    try comoDados { () throws(FileError) in try acervo.objetos.put(bytes) }
    consertos.append(.objeto(caminho: acervo.objetos.path(of: soma), copia: copia))
  }
}

extension Acervo {
  /// A kept content; nil when it is gone or damaged.
  func objetoInteiro(_ sha256: String) throws(DadosError) -> [UInt8]? {
    guard sha256.ehSHA256 else { return nil }
    do throws(FileError) {
      return try objetos.get(sha256)
    } catch {
      if error.isAbsence || error.isOtherKind { return nil }
      throw .arquivo(error)
    }
  }
}
