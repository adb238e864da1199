import CommandLineKit
import Dados
import Dominio
import DurableFiles
import Planilhas
import Spreadsheets

// What was made and done, and what stands in spreadsheets.

extension Completador {
  /// The newest first.
  func relatorios() throws -> [Suggestion] {
    try acervo.retrato().bases().flatMap { base in
      base.relatorios.map { relatorio in
        (
          relatorio.numero,
          "\(base.competencia.porExtenso), \(contagem(relatorio.clientes, "cliente", "clientes")),"
            + " \(relatorio.valor.emReais())"
        )
      }
    }.sorted { $0.0 > $1.0 }.map { Suggestion("\($0.0)", $0.1) }
  }

  /// The newest first.
  func operacoes(_ servem: (Operacao, Efeitos) -> Bool) throws -> [Suggestion] {
    let operacoes = try acervo.retrato().historicoLegivel().operacoes
    let efeitos = Efeitos(operacoes)
    return operacoes.reversed().filter { servem($0, efeitos) }.map { operacao in
      Suggestion(
        "\(operacao.numero)",
        [operacao.nome, operacao.competencia?.porExtenso, operacao.quando(em: shell.fuso)]
          .compactMap(\.self)
          .joined(separator: ", "))
    }
  }

  /// Those that Gestores has and no mapping knows first: it is they that need a meaning.
  func formas() throws -> [Suggestion] {
    let configuracao = configuracao
    let gestores = try? acervo.gestoresMaisNova(configuracao.leitura)?.registros
    let entradas = MapaDeFormas(configuracao.leitura.formas, gestores: gestores).entradas
    return (entradas.filter { $0.origem == .nenhuma } + entradas.filter { $0.origem != .nenhuma })
      .map { Suggestion($0.forma, $0.origem == .nenhuma ? "desconhecida" : $0.sentido.palavra) }
  }

  /// The sheets of a file, in their order.
  func abas(_ arquivo: String?) throws -> [Suggestion] {
    guard let arquivo, !isSomethingElse(arquivo) else { return [] }
    let workbook = try abrir(arquivo, configuracao.leitura.limites)
    return workbook.sheets.map { sheet in
      Suggestion(sheet.name, sheet.visibility == .visible ? "" : "oculta")
    }
  }
}
