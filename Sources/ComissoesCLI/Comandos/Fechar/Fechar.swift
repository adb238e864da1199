import CommandLineKit
import Dados
import Dominio
import DurableFiles
import Planilhas

let fechar = Command<Ambiente>(
  "fechar",
  "Fecha o mês de uma vez: confere as planilhas, cruza, mostra e, se disserem sim, fatura.",
  examples: [
    "comissoes fechar --mes 2025-10 --pasta Downloads",
    "comissoes fechar --mes 2025-10 ACOMPANHAMENTO.xlsx GESTORES.xlsx WEBOPAY.xlsx EPR.xls",
    "comissoes fechar --pasta Downloads --dry-run",
  ]
) { form in
  let pedido = PedidoDeFechamento(&form)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let dryRun = try values[pedido.dryRun]
    let dia = try values[pedido.dia] ?? ambiente.shell.today()
    let saida = try values[pedido.saida].map {
      try Saida($0, entrada: nil, acervo: ambiente.acervo)
    }
    let onde = try ambiente.ondeProcurar(pedido, values)
    let planilhas = try ambiente.planilhas(onde)
    let fechamento = try ambiente.fechamento(de: planilhas, pedido, values)
    let sim = try values[pedido.sim]
    ambiente.avisar(fechamento.avisosDosPassos)
    ambiente.avisar(fechamento.controle.mapeamento, em: fechamento.mes)
    guard try dryRun || sim || ambiente.confirmarMes(fechamento) else { return }

    let operacao = try dryRun ? nil : fechamento.gravar(em: ambiente)
    let pergunta = fechamento.haOQueFaturar && !dryRun ? perguntaDeFaturar(fechamento) : nil
    let resumo = ResumoDoFechamento(
      fechamento: fechamento, planilhas: planilhas, onde: onde, dryRun: dryRun, sim: sim,
      emSilencio: ambiente.emSilencio)
    let resposta = try ambiente.responder(pergunta, sim: sim, mostrando: { resumo.texto })
    var relatorio: String?
    if resposta == .sim, let operacao {
      relatorio = try fechamento.faturar(apos: operacao, dia: dia, saida: saida, em: ambiente)
    }
    let fim = FimDoFechamento(
      fechamento, dryRun: dryRun, relatorio: relatorio, resposta,
      denovo: try pedido.linha(fechamento.mes, onde, values), ambiente)
    try ambiente.mostrar {
      fim.texto
    } documento: {
      DocumentoDeFechamento(fechamento, planilhas, fim)
    }
  }
}

/// What `fechar` takes.
struct PedidoDeFechamento {
  let mes: Token<Competencia?>
  let pasta: Token<String?>
  let saida: Token<String?>
  let dia: Token<Dia?>
  let substituir: Token<Bool>
  let sim: Token<Bool>
  let dryRun: Token<Bool>
  let arquivos: Token<[String]>

  init(_ form: inout Form) {
    mes = form.option(
      "--mes", value: "<M>", shown: "o da base feita com este Acompanhamento",
      help: "Mês das planilhas, como 2025-10 ou 10/2025.", parse: lerMes)
    pasta = form.option(
      "--pasta", value: "<pasta>", shown: "a da configuração, ou a pasta atual",
      help: "Procura as quatro entre as planilhas desta pasta, sem olhar as pastas dentro dela.",
      completion: .directory)
    saida = form.saidaDoRelatorio()
    dia = form.diaDoFaturamento()
    substituir = form.substituir()
    sim = form.flag(
      "--sim", help: "Fatura sem perguntar. Sem isto, fora de um terminal nada é faturado.")
    dryRun = form.dryRun()
    arquivos = form.optionalArguments(
      "<arquivo>",
      help: "As planilhas, em qualquer ordem e com qualquer nome: vale o que há dentro.",
      completion: .file(extensions: extensoesLidas))
  }

  /// The line that asks for the same again, without the words that answer its question.
  fileprivate func linha(
    _ mes: Competencia, _ onde: OndeProcurar, _ values: Values
  ) throws -> String {
    let saida = try values[saida].map { " --saida \(entreAspas($0))" } ?? ""
    let dia = try values[dia].map { " --data \($0.iso)" } ?? ""
    return "comissoes fechar --mes \(mes.iso)\(onde.palavras)\(saida)\(dia)"
  }
}

extension Ambiente {
  fileprivate func ondeProcurar(
    _ pedido: PedidoDeFechamento, _ values: Values
  ) throws -> OndeProcurar {
    let arquivos = try values[pedido.arquivos]
    let pasta = try values[pedido.pasta]
    if pasta != nil, !arquivos.isEmpty {
      throw values.errors([.together(pedido.pasta.row, pedido.arquivos.row)])
    }
    return try OndeProcurar(pasta: pasta, arquivos: arquivos, configuracao)
  }

