import CommandLineKit
import Dados
import Dominio

let desfazer = Command<Ambiente>(
  "desfazer", "Desfaz uma operação: as bases voltam a ser exatamente o que eram.",
  examples: ["comissoes desfazer --dry-run", "comissoes desfazer 7"]
) { form in
  let numero = form.numeroDeOperacao(shown: "a última que vale")
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.repor(values, dryRun: values[dryRun]) { efeitos, retrato in
      try efeitos.desfazer(values[numero], em: retrato)
    }
  }
}

let refazer = Command<Ambiente>(
  "refazer", "Refaz uma operação desfeita.",
  examples: ["comissoes refazer --dry-run", "comissoes refazer 7"]
) { form in
  let numero = form.numeroDeOperacao(shown: "a última que foi desfeita")
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.repor(values, dryRun: values[dryRun]) { efeitos, retrato in
      try efeitos.refazer(values[numero], em: retrato)
    }
  }
}

extension Form {
  fileprivate mutating func numeroDeOperacao(shown: String) -> Token<Int?> {
    optionalArgument(
      "<N>", shown: shown, help: "Número da operação, como em 'comissoes historico listar'.",
      parse: lerNumero)
  }
}

extension Ambiente {
  /// Shows what taking back, or doing again, changes; then does it.
  fileprivate func repor(
    _ values: Values, dryRun: Bool,
    _ planejar: (Efeitos, Retrato) throws -> Reposicao
  ) throws {
    try conferirFormato(values)
    let escrita = try escrita(dryRun: dryRun)
    let retrato = try escrita?.retrato ?? acervo.retrato()
    let reposicao = try planejar(Efeitos(try retrato.historico()), retrato)
    let mudancas = try retrato.mudancas(reposicao)
    let operacao = try escrita?.repor(reposicao, autoria)
    try mostrar {
      textoDeReposicao(reposicao, mudancas, operacao: operacao)
    } documento: {
      DocumentoDeReposicao(reposicao, mudancas, operacao: operacao)
    }
  }
}
