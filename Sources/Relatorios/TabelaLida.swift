import Dominio
import Spreadsheets

/// What a cell says, in the words of the trade.
enum Conteudo: Equatable {
  case vazio
  case texto(String)
  case valor(Dinheiro)
  case dia(Dia)

  /// For the message of a difference.
  var mostrado: String {
    switch self {
    case .vazio: ""
    case .texto(let texto): texto
    case .valor(let valor): valor.emReais(casas: valor.casas)
    case .dia(let dia): dia.brasileiro
    }
  }
}

/// What a table of the written file says.
struct TabelaLida {
  struct Linha {
    /// As Excel shows it.
    let numero: Int
    /// Only cells that hold a value, by column.
    let celulas: [Int: Conteudo]
  }

  /// What stands above the header, cell by cell.
  let acima: [String]
  /// From below the header to the total; nil without a header.
  let linhas: [Linha]?

  /// - Parameter titulos: what stands in the header, from the first column on, and nothing else.
  init(
    _ sheet: Sheet, of workbook: any Workbook, titulos: [String]
  ) throws(RelatorioDeRecebimentos.Failure) {
    var above: [String] = []
    var rows: [Linha]?
    do throws(SpreadsheetError) {
      try workbook.readRows(of: sheet) { row in
        if rows != nil {
          rows?.append(Linha(row, dateSystem: workbook.dateSystem))
          return .proceed
        }
        let texts = row.cells.map { row.text(of: $0) }
        if row.cells.map(\.column) == Array(titulos.indices), texts == titulos {
          rows = []
        } else {
          above += texts
        }
        return .proceed
      }
    } catch {
      throw .reading(error)
    }
    acima = above
    linhas = rows
  }
}

extension TabelaLida.Linha {
  fileprivate init(_ row: Row, dateSystem: DateSystem) {
    numero = row.index + 1
    var contents: [Int: Conteudo] = [:]
    for cell in row.cells {
      contents[cell.column] = Conteudo(cell, of: row, dateSystem: dateSystem)
    }
    celulas = contents
  }
}

extension Conteudo {
  /// A kind of cell that the report never has becomes a text, which equals nothing expected.
  fileprivate init(_ cell: Cell, of row: Row, dateSystem: DateSystem) {
    switch cell.kind {
    case .number:
      let text = shortestText(of: cell.number)
      self = Dinheiro(text).map { .valor($0) } ?? .texto(text)
    case .date:
      let date = SerialDate(serial: cell.number, system: dateSystem)
      let dia = date.flatMap { Dia(ano: $0.year, mes: $0.month, dia: $0.day) }
      self = dia.map { .dia($0) } ?? .texto(shortestText(of: cell.number))
    case .text, .error: self = .texto(row.text(of: cell))
    case .boolean: self = .texto(cell.boolean ? "TRUE" : "FALSE")
    case .elapsed: self = .texto(shortestText(of: cell.number))
    }
  }
}
