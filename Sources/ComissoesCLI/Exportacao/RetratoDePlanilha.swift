import Dominio
import Planilhas
import Spreadsheets

/// What the tool sees in a spreadsheet: format, sheets, which of the four it is, first rows.
struct RetratoDePlanilha {
  struct Aba {
    let nome: String
    let visivel: Bool
    /// The first rows that hold a value, with their numbers in Excel.
    let linhas: [(numero: Int, celulas: [String])]
  }

  /// Who reads the first rows: a person sees `03/11/2025`, a program `2025-11-03`.
  enum Leitor { case pessoa, programa }

  private static let linhasMostradas = 10
  private static let colunasMostradas = 12

  let arquivo: String
  let formato: WorkbookFormat
  let abas: [Aba]
  let reconhecidas: [Reconhecimento]

  /// - Parameter aba: the only sheet to show; nil for all.
  init(
    _ workbook: any Workbook, arquivo: String, aba nome: String?, opcoes: OpcoesDeLeitura,
    leitor: Leitor
  ) throws(PlanilhaError) {
    self.arquivo = arquivo
    formato = workbook.format
    var opcoes = opcoes
    var sheets = workbook.sheets
    if let nome {
      sheets = [try aba(nome, em: workbook, arquivo: arquivo)]
      for planilha in Planilha.allCases { opcoes.abas[planilha] = nome }
    }
    reconhecidas = try reconhecer(workbook, arquivo: arquivo, opcoes: opcoes)
    var abas: [Aba] = []
    for sheet in sheets {
      let linhas = try lendo(arquivo) { () throws(SpreadsheetError) in
        try Self.primeirasLinhas(de: sheet, em: workbook, para: leitor)
      }
      abas.append(
        Aba(nome: sheet.name, visivel: sheet.visibility == .visible, linhas: linhas))
    }
    self.abas = abas
  }

  private static func primeirasLinhas(
    de sheet: Sheet, em workbook: any Workbook, para leitor: Leitor
  ) throws(SpreadsheetError) -> [(numero: Int, celulas: [String])] {
    var linhas: [(numero: Int, celulas: [String])] = []
    try workbook.readRows(of: sheet) { row in
      var celulas = [String](
        repeating: "", count: min(colunasMostradas, (row.cells.last?.column ?? -1) + 1))
      for cell in row.cells where cell.column < colunasMostradas {
        celulas[cell.column] = textoCurto(cell, of: row, workbook.dateSystem, para: leitor)
      }
      linhas.append((row.index + 1, celulas))
      return linhas.count < linhasMostradas ? .proceed : .stop
    }
    return linhas
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

extension RetratoDePlanilha {
  var texto: String {
    var texto = "\(arquivo): \(formato.descricao), \(contagem(abas.count, "aba", "abas"))\n"
    for achado in reconhecidas {
      texto +=
        "\nÉ uma planilha \(achado.planilha.rawValue): aba \"\(achado.aba)\","
        + " cabeçalho na linha \(achado.linhaDoCabecalho)\n"
      for coluna in achado.colunas {
        let repetida = coluna.repetida ? " (aparece mais de uma vez; vale esta)" : ""
        texto += "  \(coluna.letra)  \(coluna.nome)\(repetida)\n"
      }
      if !achado.ausentes.isEmpty {
        texto += "  Não há: \(achado.ausentes.joined(separator: ", "))\n"
      }
    }
    if reconhecidas.isEmpty {
      texto += "\nNão é nenhuma das quatro planilhas do mês: nenhum cabeçalho conhecido.\n"
    }
    return texto + abas.map(\.texto).joined()
  }
}

extension RetratoDePlanilha.Aba {
  fileprivate var texto: String {
    let oculta = visivel ? "" : " (oculta)"
    guard !linhas.isEmpty else { return "\nAba \"\(nome)\"\(oculta): vazia\n" }
    let largura = linhas.reduce(0) { max($0, $1.celulas.count) }
    var tabela = Tabela(
      [("", .direita)] + (0..<largura).map { (CellReference.letters(ofColumn: $0), .esquerda) })
    for linha in linhas {
      let vazias = [String](repeating: "", count: largura - linha.celulas.count)
      tabela.acrescentar(["\(linha.numero)"] + linha.celulas + vazias)
    }
    return "\nAba \"\(nome)\"\(oculta), primeiras linhas:\n" + tabela.texto
  }
}

extension WorkbookFormat {
  /// For people.
  var descricao: String {
    switch self {
    case .xlsx: "pasta de trabalho do Excel (.xlsx)"
    case .biff8: "Excel 97 a 2003 (.xls, BIFF8)"
    case .biff5: "Excel 5 ou 95 (.xls, BIFF5)"
    case .biff4: "Excel 4 (.xls, BIFF4)"
    case .biff3: "Excel 3 (.xls, BIFF3)"
    case .biff2: "Excel 2 (.xls, BIFF2)"
    }
  }
}
