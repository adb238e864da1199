import CommandLineKit
import Conciliacao
import Dados
import Dominio
import Planilhas

let baseCriar = Command<Ambiente>(
  "criar", "Cria a base de um mês a partir de Acompanhamento.",
  examples: [
    "comissoes base criar --mes 2025-10 --acompanhamento ACOMPANHAMENTO.xlsx",
    "comissoes base criar --mes 10/2025 --acompanhamento NOVO.xlsx --substituir --dry-run",
  ]
) { form in
  let mes = form.requiredOption(
    "--mes", value: "<M>", help: "Mês da base, como 2025-10 ou 10/2025.", parse: lerMes)
  let acompanhamento = EntradaPedida(
    planilha: .acompanhamento,
    arquivo: form.planilha("--acompanhamento", help: "Planilha Acompanhamento."),
    aba: form.aba(de: "Acompanhamento"))
  let substituir = form.flag(
    "--substituir", help: "Refaz a base que já existe; o que foi faturado se mantém.")
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entrada = try ambiente.entrada(acompanhamento, values)
    let mes = try values[mes]
    let dryRun = try values[dryRun]
    let lida = try entrada.ler(importarAcompanhamento)
    let escrita = try ambiente.escrita(dryRun: dryRun, criando: true)
    let retrato = try escrita?.retrato ?? ambiente.acervo.retrato()

    let anterior = try retrato.base(mes)
    if anterior != nil, try !values[substituir] {
      throw Falha(
        .cannotWrite,
        "\(ambiente.acervo.caminho(mes)): a base de \(mes.porExtenso) já existe."
          + " Para refazê-la com este Acompanhamento, acrescente --substituir.")
    }
    var criacao = criarBase(
      mes, registros: lida.leitura.registros, anterior: anterior,
      outras: try retrato.outrasBases(alem: mes),
      em: Corrida(operacao: retrato.operacao + 1, origens: [lida.leitura.origem]))
    criacao.base.registrar(lida.fonte)
    var passo = Passo(
      .criarBase, ambiente.autoria, mes: criacao.base.competencia, bases: [criacao.base])
    passo.argumentos = ambiente.argumentos(["aba": entrada.aba])
    passo.estatisticas = [
      "clientes": String(criacao.base.clientes.count),
      "alertas_gerados": String(criacao.alertas.count(where: \.novo)),
    ]
    passo.entradas = [lida.entrada]
    passo.alertas = criacao.alertas.gerados
    passo.leu = try retrato.competencias()
    try escrita?.gravar(passo)

    let avisos = lida.leitura.avisos + criacao.avisosDeDecisao(em: lida.fonte.arquivo)
    ambiente.avisar(avisos)
    try ambiente.mostrar {
      textoDeCriacao(criacao, substituiu: anterior != nil, dryRun: dryRun)
    } documento: {
      DocumentoDeCriacao(criacao, dryRun: dryRun, avisos: avisos)
    }
  }
}

extension CriacaoDeBase {
  /// A decision that follows a link to another name than it was taken on.
  fileprivate func avisosDeDecisao(em arquivo: String) -> [Aviso] {
    decididosPorVinculo.compactMap { cliente, nome in
      guard let decisao = base.cliente(cliente)?.decisao else { return nil }
      return Aviso(
        arquivo: arquivo, aba: nil, celula: nil,
        mensagem: "\(cliente) está como \(decisao.situacao.resumo), pela decisão manual sobre"
          + " \(nome) em \(decisao.base.porExtenso) (\(decisao.motivo)): os dois nomes estão vinculados"
      )
    }
  }
}
