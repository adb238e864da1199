import CommandLineKit
import Dados
import Dominio

let historicoListar = Command<Ambiente>(
  "listar", "Lista as operações, da mais antiga à mais nova.",
  examples: ["comissoes historico listar", "comissoes historico listar --mes 2025-10"]
) { form in
  let mes = form.option(
    "--mes", value: "<M>", shown: "todos", help: "Só as operações deste mês.", parse: lerMes)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let historico = try ambiente.acervo.retrato().historico()
    let efeitos = Efeitos(historico)
    let mes = try values[mes]
    let escolhidas = historico.filter { mes == nil || $0.competencia == mes }
    try ambiente.mostrar {
      textoDeHistorico(escolhidas, de: mes, efeitos)
    } documento: {
      DocumentoDeHistorico(escolhidas, efeitos)
    }
  }
}

let historicoMostrar = Command<Ambiente>(
  "mostrar", "Mostra uma operação: quem, quando, com o quê, e o que ela mudou.",
  examples: ["comissoes historico mostrar 3"]
) { form in
  let numero = form.argument("<N>", help: "Número da operação.", parse: lerNumero)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let retrato = try ambiente.acervo.retrato()
    let historico = try retrato.historico()
    let operacao = try historico.operacao(values[numero])
    let mudancas = try retrato.mudancas(operacao)
    try ambiente.mostrar {
      textoDeOperacao(operacao, mudancas, vale: Efeitos(historico).vale(operacao.numero))
    } documento: {
      DocumentoDeOperacao(
        operacao, mudancas: mudancas, vale: Efeitos(historico).vale(operacao.numero))
    }
  }
}

let historicoReproduzir = Command<Ambiente>(
  "reproduzir", "Roda de novo uma operação com as mesmas planilhas e compara o resultado.",
  examples: ["comissoes historico reproduzir 3"]
) { form in
  let numero = form.argument("<N>", help: "Número da operação.", parse: lerNumero)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let retrato = try ambiente.acervo.retrato()
    let operacao = try retrato.historico().operacao(values[numero])
    let diferentes = try Reproducao(operacao, em: retrato).diferencas()
    try ambiente.mostrar {
      textoDeReproducao(operacao, diferentes)
    } documento: {
      DocumentoDeReproducao(operacao, diferentes)
    }
    if !diferentes.isEmpty { throw Falha(.findings, []) }
  }
}

extension [Operacao] {
  func operacao(_ numero: Int) throws(Falha) -> Operacao {
    guard let operacao = first(where: { $0.numero == numero }) else {
      throw Falha(DesfazerError.inexistente(numero: numero))
    }
    return operacao
  }
}
