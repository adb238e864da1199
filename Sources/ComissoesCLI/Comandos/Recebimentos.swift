import CommandLineKit
import Conciliacao
import Dados
import Dominio
import Planilhas

let recebimentos = Command<Ambiente>(
  "recebimentos", "Cruza a base com EPR, gera o relatório e marca o que foi faturado.",
  examples: [
    "comissoes recebimentos --epr EPR.xls --dry-run",
    "comissoes recebimentos --mes 2025-10 --epr EPR.xls --saida RECEBIMENTOS.xlsx",
  ]
) { form in
  let mes = form.mes()
  let epr = EntradaPedida(
    planilha: .epr, arquivo: form.planilha("--epr", help: "Planilha EPR."),
    aba: form.aba(de: "EPR"))
  let saida = form.option(
    "--saida", value: "<arquivo>", shown: "em relatorios, no diretório de dados",
    help: "Onde gravar também o relatório, em formato .xlsx.",
    completion: .file(extensions: ["xlsx"]), parse: lerSaida)
  let dia = form.option(
    "--data", value: "<D>", shown: "hoje",
    help: "Dia do faturamento, como 2025-11-03 ou 03/11/2025.", parse: lerDia)
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entrada = try ambiente.entrada(epr, values)
    let dia = try values[dia] ?? ambiente.shell.today()
    try ambiente.exigirBase(values[mes])
    let lida = try entrada.ler(importarEPR)
    let escrita = try ambiente.escrita(dryRun: values[dryRun])
    let retrato = try escrita?.retrato ?? ambiente.acervo.retrato()
    var base = try retrato.baseEscolhida(values[mes])
    let controle = ControleEmDia(de: base, em: retrato)
    try controle?.conferirVinculos()
    let outras = try retrato.outrasBases(alem: base.competencia)
    let destino = try values[saida].map {
      try Saida($0, entrada: entrada, acervo: ambiente.acervo)
    }

    let resultado = analisarRecebimentos(
      &base, epr: lida.leitura.registros, outras: outras,
      em: Corrida(
        operacao: retrato.operacao + 1, origens: [lida.leitura.origem],
        passadas: outras.filter { $0.competencia < base.competencia }))
    try controle?.conferirSentidos(ambiente.configuracao.leitura, dos: resultado.aReceber)
    let avisosDeValor = try controle?.avisosDeValor(dos: resultado.aReceber, dryRun: escrita == nil)
    base.registrar(lida.fonte)
    let caminho = try escrita.map { escrita in
      let emissao = Emissao(
        recebimentos: resultado, dia: dia, entrada: lida.entrada,
        argumentos: ambiente.argumentos(["aba": entrada.aba, "data": dia.iso]),
        autoria: ambiente.autoria, saida: destino)
      return try emissao.gravar(em: escrita, base: &base)
    }

    let avisos =
      lida.leitura.avisos
      + resultado.contratosRepetidos(
        em: lida.fonte.arquivo, dryRun: escrita == nil)
      + (avisosDeValor ?? [])
    ambiente.avisar(avisos)
    try ambiente.mostrar {
      textoDeRecebimentos(resultado, base: base, relatorio: caminho)
    } documento: {
      DocumentoDeRecebimentos(
        resultado, base: base.competencia, dryRun: escrita == nil, avisos: avisos,
        relatorio: caminho)
    }
  }
}

extension Recebimentos {
  /// Who is billed for a contract that was billed already: released, or under another name.
  fileprivate func contratosRepetidos(em arquivo: String, dryRun: Bool) -> [Aviso] {
    aReceber.compactMap { item in
      item.mesmoContrato.map { conta in
        let anterior = conta.faturamento
        let mesmo = conta.cliente == item.cliente
        let remedio =
          dryRun
          ? mesmo
            ? "desfaça a liberação com 'comissoes desfazer'"
            : "vincule os nomes com 'comissoes cliente vincular'"
          : "desfaça este faturamento com 'comissoes desfazer'"
        return Aviso(
          arquivo: arquivo, aba: nil, celula: nil,
          mensagem: "\(item.cliente)\(mesmo ? " foi liberado, mas o" : ": o") contrato"
            + " \(item.contrato ?? "") é o mesmo que já foi faturado"
            + "\(mesmo ? "" : " a \(conta.cliente)") em \(anterior.dia.brasileiro) (relatório"
            + " nº \(anterior.relatorio), \(anterior.valor.emReais())) e não foi devolvido;"
            + " se não são duas comissões, \(remedio)")
      }
    }
  }
}
