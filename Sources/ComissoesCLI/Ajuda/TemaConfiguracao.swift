import CommandLineKit
import Dominio
import Planilhas

let temaConfiguracao = HelpTopic(
  "configuracao", "O arquivo config.json: o que pode dizer, e onde fica."
) {
  [
    .text(
      "Sem ele tudo funciona. Ele poupa repetir os nomes dos quatro arquivos, e ensina outros nomes"
        + " de colunas e o sentido de outras palavras. Vale o arquivo de '--config'; senão"
        + " config.json, na pasta em que se trabalha. Os caminhos nele contam a partir da pasta dele."
    ),
    .table(ChaveDeConfiguracao.allCases.map(linha)),
    .text(
      "Uma FORMA nova nem precisa do arquivo aberto: 'config forma' a acrescenta, e guarda o que"
        + " mudou. Uma FORMA significa \(Gestores.Sentido.palavrasPermitidas)."),
    .examples(["comissoes config forma", "comissoes config forma QUITADO FINANCIADO"]),
    .text(limites),
  ]
}

private func linha(_ chave: ChaveDeConfiguracao) -> HelpTopic.Line {
  HelpTopic.Line(chave.rawValue, "\(chave.explicacao.replacing("`", with: "")).")
}

private var limites: String {
  let chaves = LimiteDeLeitura.todos.map(\.chave)
  return "Os limites, para uma planilha honesta que seja recusada por grande: \(chaves.lista)."
}
