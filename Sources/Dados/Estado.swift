package import Dominio

/// What is true of the data directory now. Its file is replaced with one rename, and that makes a
/// step true. Docs/regras.md §8
package struct Estado: Sendable, Equatable {
  /// How much of the audit log counts, and the hash of its last line.
  package struct Auditoria: Sendable, Equatable {
    package var linhas = 0
    package var bytes = 0
    package var sha256: String?
  }

  /// The number of the last operation; 0 before the first.
  package var operacao = 0
  /// SHA-256 of its record.
  package var cabeca: String?
  /// The SHA-256 of the file of each base.
  package var bases: [Competencia: String] = [:]
  /// The highest report number ever given, also to one that was taken back.
  package var ultimoRelatorio = 0
  package var auditoria = Auditoria()

  package init() {}
}
