import CommandLineKit

let temaDados = HelpTopic(
  "dados", "A pasta de dados: onde fica, o que tem, como copiar e conferir."
) {
  [
    .text(
      "Tudo o que o programa sabe está em uma pasta só: as bases de cada mês, os relatórios, cada"
        + " operação e cada mudança. Vale a de '--dados'; senão a da variável COMISSOES_DADOS;"
        + " senão \(ChaveDeConfiguracao.diretorioDeDados.rawValue), da configuração; senão a pasta"
        + " 'dados', ao lado da configuração ou na pasta em que você está."),
    .text(
      "Nenhum arquivo dela é para ser editado à mão. O que foi engano se desfaz com 'comissoes"
        + " desfazer'; o que foi feito se vê com 'comissoes historico listar'."),
    .examples([
      "comissoes dados caminho",
      "comissoes dados verificar",
      "comissoes historico listar",
      "comissoes desfazer --dry-run",
    ]),
    .text("Para a cópia de segurança, ou para passar a outro computador:"),
    .examples([
      "comissoes dados exportar COPIA.zip",
      "comissoes dados importar COPIA.zip --dados dados",
    ]),
  ]
}
