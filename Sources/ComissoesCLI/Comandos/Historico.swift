import CommandLineKit
import Dados
import Dominio

let historicoListar = Command<Ambiente>(
  "listar", "Lista as operações, da mais antiga à mais nova.",
  examples: ["comissoes historico listar", "comissoes historico listar --mes 2025-10"]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let mes = form.option(
    "--mes", value: "<M>", shown: "todos", help: "Só as operações deste mês.",
    completion: .dados(.mes), parse: lerMes)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    try ambiente.exigirPastaIndicada()
    let historico = try ambiente.acervo.retrato().historicoLegivel()
    let efeitos = Efeitos(historico.operacoes)
    let mes = try values[mes]
    let escolhidas = historico.operacoes.filter { mes == nil || $0.competencia == mes }
    try ambiente.mostrar {
      textoDeHistorico(escolhidas, de: mes, efeitos, em: ambiente.shell.fuso)
    } documento: {
      DocumentoDeHistorico(escolhidas, efeitos, danificadas: historico.danos.map(\.numero))
    } csv: {
      escolhidas.csv(efeitos)
    }
    // The rest is shown; that something is missing is told, and how the program ends.
    let falhas = historico.danos.map { Falha($0.erro) }
    if let primeira = falhas.first {
      throw Falha(primeira.codigo, falhas.flatMap(\.mensagens))
    }
  }
}

let historicoMostrar = Command<Ambiente>(
  "mostrar", "Mostra uma operação: quem, quando, com o quê, e o que ela mudou.",
  examples: ["comissoes historico mostrar 3"]
) { form in
  let numero = form.argument(
    "<N>", help: "Número da operação.", completion: .dados(.operacao),
    parse: lerNumero)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let retrato = try ambiente.acervo.retrato()
    let historico = try retrato.historico()
    let operacao = try historico.operacao(values[numero])
    let mudancas = try retrato.mudancas(operacao)
    try ambiente.mostrar {
      textoDeOperacao(
        operacao, mudancas, vale: Efeitos(historico).vale(operacao.numero),
        em: ambiente.shell.fuso)
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
  let numero = form.argument(
    "<N>", help: "Número da operação.", completion: .dados(.operacao),
    parse: lerNumero)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let retrato = try ambiente.acervo.retrato()
    let operacao = try retrato.historico().operacao(values[numero])
    let diferencas = try Reproducao(operacao, em: retrato).diferencas()
    try ambiente.mostrar {
      textoDeReproducao(operacao, diferencas)
    } documento: {
      DocumentoDeReproducao(operacao, diferencas)
    }
    if !diferencas.nenhuma { throw Falha.achados }
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
