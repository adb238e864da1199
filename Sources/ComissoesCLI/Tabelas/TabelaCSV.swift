import CommandLineKit
import Dominio

/// A list as CSV for programs, as RFC 4180 has it: commas, CRLF, quotes where they are needed;
/// UTF-8. Docs/regras.md §9
///
/// A text that looks like a formula is protected by an apostrophe, as in `planilha exportar`;
/// numbers, amounts and days are ours and are not.
struct TabelaCSV {
  enum Campo {
    case texto(String?)
    case numero(Int?)
    /// A plain decimal, `331.4805`.
    case valor(Dinheiro?)
    /// `2025-11-03`.
    case dia(Dia?)
    /// `true` or `false`.
    case logico(Bool)
  }

  private let titulos: [String]
  private var linhas: [[Campo]] = []

  /// - Parameter titulos: the names of the columns, those of the keys in JSON.
  init(_ titulos: [String]) { self.titulos = titulos }

  /// - Parameter campos: one for each column.
  mutating func acrescentar(_ campos: [Campo]) { linhas.append(campos) }

  /// The header stands there also when the list is empty.
  func escrever(em saida: Escoadouro) {
    saida.append(linhaCSV: titulos.map { .texto($0) })
    for linha in linhas {
      saida.append(linhaCSV: linha)
      saida.flushIfLarge()
    }
  }
}

extension Escoadouro {
  fileprivate func append(linhaCSV campos: [TabelaCSV.Campo]) {
    for (lugar, campo) in campos.enumerated() {
      if lugar > 0 { append(UInt8(ascii: ",")) }
      switch campo {
      case .texto(let texto):
        var texto = texto ?? ""
        texto.withUTF8 { append(csvText: $0) }
      case .numero(let numero): append(numero.map { String($0) } ?? "")
      case .valor(let valor): append(valor?.texto ?? "")
      case .dia(let dia): append(dia?.iso ?? "")
      case .logico(let sim): append(sim ? "true" : "false")
      }
    }
    append("\r\n")
  }
}

extension Ambiente {
  /// The formats of a list, for `conferirFormato`.
  static let formatosDeLista: [Formato] = [.tabela, .json, .csv]

  /// Prints a list as the table for people, or as document or CSV for programs.
  func mostrar(
    tabela: () -> String, documento: () -> any Encodable, csv: () -> TabelaCSV
  ) throws {
    guard formato == .csv else { return try mostrar(tabela: tabela, documento: documento) }
    let saida = Escoadouro(shell.writeBytes)
    csv().escrever(em: saida)
    try saida.finish()
  }
}
