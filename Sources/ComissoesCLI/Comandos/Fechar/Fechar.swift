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
    let planilhas = try ambiente.planilhas(pedido, values)
    let fechamento = try ambiente.fechamento(de: planilhas, pedido, values)
    ambiente.avisar(fechamento.avisosDosPassos)
    ambiente.avisar(fechamento.controle.mapeamento, em: fechamento.mes)

    let operacao = try dryRun ? nil : fechamento.gravar(em: ambiente)
    let pergunta = fechamento.haOQueFaturar && !dryRun ? perguntaDeFaturar(fechamento) : nil
    let resposta = try ambiente.responder(
      pergunta, sim: values[pedido.sim],
      mostrando: { textoDoFechamento(fechamento, planilhas, dryRun: dryRun) })
    var relatorio: String?
    if resposta == .sim, let operacao {
      relatorio = try fechamento.faturar(apos: operacao, dia: dia, saida: saida, em: ambiente)
    }
    let fim = FimDoFechamento(fechamento, dryRun: dryRun, relatorio: relatorio, ambiente)
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
      "--pasta", value: "<pasta>",
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
}

extension Ambiente {
  /// The files that the line names, told apart by what is in them; the configuration stands in for
  /// those that are not among them.
  fileprivate func planilhas(
    _ pedido: PedidoDeFechamento, _ values: Values
  ) throws -> PlanilhasDoMes {
    let arquivos = try values[pedido.arquivos]
    let pasta = try values[pedido.pasta]
    if pasta != nil, !arquivos.isEmpty {
      throw values.errors([.together(pedido.pasta.row, pedido.arquivos.row)])
    }
    let daLinha = [pasta].compactMap(\.self) + arquivos
    let daConfiguracao = daLinha.isEmpty ? configuracao.pastaDasPlanilhas : nil
    let nomes = daConfiguracao.map { [$0] } ?? daLinha
    if nomes.isEmpty, configuracao.planilhas.isEmpty {
      throw Falha(
        .usage,
        "Falta dizer onde estão as planilhas. Dê a pasta em que estão, como em 'comissoes fechar"
          + " --pasta Downloads', ou os quatro arquivos; 'comissoes configurar' guarda a pasta para"
          + " as próximas vezes.")
    }
    let caminhos = try nomes.flatMap { (nome) throws(Falha) in
      nome == pasta || nome == daConfiguracao || fileKind(resolvedPath(nome)) == .folder
        ? try planilhasDaPasta(nome) : [nome]
    }
    let vistos = caminhos.map { ArquivoVisto($0, configuracao.leitura) }
    let falhas = vistos.compactMap(\.falha)
    if let primeira = falhas.first { throw Falha(primeira.codigo, falhas.flatMap(\.mensagens)) }
    return try PlanilhasDoMes(
      vistos, configuradas: configuracao.planilhas, prevalecem: daLinha.isEmpty,
      perguntar: perguntarQual)
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
      "\(faltam.count == 1 ? "Falta a planilha" : "Faltam as planilhas") \(nomes). Dê o arquivo"
      + " na linha, ponha-o na pasta, ou diga o caminho em `planilhas` da configuração."
      + planilhas.deFora.prefix(10).map { "\n  De fora: \($0)" }.joined()
  }
}

extension Base {
  /// True when it was made from the Acompanhamento with these bytes.
  fileprivate func veioDe(_ soma: String) -> Bool {
    fontes.contains { $0.planilha == .acompanhamento && $0.sha256 == soma }
  }
}
