/// A command cannot go on: what is said on stderr, and how the program ends.
struct Falha: Error, Equatable {
  let codigo: ExitCode
  /// Each a sentence or two: what failed, where, and what to do.
  let mensagens: [String]

  init(_ codigo: ExitCode, _ mensagens: [String]) {
    self.codigo = codigo
    self.mensagens = mensagens
  }

  /// A verification has found something, and its result has told it already.
  static let achados = Falha(.findings, [])

  init(_ codigo: ExitCode, _ mensagem: String) { self.init(codigo, [mensagem]) }
}
