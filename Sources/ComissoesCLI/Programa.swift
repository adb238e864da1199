import CommandLineKit
import Dominio

/// Understands the words of a line, does what they ask, and says how it ended.
///
/// - Parameter words: the line without the program's name.
package func executar(_ words: [String], em shell: Shell) -> ExitCode {
  do {
    switch try Parser(arvore, width: shell.width).parse(words) {
    case .run(let invocation):
      try Narrator.$current.withValue(shell.narrator) { try invocation.run(in: shell) }
    case .help(let page): try shell.write("\(page)\n".folded(to: shell.page.width))
    case .commandMissing(let page):
      shell.complain("\(page)\n")
      return .usage
    case .version(let version): try shell.write("\(version)\n")
    case .completionScript(let script): try shell.write("\(script)\n")
    case .manualPage(let page): try shell.write(page.roff(day: shell.today().iso))
    case .completion(let question):
      // Who presses Tab waits for the answer, whatever the data directory is made of.
      shell.hurry(2)
      try shell.write(
        question.answer { Completador(shell: shell, dado: $1).palavras($0) })
    }
    return .done
  } catch let erro as UsageErrors {
    shell.complain("\(erro)\n")
    return .usage
  } catch OutputError.closed {
    return .done
  } catch {
    let falha = Falha(qualquer: error)
    for mensagem in falha.mensagens { shell.complain("Erro: \(mensagem)\n") }
    return falha.codigo
  }
}
