import CommandLineKit
import Dominio
import Planilhas

let temaConfiguracao = HelpTopic(
  "configuracao", title: "configuração", "O arquivo config.json: o que pode dizer, e onde fica."
) {
  [
    .text(
      "Sem ele tudo funciona. Ele poupa repetir os nomes dos quatro arquivos, e ensina outros nomes"
        + " de colunas e o sentido de outras palavras. Vale o arquivo de '--config'; senão"
        + " config.json, na pasta em que você está. Os caminhos nele contam a partir da pasta dele."
    ),
    .table(ChaveDeConfiguracao.allCases.map(linha)),
    .text(
      "Para uma FORMA nova nem é preciso abrir o arquivo: 'config forma' a acrescenta, e a mudança"
        + " fica registrada. Uma FORMA significa \(Gestores.Sentido.palavrasPermitidas)."),
    .examples(["comissoes config forma", "comissoes config forma QUITADO FINANCIADO"]),
  ]
}

private func linha(_ chave: ChaveDeConfiguracao) -> HelpTopic.Line {
  HelpTopic.Line(chave.rawValue, "\(chave.explicacao.replacing("`", with: "")).")
}
