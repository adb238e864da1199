import CommandLineKit
import Dominio

let temaAlertas = HelpTopic("alertas", "Os nove alertas, o que cada um pede, e como encerrá-los.") {
  [
    .table(
      TipoDeAlerta.allCases.map { tipo in
        .init(
          "\(tipo.numero) \(tipo.codigo)",
          "\(tipo.nome) (severidade \(tipo.severidade.nome)). \(tipo.acaoSugerida).")
      }),
    .text(
      "Cada alerta tem um número, como 2510-37: o 37º da base de outubro de 2025. Ele fica"
        + " \(Alerta.Situacao.pendente.rawValue) até que alguém diga, com um motivo, que está"
        + " resolvido ou que é um falso positivo; enquanto os mesmos valores o causarem, não"
        + " volta a ser perguntado."),
    .examples([
      "comissoes alertas",
      "comissoes alertas mostrar 2510-37",
      "comissoes alertas resolver 2510-37 --motivo \"corrigido em Gestores\"",
      "comissoes alertas revisar",
    ]),
    .text(
      "No Excel, todos de uma vez: grave a lista, preencha as colunas de decisão e a leia de volta."
    ),
    .examples([
      "comissoes alertas listar --formato xlsx --saida alertas.xlsx",
      "comissoes alertas importar alertas.xlsx",
    ]),
  ]
}
