import CommandLineKit
import Dados
import Dominio
import JSONDocuments

/// What every command works in: the shell, the configuration, the data directory, the form of the
/// output.
struct Ambiente: Sendable {
  let shell: Shell
  let configuracao: Configuracao
  let acervo: Acervo
  /// Nil when `--formato` is not given.
  let formato: Formato?
  let opcaoDeFormato: Row

  enum Formato: String, CaseIterable, Sendable { case tabela, json, csv }

  /// Prints a result as the table for people or the document for programs.
  func mostrar(tabela: () -> String, documento: () -> any Encodable) throws {
    if formato == .json {
      try shell.write(String(decoding: encodeJSON(documento()), as: UTF8.self))
    } else {
      try shell.write(tabela().visible)
    }
  }

  /// Refuses a format that the command does not have, before it does anything.
  func conferirFormato(_ values: Values, permitidos: [Formato] = [.tabela, .json]) throws {
    guard let formato, !permitidos.contains(formato) else { return }
    let palavras = permitidos.map { "'\($0.rawValue)'" }.joined(separator: " ou ")
    throw values.errors([
      .invalid(opcaoDeFormato, word: formato.rawValue, reason: "este comando aceita \(palavras)")
    ])
  }

  /// Avisos go to stderr; in JSON they stand in the document.
  func avisar(_ avisos: [Aviso]) {
    guard formato != .json else { return }
    for aviso in avisos { shell.complain("Aviso: \(aviso.linha)") }
  }
}
