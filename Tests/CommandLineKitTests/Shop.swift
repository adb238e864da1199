import CommandLineKit

/// A small tree with every kind of row, and the context its commands write what they were given to.
enum Shop {
  final class Log {
    var lines: [String] = []
  }

  struct Session {
    let log: Log
    let pasta: String?
    let formato: Formato
  }

  enum Formato: String, CaseIterable, Sendable {
    case tabela, json
  }

  enum Fruta: String, CaseIterable, Sendable {
    case abacaxi, banana, caju, goiaba, manga, uva
  }

  static let tree = Command<Log>.group(
    "feira", "Compra e vende na feira.", [vender, estoque, somar, olhar],
    examples: ["feira vender --mes 2025-10 lista.xlsx"], version: "1.2.3"
  ) { form in
    let pasta = form.option(
      "--pasta", value: "<pasta>", help: "Onde ficam os dados.", completion: .directory)
    let formato = form.choice(
      "--formato", Formato.self, default: .tabela, help: "Forma do que é escrito.")
    return { values, log in
      try Session(log: log, pasta: values[pasta], formato: values[formato])
    }
  }

  static let vender = Command<Session>(
    "vender", "Vende o que está na lista.",
    examples: ["feira vender --mes 2025-10 lista.xlsx", "feira vender --mes 10/2025 - --ensaio"]
  ) { form in
    let mes = form.requiredOption(
      "--mes", value: "<M>", help: "Mês da venda, como 2025-10 ou 10/2025.", parse: month)
    let fruta = form.choice("--fruta", Fruta.self, help: "Só esta fruta.")
    let preco = form.option(
      "--preco", value: "<reais>", shown: "o da lista", help: "Preço de cada fruta, em reais."
    ) { text throws(InvalidValue) in
      guard let preco = Int(text) else { throw InvalidValue("escreva um número inteiro") }
      return preco
    }
    let ensaio = form.flag("--ensaio", help: "Mostra tudo e não grava nada.")
    let lista = form.argument(
      "<lista>", help: "Planilha da lista.", completion: .file(extensions: ["xlsx", "xls"]))
    return { values, session in
      session.log.lines = try [
        "vender \(values[mes]) \(values[lista]) ensaio=\(values[ensaio])",
        "fruta=\(values[fruta]?.rawValue ?? "-") preco=\(values[preco].map(String.init) ?? "-")",
        "pasta=\(session.pasta ?? "-") formato=\(session.formato)",
      ]
    }
  }

  static let estoque = Command<Session>.group("estoque", "Cuida do estoque.", [contar, listar])

  static let contar = Command<Session>("contar", "Conta as caixas.") { form in
    let caixa = form.optionalArgument("<caixa>", shown: "todas", help: "Uma caixa só.")
    let fornecedor = form.option("--fornecedor", value: "<nome>", help: "Só deste fornecedor.")
    return { values, session in
      session.log.lines = try ["contar \(values[caixa] ?? "*") \(values[fornecedor] ?? "*")"]
    }
  }

  static let listar = Command<Session>("listar", "Lista as caixas.") { _ in
    { _, session in session.log.lines = ["listar \(session.formato)"] }
  }

  static let somar = Command<Session>("somar", "Soma números.") { form in
    let numeros = form.arguments("<numero>", help: "O que somar.") { text throws(InvalidValue) in
      guard let numero = Int(text) else { throw InvalidValue("escreva um número inteiro.") }
      return numero
    }
    return { values, session in
      session.log.lines = try ["\(values[numeros].reduce(0, +))"]
    }
  }

  static let olhar = Command<Session>(
    "olhar",
    "Olha em volta, com calma, até achar tudo o que há de bom nesta feira e na próxima também."
  ) { form in
    let fornecedor = form.option(
      "--nome-completo-do-fornecedor", value: "<nome>",
      help: "Cão, maçã, limão, açaí, pêssego, romã, avelã, ímã e órgão: tudo com acento.")
    return { values, session in
      guard let nome = try values[fornecedor] else {
        throw values.errors([
          .missing(fornecedor.row, remedy: "informe-a ou ponha 'fornecedor' na configuração")
        ])
      }
      session.log.lines = ["olhar \(nome)"]
    }
  }

  @Sendable private static func month(_ text: String) throws(InvalidValue) -> String {
    let isMonth = text.count == 7 && text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "/" }
    guard isMonth else { throw InvalidValue("escreva 2025-10 ou 10/2025") }
    return text
  }
}

/// What a line comes to, as text.
func outcome(of line: String...) -> String { outcome(of: line) }

func outcome(of words: [String], in tree: Command<Shop.Log> = Shop.tree) -> String {
  do {
    switch try Parser(tree).parse(words) {
    case .run(let invocation):
      let log = Shop.Log()
      try invocation.run(in: log)
      return log.lines.joined(separator: "\n")
    case .help(let page): return "help: \(firstLine(page))"
    case .commandMissing(let page): return "command missing: \(firstLine(page))"
    case .version(let version): return "version: \(version)"
    case .completionScript(let script): return "script: \(firstLine(script))"
    case .manualPage(let page): return "page: \(firstLine(page.roff(day: "2025-11-03")))"
    case .completion(let question): return question.answer { _, _ in [] }
    }
  } catch {
    return "\(error)"
  }
}

private func firstLine(_ text: String) -> Substring { text.prefix { $0 != "\n" } }
