/// `Docs/mensagens.md` as the folders of `Fixtures/erros` give it, between its markers.
enum MessageDocument {
  static let path = "Docs/mensagens.md"
  static let marker = "mensagens"

  private static let themes: [(name: String, title: String)] = [
    ("linha-de-comando", "A linha de comando"),
    ("planilhas", "Planilhas que não podem ser lidas"),
    ("avisos", "Avisos: o comando foi feito, mas há o que olhar"),
    ("conferir", "O que `comissoes conferir` encontra"),
    ("clientes", "Clientes, decisões, vínculos e devoluções"),
    ("alertas", "Alertas"),
    ("historico", "Histórico, desfazer e refazer"),
    ("dados", "A pasta de dados"),
    ("gravacao", "O que não pôde ser gravado"),
    ("configuracao", "A configuração"),
  ]

  static func text() throws -> String {
    let folders = try ErrorFolder.all()
    let strangers = Set(folders.map(\.theme)).subtracting(themes.map(\.name))
    guard strangers.isEmpty else { throw UnknownThemes(names: strangers.sorted()) }
    var pieces = try themes.map { theme in
      try
        (["## \(theme.title)"]
        + folders.filter { $0.theme == theme.name }.map(entry)).joined(separator: "\n\n")
    }
    pieces.append(try unprovoked())
    return pieces.joined(separator: "\n\n")
  }

  private struct UnknownThemes: Error { let names: [String] }

  private static func entry(_ folder: ErrorFolder) throws -> String {
    let told = try folder.expected()
    let status = told.status.map { "código \($0)" } ?? "sem código"
    return """
      ### \(folder.when.hasSuffix(".") ? String(folder.when.dropLast()) : folder.when)

      ```console
      $ \(folder.command)
      \(told.complaints + told.output)```

      O que fazer: \(folder.remedy) (\(status), `\(folder.theme)/\(folder.name)`)
      """
  }

  private static func unprovoked() throws -> String {
    let rows = try UnprovokedMessage.all().map { message in
      [
        message.text.replacing("|", with: "\\|"), message.when, message.remedy,
        message.proof.isEmpty ? "" : "`\(message.proof)`",
      ]
    }
    return """
      ## Mensagens sem exemplo

      Dependem do que acontece em volta do programa no momento exato, ou de alguém no terminal.

      \(MarkdownTable(["mensagem", "quando", "o que fazer", "teste"], rows).text)
      """
  }
}
