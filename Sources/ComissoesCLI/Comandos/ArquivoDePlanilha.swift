import CommandLineKit
import Planilhas
import Spreadsheets

// The file that `planilha mostrar` and `planilha exportar` read: by name, or from standard input.

/// What stands for standard input on the line.
private let daEntrada = "-"

extension Form {
  mutating func arquivoDePlanilha() -> Token<String> {
    argument(
      "<arquivo>", help: "Planilha, de qualquer formato aceito; - lê a entrada padrão.",
      completion: .file(extensions: extensoesLidas))
  }
}

/// The extensions of files that are read, for completion. The content decides, not the name.
let extensoesLidas = ["xlsx", "xlsm"] + WorkbookFormat.extensoesDosOutros

extension WorkbookFormat {
  fileprivate static var extensoesDosOutros: [String] {
    var vistas: Set<String> = ["xlsx", "xlsm"]
    return allCases.flatMap(\.extensoes).filter { vistas.insert($0).inserted }
  }

  /// The extensions that a file of this format usually has, the first one above all.
  var extensoes: [String] {
    switch self {
    case .xlsx: ["xlsx", "xlsm", "xltx", "xltm"]
    case .biff8, .biff5, .biff4, .biff3, .biff2: ["xls", "xlt", "xlw"]
    case .html: ["html", "htm"]
    case .spreadsheetML: ["xml"]
    case .csv: ["csv", "tsv", "txt"]
    }
  }

  /// The usual extension of a file of this format.
  var extensao: String { extensoes.first ?? "" }
}

/// A spreadsheet file as a command names it.
struct ArquivoDePlanilha {
  let caminho: String
  /// The descriptor of standard input.
  let entrada: Int32

  /// The name by which messages call it.
  var nome: String { caminho == daEntrada ? "entrada padrão" : nomeDoArquivo(caminho) }

  /// What stands behind the last point of the name, in lower case; nil when there is nothing, and
  /// for standard input.
  var extensao: String? {
    guard caminho != daEntrada, let ponto = nome.lastIndex(of: "."), ponto != nome.startIndex
    else { return nil }
    return String(nome[nome.index(after: ponto)...]).lowercased()
  }

  func abrir(_ limites: Limits) throws(PlanilhaError) -> any Workbook {
    guard caminho == daEntrada else { return try ComissoesCLI.abrir(caminho, limites) }
    return try lendo(nome) { () throws(SpreadsheetError) in
      try openWorkbook(
        ByteSource(draining: entrada, limit: limites.fileSize), limits: limites)
    }
  }
}
