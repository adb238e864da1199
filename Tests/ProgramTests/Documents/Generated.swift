import CommandLineKit
import Dominio
import Planilhas
import Testing

@testable import ComissoesCLI

/// A piece of a document that is made from the code.
struct Generated: Sendable, CustomTestStringConvertible {
  let document: String
  let name: String
  let text: @Sendable () throws -> String

  var testDescription: String { "\(name) in \(document)" }

  static let all = [
    Generated(document: MarkdownDocument.development, name: "commands") { usageOfCommands.text },
    Generated(document: MarkdownDocument.development, name: "exit-codes") {
      exitCodes("exit", "meaning, in the program's words").text
    },
    Generated(document: MarkdownDocument.development, name: "alerts") {
      alertas("no", "tipo", "severity", "suggested action").text
    },
    Generated(document: MarkdownDocument.development, name: "modules") {
      try ModuleTable.current().text
    },
    Generated(document: MarkdownDocument.rules, name: "colunas") { colunas.text },
    Generated(document: MarkdownDocument.rules, name: "status") {
      MarkdownTable(
        ["status", "sentido"], Status.allCases.map { [$0.rawValue, $0.explicacao] }
      ).text
    },
    Generated(document: MarkdownDocument.rules, name: "temas") {
      MarkdownTable(
        ["tema", "o que diz"], temas.map { ["`comissoes ajuda \($0.name)`", $0.summary] }
      ).text
    },
    Generated(document: MarkdownDocument.rules, name: "configuracao") {
      MarkdownTable(
        ["chave", "sentido"],
        ChaveDeConfiguracao.allCases.map { ["`\($0.rawValue)`", $0.explicacao] }
      ).text
    },
    Generated(document: MarkdownDocument.rules, name: "alertas") {
      alertas("nº", "tipo", "severidade", "ação sugerida").text
    },
    Generated(document: MarkdownDocument.rules, name: "comandos") { comandos.text },
    Generated(document: MarkdownDocument.rules, name: "opcoes") { opcoes.text },
    Generated(document: MarkdownDocument.rules, name: "codigos-de-saida") {
      exitCodes("código", "sentido").text
    },
  ]
}

// MARK: - Commands

private var commands: [Entry] { arvore.entries().filter { !$0.isGroup } }

private var usageOfCommands: MarkdownTable {
  MarkdownTable(
    ["command", "what it does, in the words of its help"],
    commands.map { command in
      let shown = command.rows.filter { !$0.isHidden }
      let pieces =
        shown.filter(\.isArgument).map(\.usage) + shown.filter { !$0.isArgument }.map(\.usage)
      return ["`\(([command.name] + pieces).joined(separator: " "))`", command.summary]
    })
}

private var comandos: MarkdownTable {
  MarkdownTable(
    ["comando", "o que faz"],
    commands.map { command in
      [
        "`\(([command.name] + command.arguments.map(\.usage)).joined(separator: " "))`",
        command.summary,
      ]
    })
}

/// Each option once, with the commands that have it in this very form; those of all come last, with
/// those that some commands have in another form.
private var opcoes: MarkdownTable {
  var order: [[String]] = []
  var holders: [[String]: [String]] = [:]
  for command in commands {
    for row in command.options {
      let value = row.placeholder.map { " \($0)" } ?? ""
      let label = row.names.map { "`\($0)\(value)`" }.joined(separator: ", ")
      let cells = [label, row.details + (row.isRequired ? " (obrigatória)" : "")]
      if holders[cells] == nil { order.append(cells) }
      holders[cells, default: []].append(command.path.dropFirst().joined(separator: " "))
    }
  }
  let everywhere = order.filter { 2 * (holders[$0]?.count ?? 0) > commands.count }
  let special = order.filter { !everywhere.contains($0) }
  return MarkdownTable(
    ["opção", "onde", "sentido"],
    special.map { cells in
      [cells[0], (holders[cells] ?? []).map { "`\($0)`" }.joined(separator: ", "), cells[1]]
    }
      + everywhere.map { cells in
        [cells[0], holders[cells]?.count == commands.count ? "todos" : "todos os outros", cells[1]]
      })
}

// MARK: - Codes, alerts, columns

private func exitCodes(_ header: String...) -> MarkdownTable {
  MarkdownTable(header, ExitCode.allCases.map { ["\($0.rawValue)", $0.explicacao] })
}

private func alertas(_ header: String...) -> MarkdownTable {
  MarkdownTable(
    header,
    TipoDeAlerta.allCases.map {
      ["\($0.numero)", "`\($0.codigo)`", $0.severidade.rawValue, $0.acaoSugerida]
    })
}

private var colunas: MarkdownTable {
  MarkdownTable(
    ["planilha", "o cabeçalho é a primeira linha com", "obrigatórias", "lidas quando existem"],
    [
      linha(ColunaDeAcompanhamento.self), linha(ColunaDeGestores.self),
      linha(ColunaDeWeboPay.self), linha(ColunaDeEPR.self),
    ])
}

private func linha<C: Coluna>(_: C.Type) -> [String] {
  func nomes(_ colunas: [C]) -> String {
    colunas.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }
  return [
    C.planilha.rawValue, nomes(C.doCabecalho), nomes(C.obrigatorias),
    nomes(C.allCases.filter { !C.obrigatorias.contains($0) }),
  ]
}
