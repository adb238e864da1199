/// How the program ends. Docs/regras.md §9
package enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case findings = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case cannotWrite = 73
  case inputOutput = 74
  case busy = 75
  case badConfiguration = 78

  /// What it means, for the documentation.
  package var explicacao: String {
    switch self {
    case .done: "feito"
    case .findings: "há achados ou diferenças, que foram listados"
    case .usage: "a linha de comando está errada"
    case .badData: "uma planilha ou um arquivo de dados não é o que deveria ser"
    case .noInput: "um arquivo indicado não existe ou não pode ser lido"
    case .cannotWrite: "uma saída não pode ser gravada"
    case .inputOutput: "erro de entrada ou saída"
    case .busy: "outro processo está usando a pasta de dados"
    case .badConfiguration: "a configuração está errada"
    }
  }
}
