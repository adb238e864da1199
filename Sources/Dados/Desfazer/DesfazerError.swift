package import DurableFiles

/// Why an operation cannot be taken back (`desfazer`) or done again (`refazer`).
package enum DesfazerError: Error, Equatable, Sendable {
  /// There is nothing that could be.
  case nada(a: Operacao.Acao)
  case inexistente(numero: Int)
  /// It is taken back already, or was never taken back.
  case semEfeito(numero: Int, a: Operacao.Acao)
  /// It is itself a `desfazer` or `refazer`: the one to go on with is its target.
  case naoSeDesfaz(Operacao)
  /// It changed the configuration, which is no part of the data, and its record does not tell what
  /// was there; `antes` is the last operation that holds and did change the data.
  case naoEhDasBases(Operacao, antes: Int?)
  /// The configuration is not what it would have to be; `achado` is what it is.
  case arquivoMudou(
    Operacao, a: Operacao.Acao, TrocaDeArquivo, achado: [UInt8]?, antes: Int?)
  /// The configuration cannot be read.
  case arquivo(FileError)
  /// Later operations build on it, or on one that does; the newest first, as they are to be taken
  /// back.
  case dependem(numero: Int, de: [Operacao])
  /// Other things were done since it was taken back, or since it was done.
  case mudou(numero: Int, a: Operacao.Acao)
}
