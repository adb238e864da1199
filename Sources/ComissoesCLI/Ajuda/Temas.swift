import CommandLineKit

/// The pages of `comissoes ajuda <tema>`: short, for who knows Excel and not terminals. What can go
/// stale in them is made from the tables of the code.
let temas = [
  temaPlanilhas, temaStatus, temaAlertas, temaDados, temaConfiguracao, temaCodigos, temaAmbiente,
]

private let temaCodigos = HelpTopic(
  "codigos", title: "códigos", "Como um comando termina, para quem escreve scripts."
) {
  [
    .table(ExitCode.allCases.map { .init("\($0.rawValue)", $0.explicacao) }),
    .text(
      "O código 1 é dos comandos que conferem: acharam o que olhar, e disseram o quê. De 64 em"
        + " diante nada foi mudado, a não ser que a mensagem diga outra coisa."),
    .examples(["comissoes dados verificar || echo \"veja acima o que fazer\""]),
  ]
}
