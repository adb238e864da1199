package import Dominio
import DurableFiles
import JSONDocuments

/// The data directory at one moment. Reading takes no lock.
///
/// The file of a base may already belong to a later moment, or be missing; then the version that
/// was true is taken from the kept ones. A file that no version fits was changed by somebody else,
/// and is refused.
package struct Retrato: Sendable {
  package let acervo: Acervo
  /// Of operation 0 for a directory without a history: a new one, or one with base files only.
  let estado: Estado
  /// Versions of bases that this moment has found in the directory, or is about to write there.
  private let versoes = Versoes()

  init(acervo: Acervo, estado: Estado) {
    self.acervo = acervo
    self.estado = estado
  }

  /// A base file that the program has not written must not be passed over: what it billed would be
  /// billed again. So it is refused.
  init(_ estado: Estado, de acervo: Acervo) throws(DadosError) {
    self.init(acervo: acervo, estado: estado)
    for mes in try acervo.mesesComArquivo() where estado.bases[mes] == nil {
      _ = try conteudo(mes)
    }
  }

  /// The number of the last operation; 0 before the first.
  package var operacao: Int { estado.operacao }

  /// How far the audit log goes: its lines, and the hash of the last; nil before the first.
  package var pontaDaAuditoria: String? {
    estado.auditoria.sha256.map {
      Testemunho(linhas: estado.auditoria.linhas, sha256: $0).texto
    }
  }

  /// What `estado.json` says; nil for a directory without one.
  var historia: Estado? { operacao > 0 ? estado : nil }

  /// The months that have a base, ascending.
  package func competencias() throws(DadosError) -> [Competencia] { estado.bases.keys.sorted() }

  /// Nil when the month has no base.
  package func base(_ competencia: Competencia) throws(DadosError) -> Base? {
    if let sha256 = sha256(competencia), let base = versoes[sha256] { return base }
    guard let bytes = try conteudo(competencia) else { return nil }
    guard let sha256 = sha256(competencia) else { return try acervo.base(bytes, de: competencia) }
    return try lembrar(bytes, como: sha256, de: competencia)
  }

  /// A version of the base of a month; nil without one.
  package func versao(_ sha256: String?, de mes: Competencia) throws(DadosError) -> Base? {
    guard let sha256 else { return nil }
    if let base = versoes[sha256] { return base }
    // The copy of the version that holds stands in for a kept one that is damaged.
    if sha256 == estado.bases[mes], let base = try base(mes) { return base }
    return try lembrar(acervo.guardado(sha256), como: sha256, de: mes)
  }

  /// Decodes a version, unless that was done before: it is what costs.
  private func lembrar(
    _ bytes: [UInt8], como sha256: String, de mes: Competencia
  ) throws(DadosError) -> Base {
    let conhecida = acervo.decodificadas[sha256]
    let base = if let conhecida { conhecida } else { try acervo.base(bytes, de: mes) }
    acervo.decodificadas[sha256] = base
    versoes[sha256] = base
    return base
  }

  /// Spares the reading back of a version that is about to be written.
  func lembrar(_ base: Base, como sha256: String) { versoes[sha256] = base }

  /// All bases, ascending by month.
  package func bases() throws(DadosError) -> [Base] {
    var bases: [Base] = []
    for competencia in try competencias() {
      if let base = try base(competencia) { bases.append(base) }
    }
    return bases
  }

  /// The number for the next report: never one that was given before, not even to a report that
  /// was taken back.
  package func proximoRelatorio() throws(DadosError) -> Int {
    if operacao > 0 { return estado.ultimoRelatorio + 1 }
    return 1 + (try bases()).flatMap(\.relatorios).reduce(0) { max($0, $1.numero) }
  }

  /// The bytes of the base of a month; nil when it has none.
  func conteudo(_ competencia: Competencia) throws(DadosError) -> [UInt8]? {
    let caminho = acervo.caminho(competencia)
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
    let certo = estado.bases[competencia]
    if let bytes {
      let presente = DurableFiles.sha256(of: bytes)
      if presente == certo { return bytes }
      guard acervo.objetos.contains(presente) else {
        guard let certo else { throw .desconhecido(caminho: caminho) }
        // What is advised must hold: the version to go back to is there.
        _ = try acervo.guardado(certo)
        throw .alterado(caminho: caminho)
      }
      if try ehDeDepois(presente, de: competencia) {
        let vista = try acervo.operacaoAlem(de: estado) ?? operacao + 1
        throw .estadoAntigo(caminho: acervo.estado, operacao: operacao, vista: vista)
      }
    }
    guard let certo else { return nil }
    return try acervo.guardado(certo)
  }
}

extension Acervo {
  /// The kept content of that SHA-256.
  package func guardado(_ sha256: String) throws(DadosError) -> [UInt8] {
    do throws(FileError) {
      if let bytes = try objetos.get(sha256) { return bytes }
    } catch {
      if !error.isAbsence { throw .arquivo(error) }
    }
    throw .perdido(caminho: objetos.path(of: sha256))
  }

  func base(_ bytes: [UInt8], de competencia: Competencia) throws(DadosError) -> Base {
    let caminho = caminho(competencia)
    let gravada = try lerBase(bytes, caminho: caminho)
    let base = try comoDados(caminho) { () throws(JSONDocumentError) in try gravada.lida() }
    guard base.competencia == competencia else {
      throw .mesTrocado(caminho: caminho, mes: base.competencia)
    }
    return base
  }
}