  /// Reads, checks and crosses. Nothing is recorded.
  fileprivate func fechamento(
    de planilhas: PlanilhasDoMes, _ pedido: PedidoDeFechamento, _ values: Values
  ) throws -> Fechamento {
    let retrato = try acervo.retrato()
    let substituindo = try values[pedido.substituir]
    let mes = try mesDoFechamento(values[pedido.mes], planilhas, retrato)
    let anterior = try mes.flatMap(retrato.base)
    let precisas: [Planilha] =
      anterior != nil && !substituindo ? [.gestores, .webopay, .epr] : Planilha.allCases
    let faltam = precisas.filter { planilhas[$0] == nil }
    guard let mes, faltam.isEmpty else {
      throw Falha(
        .usage,
        (faltam.isEmpty ? [] : [falta(faltam, planilhas)])
          + (mes == nil
            ? ["Falta dizer de que mês são as planilhas: acrescente --mes, como em --mes 2025-10."]
            : []))
    }
    for escolhida in planilhas.escolhidas.values { avisarSeAberta(escolhida.caminho) }
    let lidas = try ler(planilhas, base: substituindo ? nil : anterior)
    let conferidas = try medir("Conferência") { () throws(Falha) in
      try ResultadoDeConferir(
        Planilha.allCases.compactMap { planilha in
          planilhas[planilha].map { (planilha, $0.caminho) }
        }, guardadas: Guardadas(ate: mes, em: self), opcoes: configuracao.leitura)
    }
    return try Fechamento(
      mes, lidas, conferidas, substituindo: substituindo, sobre: retrato, em: self)
  }

  /// The month that was asked for; else that of the base made from this very Acompanhamento; else,
  /// without an Acompanhamento, the newest; else whoever sits at the terminal says it. Nil when
  /// nobody does.
  private func mesDoFechamento(
    _ pedido: Competencia?, _ planilhas: PlanilhasDoMes, _ retrato: Retrato
  ) throws -> Competencia? {
    if let pedido { return pedido }
    let meses = try retrato.competencias()
    guard let acompanhamento = planilhas[.acompanhamento] else { return meses.last }
    if let soma = try? sha256(ofFile: acompanhamento.caminho) {
      for mes in meses.reversed() where try retrato.base(mes)?.veioDe(soma) == true { return mes }
    }
    return try perguntarMes()
  }

  /// - Parameter base: the one that will do when Acompanhamento is missing or the same.
  private func ler(_ planilhas: PlanilhasDoMes, base: Base?) throws(Falha) -> LidasDoMes {
    func entrada(_ planilha: Planilha) throws(Falha) -> Entrada {
      guard let escolhida = planilhas[planilha] else {
        throw Falha(.noInput, "Falta a planilha \(planilha.rawValue).")
      }
      return Entrada(
        planilha: planilha, caminho: escolhida.caminho, opcoes: configuracao.leitura)
    }
    func acompanhamento() throws(Falha) -> Lida<Acompanhamento.Registro>? {
      guard let escolhida = planilhas[.acompanhamento] else { return nil }
      if let base, let soma = try? sha256(ofFile: escolhida.caminho), base.veioDe(soma) {
        return nil
      }
      return try entrada(.acompanhamento).ler(importarAcompanhamento)
    }
    let (lida, resto) = try ambas { () throws(Falha) in
      try acompanhamento()
    } _: { () throws(Falha) in
      try ambas { () throws(Falha) in
        try entrada(.gestores).ler(importarGestores)
      } _: { () throws(Falha) in
        try ambas { () throws(Falha) in
          try entrada(.webopay).ler(importarWeboPay)
        } _: { () throws(Falha) in
          try entrada(.epr).ler(importarEPR)
        }
      }
    }
    return LidasDoMes(
      acompanhamento: lida, gestores: resto.0, webopay: resto.1.0, epr: resto.1.1)
  }

  /// All that are missing, and what was found instead.
  private func falta(_ faltam: [Planilha], _ planilhas: PlanilhasDoMes) -> String {
    let nomes = faltam.map(\.rawValue).entreElas
    return
      (faltam.count == 1
      ? "Falta a planilha \(nomes). Ponha o arquivo na pasta e rode de novo, ou guarde onde ele fica"
      : "Faltam as planilhas \(nomes). Ponha os arquivos na pasta e rode de novo, ou guarde onde eles"
        + " ficam") + " com 'comissoes configurar'."
      + planilhas.deFora.prefix(10).map { "\n  De fora: \($0)" }.joined()
  }
}

extension Base {
  /// True when it was made from the Acompanhamento with these bytes.
  func veioDe(_ soma: String) -> Bool {
    fontes.contains { $0.planilha == .acompanhamento && $0.sha256 == soma }
  }
}
