import CommandLineKit

/// Where a terminal user looks for them: on the man page, and here.
let temaAmbiente = HelpTopic(
  "ambiente", title: "ambiente e arquivos",
  "As variáveis e os arquivos que o programa usa, para quem conhece o terminal."
) {
  [
    .table([
      .init("COMISSOES_DADOS", "A pasta de dados, quando '--dados' não diz outra."),
      .init("NO_COLOR", "Com qualquer valor, nem cores nem negrito, como '--sem-cor'."),
      .init("COLUMNS", "A largura do texto, em caracteres; vale também fora de um terminal."),
      .init("config.json", "A configuração, na pasta em que você está. Pode não existir."),
      .init("config.json.anterior", "A configuração como era antes da última mudança."),
      .init("dados", "A pasta de dados, quando nada diz outra. Não edite o que há nela."),
    ])
  ]
}
