import CommandLineKit
import Dominio

/// Questions put to who sits at the keyboard, each answered by a line.
struct Dialogo {
  /// Why there is no answer.
  enum SemResposta: Error {
    /// The escape key: back to where it came from.
    case voltar
    /// The key that ends the sitting.
    case parar(Key)
  }

  let keyboard: Keyboard
  /// Columns of the terminal.
  let largura: Int

  func mostrar(_ texto: String) { keyboard.show(texto.visible.folded(to: largura)) }

  /// Asks until the line can be read.
  func perguntar<Valor>(
    _ pergunta: String, _ ler: (String) throws(InvalidValue) -> Valor
  ) throws(SemResposta) -> Valor {
    while true {
      mostrar("\(pergunta): ")
      switch keyboard.line() {
      case .stopped(let key): throw .parar(key)
      case .cancelled: throw .voltar
      case .text(let texto):
        do throws(InvalidValue) {
          return try ler(texto.espacosDobrados)
        } catch {
          mostrar("\"\(texto)\" não serve: \(error.reason) (Esc volta).\n")
        }
      }
    }
  }
}
