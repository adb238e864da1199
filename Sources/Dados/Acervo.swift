package import Dominio
package import DurableFiles
import JSONDocuments

/// The data directory. Docs/regras.md §8
///
///     raiz/
///       estado.json               what is true; replaced with one rename
///       operacoes/000007.json     what was done, never changed
///       auditoria.jsonl           every change, with before and after, chained
///       objetos/ab/cdef….gz       every version of every base, every input, every report
///       bases/2025-10.json        the base of a month, as `estado.json` has it
///       relatorios/…xlsx          the reports that the bases tell of
///       .trava                    held by who writes
package struct Acervo: Sendable {
  package let raiz: String
  /// Versions of bases that were decoded, by whichever moment: a SHA-256 never means anything else.
  let decodificadas = Versoes()

  package init(raiz: String) { self.raiz = raiz }

  package var pastaDeBases: String { "\(raiz)/bases" }
  package var pastaDeRelatorios: String { "\(raiz)/relatorios" }
  package var auditoria: String { "\(raiz)/auditoria.jsonl" }
  package var objetos: ObjectStore { ObjectStore(root: "\(raiz)/objetos") }
  var estado: String { "\(raiz)/estado.json" }
  var pastaDeOperacoes: String { "\(raiz)/operacoes" }

  package func caminho(_ competencia: Competencia) -> String {
    "\(pastaDeBases)/\(competencia.iso).json"
  }

  package func caminho(_ relatorio: Relatorio) -> String {
    "\(pastaDeRelatorios)/\(relatorio.arquivo)"
  }

  func caminho(operacao numero: Int) -> String {
    "\(pastaDeOperacoes)/\(preenchido(numero, 6)).json"
  }

  /// True when there is anything of a data directory, whole or damaged.
  package var existe: Bool {
    if fileKind(estado) != nil || fileKind(auditoria) != nil { return true }
    return [pastaDeBases, pastaDeOperacoes, pastaDeRelatorios, objetos.root].contains { pasta in
      // What cannot be looked into is there.
      (try? listDirectory(pasta))?.isEmpty != true
    }
  }

  /// The data as they are now. What is read through it belongs together, whoever writes meanwhile.
  package func retrato() throws(DadosError) -> Retrato {
    if let lido = try lerEstado() { return try Retrato(lido, de: self) }
    let soltas = try basesSoltas()
    let houve = try houveHistoria()
    // The first step may have become true meanwhile.
    if let lido = try lerEstado() { return try Retrato(lido, de: self) }
    if houve { throw .semEstado(caminho: estado) }
    return Retrato(acervo: self, estado: soltas)
  }

  func lerEstado() throws(DadosError) -> Estado? {
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(estado) }
    guard let bytes else { return nil }
    let gravado = try ler(EstadoGravado.self, bytes, caminho: estado)
    guard EstadoGravado.confere(bytes) else { throw .estadoAlterado(caminho: estado) }
    return try comoDados(estado) { () throws(JSONDocumentError) in try gravado.lido() }
  }

  /// The state of a directory without a history: the base files as they stand.
  private func basesSoltas() throws(DadosError) -> Estado {
    var estado = Estado()
    for mes in try mesesComArquivo() {
      let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho(mes)) }
      estado.bases[mes] = bytes.map { sha256(of: $0) }
    }
    return estado
  }

  /// True when steps have become true here: then `estado.json` was removed by somebody. A first
  /// step that was killed before leaves its record and lines of the log, and no copy; and no report
  /// of a directory without a history knows of a log.
  private func houveHistoria() throws(DadosError) -> Bool {
    if try relatorioComHistoria() != nil { return true }
    let registros = try comoDados { () throws(FileError) in
      try listDirectory(pastaDeOperacoes)
    }.filter { !$0.hasPrefix(".") }
    if registros.isEmpty {
      let linhas = try comoDados { () throws(FileError) in try readFileIfThere(auditoria) }
      return linhas?.isEmpty == false
    }
    guard registros == ["000001.json"] else { return true }
    let primeira = caminho(operacao: 1)
    let bytes = try comoDados { () throws(FileError) in try readFile(primeira) }
    for (mes, troca) in try operacao(bytes, caminho: primeira).gravou
    where troca.antes != troca.depois {
      let copia = try comoDados { () throws(FileError) in try readFileIfThere(caminho(mes)) }
      if let copia, sha256(of: copia) == troca.depois { return true }
    }
    return false
  }

  /// The months that have a file under `bases/`, ascending.
  func mesesComArquivo() throws(DadosError) -> [Competencia] {
    let names = try comoDados { () throws(FileError) in try listDirectory(pastaDeBases) }
    return names.compactMap { name in
      guard name.hasSuffix(".json"), let mes = Competencia(lendo: String(name.dropLast(5))),
        name == "\(mes.iso).json"
      else { return nil }
      return mes
    }.sorted()
  }
}
