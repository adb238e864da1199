import Dominio
import Planilhas
import Spreadsheets

/// What the tool sees in a spreadsheet: format, sheets, which of the four it is, first rows, and
/// what importing it would give.
struct RetratoDePlanilha {
  struct Aba {
    let nome: String
    let visibilidade: Sheet.Visibility
    /// Rows and columns that hold a value.
    let tamanho: (linhas: Int, colunas: Int)
    /// The first rows that hold a value, with their numbers in Excel.
    let linhas: [(numero: Int, celulas: [String])]
  }

  /// Who reads the first rows: a person sees `03/11/2025`, a program `2025-11-03`.
  enum Leitor { case pessoa, programa }

  private static let linhasMostradas = 10
  private static let colunasMostradas = 12

  let arquivo: String
  let formato: WorkbookFormat
  /// The extension of the name when it promises another format.
  let extensaoEnganosa: String?
  let programa: String?
  let abas: [Aba]
  let identificacao: Identificacao

  /// - Parameter aba: the only sheet to show; nil for all.
  init(
    de arquivo: ArquivoDePlanilha, aba nome: String?, opcoes: OpcoesDeLeitura, leitor: Leitor
  ) throws(PlanilhaError) {
    let workbook = try arquivo.abrir(opcoes.limites)
    self.arquivo = arquivo.nome
    formato = workbook.format
    extensaoEnganosa = arquivo.extensao.flatMap { extensao in
      workbook.format.extensoes.contains(extensao) ? nil : extensao
    }
    programa = workbook.producer()
    var opcoes = opcoes
    var sheets = workbook.sheets
    if let nome {
      sheets = [try aba(nome, em: workbook, arquivo: arquivo.nome)]
      for planilha in Planilha.allCases { opcoes.abas[planilha] = nome }
    }
    identificacao = try identificar(workbook, arquivo: arquivo.nome, opcoes: opcoes)
    var abas: [Aba] = []
    for sheet in sheets {
      let aba = try lendo(arquivo.nome) { () throws(SpreadsheetError) in
        try Self.ler(sheet, de: workbook, para: leitor)
      }
      abas.append(aba)
    }
    self.abas = abas
  }

  private static func ler(
    _ sheet: Sheet, de workbook: any Workbook, para leitor: Leitor
  ) throws(SpreadsheetError) -> Aba {
    var linhas: [(numero: Int, celulas: [String])] = []
    var total = 0
    var temValor: [Bool] = []
    try workbook.readRows(of: sheet) { row in
      total += 1
      let largura = (row.cells.last?.column ?? -1) + 1
      while temValor.count < largura { temValor.append(false) }
      for cell in row.cells { temValor[cell.column] = true }
      if linhas.count < linhasMostradas {
        var celulas = [String](repeating: "", count: min(colunasMostradas, largura))
        for cell in row.cells where cell.column < colunasMostradas {
          celulas[cell.column] = textoCurto(cell, of: row, workbook.dateSystem, para: leitor)
        }
        linhas.append((row.index + 1, celulas))
      }
      return .proceed
    }
    return Aba(
      nome: sheet.name, visibilidade: sheet.visibility,
      tamanho: (total, temValor.count { $0 }), linhas: linhas)
  }
}

/// `03/11/2025`, with the time when it is not midnight; what is no date as it is.
private func brasileiro(_ iso: String) -> String {
  let partes = iso.split(separator: "T")
  guard partes.count == 2, let dia = Dia(lendo: String(partes[0])) else { return iso }
  return partes[1] == "00:00:00" ? dia.brasileiro : "\(dia.brasileiro) \(partes[1])"
}

/// A cell in a table: folded to one line, and cut when it is long.
private func textoCurto(
  _ cell: Cell, of row: Row, _ dateSystem: DateSystem, para leitor: RetratoDePlanilha.Leitor
) -> String {
  switch cell.kind {
  case .number: return shortestText(of: cell.number)
  case .date, .elapsed:
    let iso = textoISO(cell, dateSystem)
    if leitor == .pessoa { return brasileiro(iso) }
    return iso.hasSuffix("T00:00:00") ? String(iso.dropLast(9)) : iso
  case .boolean: return cell.boolean ? "VERDADEIRO" : "FALSO"
  case .text, .error:
    let texto = row.text(of: cell).espacosDobrados
    return texto.count > 28 ? "\(texto.prefix(27))…" : texto
  }
}
