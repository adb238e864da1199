package import Dominio
package import SheetWriting
package import Spreadsheets

/// A copy of a workbook with what is wrong in one of its sheets beside the data, to be sent back to
/// whoever made it. Docs/regras.md §4
///
/// All sheets are there, hidden ones hidden. The cells keep place, value and kind; dates look like
/// dates; other number formats, formulas and colours are left behind. A last sheet lists every
/// problem. Old problems, of a copy that is looked at again, are not copied.
package struct CopiaAnotada {
  /// One problem, and the cell that it is about; nil when it is about the whole sheet or file.
  package struct Nota {
    package let celula: CellReference?
    package let texto: String

    package init(celula: CellReference?, _ texto: String) {
      self.celula = celula
      self.texto = texto
    }
  }

  private static let coluna = "Problema"
  private static let lista = "Problemas"
  private static let marca = "Cópia anotada pelo comissoes"

  private let draft: GridWorkbookDraft

  /// - Parameters:
  ///   - sheet: the one that the notes are about.
  ///   - cabecalho: the row of the header, zero-based; nil when it was not found.
  ///   - arquivo: the name of the original.
  package init(
    de sheet: Sheet, em workbook: any Workbook, cabecalho: Int?, notas: [Nota], arquivo: String,
    dia: Dia
  ) throws(SpreadsheetError) {
    var abas: [GridDraft] = []
    for outra in workbook.sheets {
      let ehEsta = outra == sheet
      var grade = Grade(
        ehEsta ? notas : [], coluna: Self.coluna, cabecalho: ehEsta ? cabecalho : nil)
      try workbook.readRows(of: outra) { row in
        grade.copiar(row, workbook.dateSystem)
        return .proceed
      }
      guard grade.inicio != Self.marca else { continue }
      abas.append(
        GridDraft(
          outra.name.isEmpty ? "Planilha" : outra.name, cells: grade.anotada(),
          header: ehEsta ? cabecalho : nil,
          isHidden: !ehEsta && outra.visibility != .visible))
    }
    draft = GridWorkbookDraft(
      properties: DocumentProperties(
        title: "\(arquivo), com os problemas", author: "comissoes", comments: Self.marca,
        created: dia.meioDia),
      sheets: abas + [
        GridDraft(
          Self.lista, cells: Self.relacao(notas, arquivo: arquivo),
          header: Self.cabecalhoDaRelacao)
      ])
  }

  /// Writes a complete workbook over whatever is at the path. The same arguments give the same
  /// bytes.
  package func write(to path: String) throws(SheetWritingError) { try draft.write(to: path) }

  /// True for a workbook that this type wrote.
  package static func isCopy(_ path: String) -> Bool {
    guard let workbook = try? openWorkbook(ByteSource(path: path)),
      let lista = workbook.sheets.last, workbook.sheets.count > 1
    else { return false }
    var isCopy = false
    try? workbook.readRows(of: lista) { row in
      isCopy = row.cell(column: 0).map { row.text(of: $0) } == marca
      return .stop
    }
    return isCopy
  }

  private static let cabecalhoDaRelacao = 3

  private static func relacao(_ notas: [Nota], arquivo: String) -> [GridDraft.Placed] {
    func texto(_ linha: Int, _ coluna: Int, _ texto: String, _ style: CellStyle = CellStyle())
      -> GridDraft.Placed
    {
      GridDraft.Placed(row: linha, column: coluna, DraftCell(.text(texto.cabivel), style))
    }
    let titulos = ["Célula", coluna]
    return [
      texto(0, 0, marca, CellStyle(bold: true)),
      texto(
        1, 0,
        "\(arquivo): as células em amarelo têm problema, e a coluna \(coluna) diz qual."
          + " Corrija o arquivo original."),
    ]
      + titulos.enumerated().map {
        texto(cabecalhoDaRelacao, $0.offset, $0.element, Estilo.cabecalhoDeCopia)
      }
      + notas.enumerated().flatMap { lugar, nota in
        let linha = cabecalhoDaRelacao + 1 + lugar
        return [
          texto(linha, 0, nota.celula?.description ?? "arquivo"), texto(linha, 1, nota.texto),
        ]
      }
  }
}

