/// A command cannot go on: what is said on stderr, and how the program ends.
struct Falha: Error, Equatable {
  let codigo: ExitCode
  /// Each a sentence or two: what failed, where, and what to do.
  let mensagens: [String]

  init(_ codigo: ExitCode, _ mensagens: [String]) {
    self.codigo = codigo
    self.mensagens = mensagens
  }

  init(_ codigo: ExitCode, _ mensagem: String) { self.init(codigo, [mensagem]) }

  /// Several at once, so that all are told; the first one's code counts.
  init?(_ falhas: [Falha]) {
    guard let primeira = falhas.first else { return nil }
    self.init(primeira.codigo, falhas.flatMap(\.mensagens))
  }
}
