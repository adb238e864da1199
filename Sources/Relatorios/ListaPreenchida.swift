import Dominio
package import Spreadsheets

/// A working list of alerts as it comes back, whichever program has saved it.
package struct ListaPreenchida: Sendable, Equatable {
  package struct Campo: Sendable, Equatable {
    /// Without white space at its ends; empty for a blank cell.
    package let texto: String
    /// As Excel writes it: `J12`.
    package let celula: String
  }

  /// A row below the header that says anything in the columns that are read.
  package struct Linha: Sendable, Equatable {
    package let numero: Campo
    package let decisao: Campo
    package let motivo: Campo
    package let marca: Campo
  }

  package let aba: String
  package let linhas: [Linha]

  /// Nil when no sheet has the header of such a list in its first rows.
  package init?(_ workbook: any Workbook) throws(SpreadsheetError) {
    for sheet in workbook.sheets {
      guard let cabecalho = try CabecalhoDeLista(sheet, of: workbook) else { continue }
      var linhas: [Linha] = []
      try workbook.readRows(of: sheet) { row in
        if row.index > cabecalho.linha, let linha = Linha(row, cabecalho) { linhas.append(linha) }
        return .proceed
      }
      aba = sheet.name
      self.linhas = linhas
      return
    }
    return nil
  }

  /// True for a workbook that is such a list.
  package static func isList(_ path: String) -> Bool {
    guard let workbook = try? openWorkbook(ByteSource(path: path)) else { return false }
    return (try? ListaPreenchida(workbook)) != nil
  }
}

/// Where the columns that are read stand.
private struct CabecalhoDeLista {
  /// How far down it is looked for: somebody may have put rows above.
  private static let ultimaLinha = 20

  let linha: Int
  let colunas: [ListaDeAlertas.Coluna: Int]

  init?(_ sheet: Sheet, of workbook: any Workbook) throws(SpreadsheetError) {
    var achado: CabecalhoDeLista?
    try workbook.readRows(of: sheet) { row in
      guard row.index <= Self.ultimaLinha else { return .stop }
      achado = CabecalhoDeLista(row)
      return achado == nil ? .proceed : .stop
    }
    guard let achado else { return nil }
    self = achado
  }

  private init?(_ row: Row) {
    var colunas: [ListaDeAlertas.Coluna: Int] = [:]
    for cell in row.cells {
      guard cell.kind == .text,
        let coluna = ListaDeAlertas.Coluna(titulo: row.text(of: cell).espacosDobrados),
        colunas[coluna] == nil
      else { continue }
      colunas[coluna] = cell.column
    }
    guard colunas.count == ListaDeAlertas.Coluna.allCases.count else { return nil }
    linha = row.index
    self.colunas = colunas
  }
}

extension ListaPreenchida.Linha {
  /// Nil for a row that says nothing there.
  fileprivate init?(_ row: Row, _ cabecalho: CabecalhoDeLista) {
    func campo(_ coluna: ListaDeAlertas.Coluna) -> ListaPreenchida.Campo {
      let lugar = cabecalho.colunas[coluna] ?? 0
      return .init(
        texto: row.cell(column: lugar).map { Self.texto($0, of: row) } ?? "",
        celula: CellReference(row: row.index, column: lugar).description)
    }
    let (numero, decisao) = (campo(.numero), campo(.decisao))
    let (motivo, marca) = (campo(.motivo), campo(.marca))
    guard ![numero, decisao, motivo, marca].allSatisfy(\.texto.isEmpty) else { return nil }
    self.init(numero: numero, decisao: decisao, motivo: motivo, marca: marca)
  }

  /// What the cell says; a number or a date that stands where a word belongs is told as it is.
  private static func texto(_ cell: Cell, of row: Row) -> String {
    switch cell.kind {
    case .text, .error: row.text(of: cell).espacosDobrados
    case .number, .date, .elapsed: shortestText(of: cell.number)
    case .boolean: cell.boolean ? "VERDADEIRO" : "FALSO"
    }
  }
}