/// The cells of the copy, while the rows of the original come by.
private struct Grade {
  private var celulas: [GridDraft.Placed] = []
  private let porLinha: [Int: [CopiaAnotada.Nota]]
  private let coluna: String
  private let cabecalho: Int?
  private var largura = 0
  /// The text of the first cell; nil when it has none.
  private(set) var inicio: String?
  /// Where an earlier copy had its problems.
  private var colunaAnterior: Int?
  /// Places with a problem that hold nothing so far.
  private var vazias: Set<CellReference>

  init(_ notas: [CopiaAnotada.Nota], coluna: String, cabecalho: Int?) {
    porLinha = Dictionary(
      grouping: notas.filter { $0.celula != nil }, by: { $0.celula?.row ?? 0 })
    vazias = Set(notas.compactMap(\.celula))
    self.coluna = coluna
    self.cabecalho = cabecalho
  }

  mutating func copiar(_ row: Row, _ dateSystem: DateSystem) {
    if row.index == cabecalho, let ultima = row.cells.last, row.text(of: ultima) == coluna {
      colunaAnterior = ultima.column
    }
    if row.index == 0 { inicio = row.cell(column: 0).map { row.text(of: $0) } }
    let comProblema = Set((porLinha[row.index] ?? []).compactMap(\.celula?.column))
    for cell in row.cells where cell.column != colunaAnterior {
      largura = max(largura, cell.column + 1)
      vazias.remove(CellReference(row: row.index, column: cell.column))
      var style = row.index == cabecalho ? Estilo.cabecalhoDeCopia : CellStyle()
      style.numberFormat = numberFormat(of: cell)
      if comProblema.contains(cell.column) { style.fill = Estilo.amarelo }
      celulas.append(
        GridDraft.Placed(
          row: row.index, column: cell.column,
          DraftCell(content(of: cell, in: row, dateSystem), style)))
    }
  }

  /// With the column of problems behind the last one that holds anything.
  func anotada() -> [GridDraft.Placed] {
    let ultima = max(largura, (vazias.map(\.column).max() ?? -1) + 1)
    var todas = celulas
    todas += vazias.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map {
      GridDraft.Placed(
        row: $0.row, column: $0.column, DraftCell(.blank, CellStyle(fill: Estilo.amarelo)))
    }
    if let cabecalho {
      todas.append(
        GridDraft.Placed(
          row: cabecalho, column: ultima, DraftCell(.text(coluna), Estilo.cabecalhoDeCopia)))
    }
    for (linha, notas) in porLinha.sorted(by: { $0.key < $1.key }) where linha != cabecalho {
      let texto = notas.map(\.texto).joined(separator: "; ")
      todas.append(
        GridDraft.Placed(row: linha, column: ultima, DraftCell(.text(texto.cabivel))))
    }
    return todas
  }

  private func content(of cell: Cell, in row: Row, _ dateSystem: DateSystem) -> CellContent {
    switch cell.kind {
    case .number, .elapsed: .number(cell.number, shown: "\(cell.number)")
    // The copy counts from 1900, 1462 days before the other system begins.
    case .date:
      .number(
        cell.number + (dateSystem == .from1904 ? 1462 : 0), shown: "00/00/0000 00:00")
    case .boolean: .boolean(cell.boolean)
    case .text, .error: .text(row.text(of: cell).cabivel)
    }
  }

  private func numberFormat(of cell: Cell) -> String {
    switch cell.kind {
    case .elapsed: "[h]:mm:ss"
    case .date where cell.number < 1: "hh:mm:ss"
    case .date:
      cell.number == cell.number.rounded(.down) ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm:ss"
    case .number, .boolean, .text, .error: ""
    }
  }
}

extension Estilo {
  fileprivate static let amarelo: UInt32 = 0xFFFF00
  fileprivate static let cabecalhoDeCopia = CellStyle(bold: true, fill: 0xE7EBF3)
}

extension String {
  /// As much of the text as a cell holds.
  fileprivate var cabivel: String {
    guard utf16.count > 32_767 else { return self }
    var cut = String(decoding: utf16.prefix(32_766), as: UTF16.self)
    if cut.last == "\u{FFFD}" { cut.removeLast() }
    return cut + "…"
  }
}
