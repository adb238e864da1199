import CommandLineKit
import Conciliacao
import Dados
import Dominio
import DurableFiles
import Paineis
import Planilhas

let painel = Command<Ambiente>(
  "painel", "Grava uma página com o mês inteiro, para abrir no navegador, imprimir ou encaminhar.",
  examples: ["comissoes painel", "comissoes painel --mes 2025-10 --saida outubro.html"]
) { form in
  let mes = form.mes()
  let saida = form.option(
    "--saida", value: "<arquivo>", shown: "painel.html",
    help: "Onde gravar a página, em formato .html.",
    completion: .file(extensions: ["html"]), parse: lerSaidaHTML)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let retrato = try ambiente.acervo.retrato()
    let base = try retrato.baseEscolhida(values[mes])
    let destino = try Saida(try values[saida] ?? "painel.html", pagina: ambiente.acervo)
    let eprs = try retrato.eprsUsadas(por: base.competencia)
    let panorama = try Panorama(base, entre: retrato.bases(), eprs: eprs)
    let hoje = ambiente.shell.today()
    let pagina = Painel.html(panorama, em: hoje)
    try StagedFile.writing(pagina, to: destino.caminho).commit()
    try ambiente.mostrar {
      textoDoPainel(panorama, pagina: destino.caminho)
    } documento: {
      DocumentoDoPainel(panorama, em: hoje, pagina: destino.caminho)
    }
    if !panorama.fecha { throw Falha.achados }
  }
}

@Sendable private func lerSaidaHTML(_ texto: String) throws(InvalidValue) -> String {
  guard texto.lowercased().hasSuffix(".html") else {
    throw InvalidValue("é uma página; escreva um nome que termine em .html")
  }
  return texto
}

extension Retrato {
  /// The EPRs that the month's reports were made from, of the operations that hold, as they were
  /// read then.
  fileprivate func eprsUsadas(por mes: Competencia) throws -> [EPRUsada] {
    let historico = try historico()
    let efeitos = Efeitos(historico)
    return try historico.filter {
      $0.acao == .gerarRelatorio && $0.competencia == mes && efeitos.vale($0.numero)
    }.compactMap { operacao in
      guard let relatorio = operacao.relatorio else { return nil }
      let planilhas = try PlanilhasGuardadas(de: operacao, em: acervo)
      return EPRUsada(
        relatorio: relatorio, registros: try planilhas.ler(.epr, importarEPR).registros)
    }
  }
}
