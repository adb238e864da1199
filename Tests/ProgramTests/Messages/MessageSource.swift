/// The pieces of text in the sources that reach a person as an error or an aviso.
struct MessageSource {
  struct Piece {
    let file: String
    let line: Int
    /// What stands between two interpolations.
    let text: String
  }

  /// What is called with a message.
  private static let calls: Set<String> = [
    "Falha", "Aviso", "Problema", "Previsao", "InvalidValue", "aviso", "avisar", "complain",
    "missing", "invalid", "problemas.append", "conferencia.acrescentar",
  ]

  /// Files, or the rest of files from a mark on, in which every sentence is part of a message.
  private static let places: [(file: String, mark: String)] = [
    ("CommandLineKit/Texts.swift", "extension Mistake"),
    ("ComissoesCLI/Comandos/Alertas/AlertasImportar.swift", "private static let conflitosDitos"),
    ("ComissoesCLI/Comandos/Alertas/GravarLista.swift", "extension Falha"),
    ("ComissoesCLI/Comandos/Alertas/LinhaLida.swift", ""),
    ("ComissoesCLI/Comandos/Alertas/NumerosDeAlerta.swift", ""),
    ("ComissoesCLI/Comandos/Ambiente.swift", "extension Conserto"),
    ("ComissoesCLI/Comandos/DecisaoPedida.swift", "extension Falha"),
    ("ComissoesCLI/Comandos/Desfazer.swift", "extension Falha"),
    ("ComissoesCLI/Comandos/MudancaDeMapeamento.swift", ""),
    ("ComissoesCLI/Comandos/NomeDigitado.swift", "extension Falha"),
    ("ComissoesCLI/Comandos/PastaDeCopias.swift", "extension Falha"),
    ("ComissoesCLI/Comandos/ResultadoDeConferir.swift", "extension PlanilhaConferida"),
    ("ComissoesCLI/Comandos/Saida.swift", ""),
    ("ComissoesCLI/Configuracao/EdicaoDeConfiguracao.swift", ""),
    ("ComissoesCLI/Configuracao/LeituraDeConfiguracao.swift", ""),
    ("ComissoesCLI/Falhas/Traducao.swift", ""),
    ("ComissoesCLI/Falhas/TraducaoDeDados.swift", ""),
    ("ComissoesCLI/Falhas/TraducaoDeDesfazer.swift", ""),
    ("ComissoesCLI/Falhas/TraducaoDeTransporte.swift", ""),
    ("ComissoesCLI/Tabelas/TextoDeVinculo.swift", "extension VinculoRecusado"),
    ("ComissoesCLI/Tabelas/TextosDeDecisao.swift", "extension Falha"),
    ("ComissoesCLI/Exportacao/Base/GravarBase.swift", "extension Falha"),
    ("Conciliacao/Previsao.swift", ""),
    ("Planilhas/Cabecalho/AbasParecidas.swift", ""),
    ("Planilhas/Conferencia/Conferencia.swift", ""),
    ("Planilhas/Conferencia/Conferir.swift", ""),
    ("Planilhas/Conferencia/NomesParecidos.swift", ""),
    ("Planilhas/ExplicacaoDeLeitura.swift", ""),
    ("Planilhas/Importacao/ImportarGestores.swift", ""),
    ("Planilhas/Importacao/ImportarWeboPay.swift", ""),
    ("Planilhas/Importacao/Leitura.swift", ""),
    ("Planilhas/Importacao/LinhaLida.swift", ""),
    ("Planilhas/LimiteDeLeitura.swift", "extension Limit "),
    ("Planilhas/PlanilhaError.swift", ""),
  ]

  private(set) var pieces: [Piece] = []
  /// `Falha(…)` with a code and without a literal, outside of the places: its text is made where
  /// nobody would look for it.
  private(set) var textless: [String] = []

  static func all() throws -> MessageSource {
    var source = MessageSource()
    for file in try filesOfProject(below: "Sources", ending: ".swift") {
      try source.read(file)
    }
    return source
  }

  private mutating func read(_ file: String) throws {
    let text = try textOfProject("Sources/\(file)")
    let place = Self.places.first { $0.file == file }
    var start: String.Index?
    if let place {
      start = place.mark.isEmpty ? text.startIndex : text.firstRange(of: place.mark)?.lowerBound
      if start == nil { throw ErrorFolder.Malformed(file: file) }
    }
    for literal in LiteralScan.literals(of: text) {
      let isInPlace = start.map { literal.place >= $0 } ?? false
      guard isInPlace || literal.calls.contains(where: Self.isCall) else { continue }
      for piece in literal.pieces.flatMap({ $0.split(separator: "\n") }) where piece.isSentence {
        let line = text[..<literal.place].count { $0 == "\n" } + 1
        pieces.append(Piece(file: file, line: line, text: piece.folded))
      }
    }
    if start == nil { textless += LiteralScan.textless(of: text).map { "\(file): \($0)" } }
  }

  private static func isCall(_ name: String) -> Bool {
    calls.contains(name) || name.split(separator: ".").last.map { calls.contains("\($0)") } ?? false
  }
}

extension StringProtocol {
  /// True of two words or more: keys, operators and names of columns are none.
  fileprivate var isSentence: Bool {
    split { !$0.isLetter }.count { $0.count > 1 } > 1 && contains(" ")
  }

  /// With single spaces, and none at the ends.
  var folded: String { split { $0.isWhitespace }.joined(separator: " ") }
}
