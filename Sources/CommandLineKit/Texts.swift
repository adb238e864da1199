/// All that this module says to a user.
enum Texts {
  // Help pages.
  static let usage = "USO:"
  static let arguments = "ARGUMENTOS:"
  static let options = "OPÇÕES:"
  static let commands = "COMANDOS:"
  static let topics = "TEMAS:"
  static let examples = "EXEMPLOS:"
  static let commandPlaceholder = "<comando>"
  static let topicPlaceholder = "<tema>"
  static let optionsPlaceholder = "[opções]"
  static let helpOfHelp = "Mostra esta ajuda."
  static let helpOfVersion = "Mostra a versão."
  static let helpOfManualPage = "Escreve a página de manual."
  static let helpOfCompletionScript = "Escreve o script de completação para o shell."

  /// The words that ask for help where a command is expected: `comissoes ajuda controle`.
  static let helpWords = ["ajuda", "help"]

  static func values(_ values: [String]) -> String { "valores: \(values.joined(separator: ", "))" }

  static func standard(_ value: String) -> String { "padrão: \(value)" }

  static func standardCommand(_ summary: String) -> String {
    "\(summary) (o que se faz sem comando)"
  }

  /// - Parameter topics: true when there are topics of help as well.
  static func detailsOfCommands(_ path: [String], topics: Bool = false) -> String {
    let help = path.prefix(1) + helpWords.prefix(1) + path.dropFirst()
    let words = (help + [commandPlaceholder]).joined(separator: " ")
    guard topics else { return "Veja '\(words)' para os detalhes de um comando." }
    let page = (help + [topicPlaceholder]).joined(separator: " ")
    return "Veja '\(words)' para os detalhes de um comando, e '\(page)' para um tema."
  }

  // The man page.
  static let manual = "Comandos do usuário"
  static let manualName = "Nome"
  static let manualSynopsis = "Sinopse"
  static let manualOptions = "Opções"
  static let manualCommands = "Comandos"
  static let manualExamples = "Exemplos"
  static let manualOfOptions =
    "Todos os comandos aceitam estas opções, antes ou depois das palavras do comando."

  // Questions. Who presses only the return key has said no.
  static let yesOrNo = "[s/N]"
  static let yes = ["s", "sim"]
  static let no = ["n", "não", "nao"]
  static let answerYesOrNo = "Responda s (sim) ou n (não)."

  // Progress and details.

  /// `0,12 s`.
  static func seconds(_ duration: Duration) -> String {
    let hundredths =
      duration.components.seconds * 100 + duration.components.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest) s"
  }

  /// `EPR.xls: 120000 linhas` and, when the number is known, how far that is and what is left.
  static func progress(
    _ name: String, rows: Int, of total: Int?, after duration: Duration
  ) -> String {
    guard let total, total > rows, rows > 0 else { return "\(name): \(rows) linhas" }
    let done = rows * 20 / total
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: 20 - done)
    let left = duration * Double(total - rows) / Double(rows)
    let seconds = left.components.seconds + 1
    return "\(name): \(bar) \(rows * 100 / total)%, \(rows) de \(total) linhas,"
      + " \(seconds == 1 ? "falta 1 segundo" : "faltam \(seconds) segundos")"
  }

  // Completion scripts.

  /// The word by which they ask the program; nobody types it.
  static let completionWord = "__completar"

  static func completionHeader(_ program: String, _ shell: String) -> String {
    "Completação de \(program) para \(shell)."
  }

  // Reasons why a word is no value, told after a colon.
  static let notGiven = "não foi informado"

  /// In the sentence while they are few, as a list from six on; before them the one that a slip was
  /// most likely meant for.
  static func permitted(_ values: [String], typed word: String) -> String {
    if let similar = mostSimilar(to: word, among: values) {
      return "você quis dizer \(quoted(similar))?"
    }
    if values.count < 6 { return "use \(list(values.map(quoted), last: "ou"))" }
    return (["use um destes:"] + values.map { "  \($0)" }).joined(separator: "\n")
  }

  // Usage errors, by line.
  static func error(_ sentence: String) -> String { "Erro: \(sentence)" }
  static func help(_ line: String) -> String { "Ajuda: \(line)" }
  static func usage(_ line: String) -> String { "Uso: \(line)" }
  static func seeHelp(_ command: String) -> String { "Veja '\(command) --ajuda'." }

  static func commandList(_ names: [String]) -> String {
    "os comandos são \(list(names.map(quoted), last: "e"))."
  }

  static func helpList(_ commands: [String], _ topics: [String]) -> String {
    return "\(commandList(commands).dropLast()); os temas são"
      + " \(list(topics.map(quoted), last: "e"))."
  }

  /// `'a', 'b' ou 'c'`.
  static func list(_ items: [String], last: String) -> String {
    guard items.count > 1, let end = items.last else { return items.joined() }
    return "\(items.dropLast().joined(separator: ", ")) \(last) \(end)"
  }

  /// A word as typed, in quotes. What would break the line or turn it around is not let through.
  static func quoted(_ word: String) -> String {
    let safe = word.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
      default: scalar
      }
    }
    return "'\(String(String.UnicodeScalarView(safe)))'"
  }
}

