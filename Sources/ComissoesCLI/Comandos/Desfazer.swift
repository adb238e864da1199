import CommandLineKit
import Dados
import Dominio

let desfazer = Command<Ambiente>(
  "desfazer", "Desfaz uma operação: as bases voltam a ser exatamente o que eram.",
  examples: ["comissoes desfazer --dry-run", "comissoes desfazer 7", "comissoes desfazer 7 --sim"]
) { form in
  let pedido = PedidoDeReposicao(&form, shown: "a última que vale", .operacaoQueVale)
  return { values, ambiente in
    let numero = try values[pedido.numero]
    try ambiente.repor(pedido, values) { efeitos, retrato throws(DesfazerError) in
      try efeitos.desfazer(numero, em: retrato)
    }
  }
}

let refazer = Command<Ambiente>(
  "refazer", "Refaz uma operação desfeita.",
  examples: ["comissoes refazer --dry-run", "comissoes refazer 7", "comissoes refazer 7 --sim"]
) { form in
  let pedido = PedidoDeReposicao(&form, shown: "a última que foi desfeita", .operacaoDesfeita)
  return { values, ambiente in
    let numero = try values[pedido.numero]
    try ambiente.repor(pedido, values) { efeitos, retrato throws(DesfazerError) in
      try efeitos.refazer(numero, em: retrato)
    }
  }
}

/// What both commands ask for.
private struct PedidoDeReposicao {
  let numero: Token<Int?>
  let dryRun: Token<Bool>
  let sim: Token<Bool>

  init(_ form: inout Form, shown: String, _ palavras: PalavrasDosDados) {
    numero = form.optionalArgument(
      "<N>", shown: shown, help: "Número da operação, como em 'comissoes historico listar'.",
      completion: .dados(palavras), parse: lerNumero)
    dryRun = form.dryRun()
    sim = form.sim()
  }
}

extension Ambiente {
  /// Shows what taking back, or doing again, would change; asks; and does exactly that, or nothing.
  fileprivate func repor(
    _ pedido: PedidoDeReposicao, _ values: Values,
    _ planejar: (Efeitos, Retrato) throws(DesfazerError) -> Reposicao
  ) throws {
    try conferirFormato(values)
    try exigirDados()
    let visto = try acervo.retrato()
    let reposicao = try planejar(Efeitos(try visto.historico()), visto)
    let mudancas = try visto.mudancas(reposicao)
    let relatorios = try visto.relatorios(mudancas)
    let dryRun = try values[pedido.dryRun]
    func plano() -> String {
      textoDoPlano(reposicao, mudancas, relatorios, dryRun: dryRun, em: shell.fuso)
    }
    if try values[pedido.dryRun] {
      return try mostrar {
        plano() + "\nSimulação: nada foi gravado.\n"
      } documento: {
        DocumentoDeReposicao(reposicao, mudancas, relatorios, operacao: nil)
      }
    }
    try visto.conferirRelatorios(de: reposicao)
    guard
      try confirmar(reposicao.pergunta, sim: values[pedido.sim], mostrando: plano)
    else { return }

    let escrita = try escrita()
    let historico = try escrita.retrato.historico()
    // While the text was being read, another terminal may have done something.
    guard let agora = try? planejar(Efeitos(historico), escrita.retrato), agora == reposicao else {
      throw Falha(mudouDepoisDe: visto, historico, reposicao)
    }
    let operacao = try escrita.repor(reposicao, autoria)
    try mostrar {
      textoDeReposicao(reposicao, operacao)
    } documento: {
      DocumentoDeReposicao(reposicao, mudancas, relatorios, operacao: operacao)
    }
  }
}

extension Falha {
  /// What was shown is not what would be done any more.
  fileprivate init(mudouDepoisDe visto: Retrato, _ historico: [Operacao], _ reposicao: Reposicao) {
    let novas = historico.filter { $0.numero > visto.operacao }
      .map { "\($0.numero) (\($0.nome), por \($0.usuario))" }.joined(separator: ", ")
    self.init(
      .busy,
      "Depois do que foi mostrado foi gravado mais: \(novas). A operação"
        + " \(reposicao.alvo.numero) não foi \(reposicao.feito); nada foi mudado."
        + " Rode o comando de novo para ver o que mudaria agora.")
  }
}
