import CommandLineKit
import Dados
import Dominio
import DurableFiles

let relatorioListar = Command<Ambiente>(
  "listar", "Lista os relatórios de recebimentos guardados.",
  examples: ["comissoes relatorio listar"]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    try ambiente.exigirPastaIndicada()
    let bases = try ambiente.acervo.retrato().bases()
    let guardados = bases.flatMap { base in
      base.relatorios.map { RelatorioGuardado(base: base, relatorio: $0) }
    }.sorted { $0.relatorio.numero < $1.relatorio.numero }
    try ambiente.mostrar {
      textoDeRelatorios(guardados)
    } documento: {
      DocumentoDeRelatorios(guardados)
    } csv: {
      guardados.csv
    }
  }
}

let relatorioMostrar = Command<Ambiente>(
  "mostrar", "Mostra o que um relatório faturou.", examples: ["comissoes relatorio mostrar 1"]
) { form in
  let numero = form.argument(
    "<N>", help: "Número do relatório.", completion: .dados(.relatorio),
    parse: lerNumero)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let guardado = try ambiente.acervo.retrato().relatorio(values[numero])
    try ambiente.mostrar {
      textoDeRelatorio(guardado)
    } documento: {
      DocumentoDeRelatorio(guardado)
    }
  }
}

let relatorioReemitir = Command<Ambiente>(
  "reemitir", "Grava de novo um relatório guardado, igual em tudo.",
  examples: ["comissoes relatorio reemitir 1 --saida RECEBIMENTOS.xlsx"]
) { form in
  let numero = form.argument(
    "<N>", help: "Número do relatório.", completion: .dados(.relatorio),
    parse: lerNumero)
  let saida = form.requiredOption(
    "--saida", value: "<arquivo>", help: "Onde gravar, em formato .xlsx.",
    completion: .file(extensions: ["xlsx"]), parse: lerSaida)
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let guardado = try ambiente.acervo.retrato().relatorio(values[numero])
    let saida = try Saida(values[saida], entrada: nil, acervo: ambiente.acervo)
    let bytes = try ambiente.acervo.guardado(guardado.relatorio.sha256)
    try StagedFile.writing(bytes, to: saida.caminho).commit()
    try ambiente.mostrar {
      "Relatório nº \(guardado.relatorio.numero) gravado em \(saida.caminho).\n"
    } documento: {
      DocumentoDeReemissao(guardado, caminho: saida.caminho)
    }
  }
}

/// A kept report and the base that tells of it.
struct RelatorioGuardado {
  let base: Base
  let relatorio: Relatorio

  /// The bills of the report, by client.
  var faturados: [(cliente: ChaveDeNome, faturamento: Faturamento)] {
    base.clientes.flatMap { cliente in
      cliente.faturamentos.filter {
        $0.base == base.competencia && $0.relatorio == relatorio.numero
      }.map { (cliente.chave, $0) }
    }
  }
}

extension Retrato {
  fileprivate func relatorio(_ numero: Int) throws -> RelatorioGuardado {
    for base in try bases() {
      if let relatorio = base.relatorios.first(where: { $0.numero == numero }) {
        return RelatorioGuardado(base: base, relatorio: relatorio)
      }
    }
    throw Falha(
      .noInput,
      "Não há relatório nº \(numero). Veja os que há com 'comissoes relatorio listar'.")
  }
}