extension Mistake {
  /// One sentence that quotes the word.
  func sentence(in command: String) -> String {
    let command = Texts.quoted(command)
    switch self {
    case .unknownOption(let name, nil):
      return "A opção \(Texts.quoted(name)) não existe em \(command)."
    case .unknownOption(let name, .similar(let known, _)):
      return "A opção \(Texts.quoted(name)) não existe em \(command);"
        + " você quis dizer \(Texts.quoted(known))?"
    case .unknownOption(let name, .ofOthers(let commands)):
      let owners = Texts.list(commands.map(Texts.quoted), last: "e")
      return "A opção \(Texts.quoted(name)) é de \(owners), não de \(command)."
    case .unknownOption(let name, .afterCommand):
      return "A opção \(Texts.quoted(name)) se escreve depois de \(command)."
    case .unknownCommand(let word, nil, _):
      return "\(Texts.quoted(word)) não é um comando de \(command)."
    case .unknownCommand(let word, let similar?, _):
      return "\(Texts.quoted(word)) não é um comando de \(command);"
        + " você quis dizer \(Texts.quoted(similar))?"
    case .unknownHelp(let word, nil, _, _):
      return "\(Texts.quoted(word)) não é um comando nem um tema da ajuda."
    case .unknownHelp(let word, let similar?, _, _):
      return "\(Texts.quoted(word)) não é um comando nem um tema da ajuda;"
        + " você quis dizer \(Texts.quoted(similar))?"
    case .unexpected(let word):
      return "O argumento \(Texts.quoted(word)) está sobrando."
    case .missing(let row, let remedy):
      let what = row.isArgument ? "o argumento" : "a opção"
      return Self.sentence("Falta \(what) \(Texts.quoted(row.label))", remedy)
    case .missingValue(let row, nil):
      return "Falta o valor de \(Texts.quoted(row.label))."
    case .missingValue(let row, let dashed?):
      return "Falta o valor de \(Texts.quoted(row.label)):"
        + " se for \(Texts.quoted(dashed)), escreva \(Texts.quoted("\(row.name)=\(dashed)"))."
    case .invalid(let row, let word, let reason):
      return Self.sentence(
        "O valor \(Texts.quoted(word)) não serve para \(Texts.quoted(row.label))", reason)
    case .together(let row, let other):
      return "\(Texts.quoted(row.label)) e \(Texts.quoted(other.label)) não se usam juntos."
    case .repeated(let row):
      return "A opção \(Texts.quoted(row.name)) foi dada mais de uma vez."
    case .flagWithValue(let row, let value):
      return "A opção \(Texts.quoted(row.name)) não recebe valor, mas veio com"
        + " \(Texts.quoted(value))."
    }
  }

  /// What is wrong and, after a colon, why or what to do; a reason that is a list gets no full stop.
  private static func sentence(_ fact: String, _ reason: String?) -> String {
    guard let reason else { return "\(fact)." }
    let isClosed = reason.hasSuffix(".") || reason.hasSuffix("?") || reason.contains("\n")
    return "\(fact): \(reason)\(isClosed ? "" : ".")"
  }
}
