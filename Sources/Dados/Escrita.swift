import Dominio
import DurableFiles
import Errands

/// The right to change the data directory; one process has it at a time.
///
/// Read what a step depends on through `retrato` while holding it.
package final class Escrita {
  package let acervo: Acervo
  package private(set) var retrato: Retrato
  /// What was made good on the way.
  package internal(set) var consertos: [Conserto] = []
  let lock: DirectoryLock

  /// Looks at what a step would build upon, and refuses before anything is changed; then finishes
  /// and sweeps what a killed process has left.
  ///
  /// - Parameters:
  ///   - criando: true to make the directory when it is missing.
  ///   - esperar: how many seconds to wait for another process to finish.
  ///   - aoEsperar: called once when there is something to wait for.
  package init(
    _ acervo: Acervo, criando: Bool = true, esperar: Int = 0, aoEsperar: () -> Void = {}
  ) throws(DadosError) {
    self.acervo = acervo
    if !criando, !acervo.existe { throw .semDados(pasta: acervo.raiz) }
    let lock = try comoDados { () throws(FileError) in
      try makePrivateDirectory(acervo.raiz)
      return try DirectoryLock(folder: acervo.raiz, waiting: esperar, onWait: aoEsperar)
    }
    guard let lock else { throw .emUso(pasta: acervo.raiz) }
    self.lock = lock
    retrato = try acervo.retrato()
    try retrato.conferirAlicerces()
    try comoDados { () throws(FileError) in
      for pasta in [
        acervo.pastaDeBases, acervo.pastaDeRelatorios, acervo.pastaDeOperacoes,
        acervo.objetos.root,
      ] { try makePrivateDirectory(pasta) }
      for pasta in [acervo.raiz, acervo.pastaDeBases, acervo.pastaDeOperacoes] {
        try StagedFile.sweepLeftovers(in: pasta)
      }
      try StagedFile.sweepLeftovers(
        in: acervo.pastaDeRelatorios, and: Self.ehDaBibliotecaDePlanilhas)
      try acervo.objetos.sweepLeftovers()
      // Who wrote last may have been killed before the rename that made the step true was on the
      // disk; nothing may be built on what is not.
      try syncFolder(acervo.raiz)
    }
    try reparar()
    try terminarEntrega()
    try terminarAjuste()
    varrerConteudos()
  }

  /// The library that writes workbooks has files of its own beside them, which it unlinks as soon
  /// as they are open: `tmp.2v8v7U5GOM`.
  static func ehDaBibliotecaDePlanilhas(_ nome: String) -> Bool {
    nome.hasPrefix("tmp.") && nome.utf8.count == 14
      && nome.dropFirst(4).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// Makes a step true, all of it or nothing.
  /// - Returns: the record of it.
  @discardableResult
  package func gravar(_ passo: Passo) throws(DadosError) -> Operacao {
    let haviaSobras = lock.isMarked
    let bases = passo.bases
    // Worked out while the inputs go to the disk.
    let conteudos = Errand { bases.map { ObjectStore.Content(BaseGravada.bytes($0)) } }
    try comoDados { () throws(FileError) in try lock.mark() }
    var estado = try estadoAdotado()
    var entradas: [Fonte] = []
    for entrada in passo.entradas { entradas.append(try guardar(entrada)) }
    var gravou: [Competencia: Operacao.Troca] = [:]
    var novos: [String: [UInt8]] = [:]
    try comoDados { () throws(FileError) in
      if let emissao = passo.emissao {
        novos[try acervo.objetos.put(emissao.bytes)] = emissao.bytes
      }
      for (base, conteudo) in zip(bases, conteudos.value) {
        try acervo.objetos.put(conteudo)
        let depois = conteudo.sha256
        novos[depois] = conteudo.bytes
        retrato.lembrar(base, como: depois)
        gravou[base.competencia] = .init(antes: estado.bases[base.competencia], depois: depois)
      }
    }
    let operacao = Operacao(
      numero: estado.operacao + 1, acao: passo.acao, momento: passo.autoria.momento,
      usuario: passo.autoria.usuario, competencia: passo.competencia,
      argumentos: passo.argumentos, estatisticas: passo.estatisticas, entradas: entradas,
      leu: estado.bases.filter { passo.leu.contains($0.key) && gravou[$0.key] == nil },
      gravou: gravou, relatorio: passo.emissao?.relatorio.numero, alertas: passo.alertas.sorted(),
      alvo: nil, anterior: estado.cabeca)
    if let numero = operacao.relatorio { estado.ultimoRelatorio = numero }
    try tornarVerdade(operacao, apos: estado, novos)
    if haviaSobras { varrerConteudos() } else { lock.unmark() }
    return operacao
  }

  /// Takes an operation back, or does it again, as planned: the bases are what they were, to the
  /// byte.
  @discardableResult
  package func repor(
    _ reposicao: Reposicao, _ autoria: Passo.Autoria
  ) throws(DadosError) -> Operacao {
    let alvo = reposicao.alvo
    try retrato.conferirRelatorios(de: reposicao)
    let ajuste = try reposicao.arquivo.map { (troca) throws(DadosError) in try self.ajuste(troca) }
    let estado = try estadoAdotado()
    let operacao = Operacao(
      numero: estado.operacao + 1, acao: reposicao.acao, momento: autoria.momento,
      usuario: autoria.usuario, competencia: alvo.competencia,
      argumentos: ["operacao": String(alvo.numero)], estatisticas: [:], entradas: [], leu: [:],
      gravou: Dictionary(
        uniqueKeysWithValues: reposicao.bases.map { mes, depois in
          (mes, .init(antes: estado.bases[mes], depois: depois))
        }),
      relatorio: nil, alvo: alvo.numero, anterior: estado.cabeca)
    try tornarVerdade(operacao, apos: estado)
    try comoDados { () throws(FileError) in try ajuste?.concluir() }
    return operacao
  }

  func seguir(_ estado: Estado) { retrato = Retrato(acervo: acervo, estado: estado) }
}
