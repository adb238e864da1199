import Dominio
import FoundationEssentials
import Testing

@testable import Relatorios
@testable import Spreadsheets

/// A copy with what is wrong, read back by our own reader.
struct CopiaAnotadaTests {
  private let rows: [[FakeWorkbook.Value?]] = [
    [.text("Título")], [.text("NOME"), .text("VALOR"), .text("DATA")],
    [.text("ANA"), .text("=1+1"), .date(45_964)], [],
    [.text("BETO"), nil, .error("#N/A")],
  ]

  private func nota(_ linha: Int, _ coluna: Int, _ texto: String) -> CopiaAnotada.Nota {
    .init(celula: CellReference(row: linha, column: coluna), texto)
  }

  private func copia(
    _ workbook: FakeWorkbook, _ notas: [CopiaAnotada.Nota], cabecalho: Int? = 1
  ) throws -> CopiaAnotada {
    try CopiaAnotada(
      de: try #require(workbook.sheets.first), em: workbook, cabecalho: cabecalho, notas: notas,
      arquivo: "g.xls", dia: try Exemplo.dia("2025-11-03"))
  }

  /// The cells of each sheet as `place kind text`.
  private func relida(_ copia: CopiaAnotada) throws -> [(nome: String, celulas: [String])] {
    try comPasta { pasta in
      try copia.write(to: "\(pasta)/c.xlsx")
      #expect(CopiaAnotada.isCopy("\(pasta)/c.xlsx"))
      let workbook = try openWorkbook(ByteSource(path: "\(pasta)/c.xlsx"))
      return try workbook.sheets.map { sheet in
        var celulas: [String] = []
        try workbook.readRows(of: sheet) { row in
          celulas += row.cells.map { cell in
            let lugar = CellReference(row: row.index, column: cell.column)
            let texto = cell.kind == .text ? row.text(of: cell) : shortestText(of: cell.number)
            return "\(lugar) \(cell.kind) \(texto)"
          }
          return .proceed
        }
        return (sheet.name, celulas)
      }
    }
  }

  private func comPasta<Result>(_ body: (String) throws -> Result) throws -> Result {
    let pasta = FileManager.default.temporaryDirectory.appending(
      path: "CopiaAnotadaTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: pasta, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: pasta) }
    return try body(pasta.path)
  }

  @Test func theDataStandWhereTheyStoodWithTheProblemsBesideThem() throws {
    let abas = try relida(
      copia(
        FakeWorkbook([.init(name: "Plan1", rows: rows)]),
        [nota(2, 1, "não é valor"), nota(4, 2, "não é data"), nota(4, 1, "vazia")]))
    #expect(abas.map(\.nome) == ["Plan1", "Problemas"])
    #expect(
      abas.first?.celulas == [
        "A1 text Título", "A2 text NOME", "B2 text VALOR", "C2 text DATA", "D2 text Problema",
        "A3 text ANA", "B3 text =1+1", "C3 date 45964", "D3 text não é valor",
        "A5 text BETO", "C5 text #N/A", "D5 text não é data; vazia",
      ])
    #expect(abas.last?.celulas.contains("A5 text B3") == true)
  }

  /// The copy of a copy: the old problems are gone, the column is the same.
  @Test func anAnnotatedCopyIsAnnotatedAgainInItsPlace() throws {
    var rows = rows
    rows[1].append(.text("Problema"))
    rows[2].append(.text("velho"))
    let abas = try relida(
      copia(FakeWorkbook([.init(name: "Problemas", rows: rows)]), [nota(2, 0, "novo")]))
    #expect(abas.map(\.nome) == ["Problemas", "Problemas (2)"])
    #expect(
      abas.first?.celulas.filter { $0.hasPrefix("D") } == ["D2 text Problema", "D3 text novo"])
  }

  @Test func aSheetWithoutAHeaderIsCopiedAsItIs() throws {
    let abas = try relida(
      copia(
        FakeWorkbook([.init(name: "a/b:[c]?*", rows: rows)]), [.init(celula: nil, "sem cabeçalho")],
        cabecalho: nil))
    #expect(abas.map(\.nome) == ["a_b__c___", "Problemas"])
    #expect(abas.last?.celulas.contains("A5 text arquivo") == true)
    #expect(abas.first?.celulas.contains { $0.contains("Problema") } == false)
  }

  @Test func aTextLongerThanACellIsCut() throws {
    let longo = String(repeating: "x", count: 40_000)
    let abas = try relida(copia(FakeWorkbook([.init(name: "P", rows: rows)]), [nota(2, 0, longo)]))
    let celula = try #require(abas.first?.celulas.first { $0.hasPrefix("D3") })
    #expect(celula.utf16.count == "D3 text ".count + 32_767)
  }

  @Test func anotherWorkbookIsNoCopy() throws {
    try comPasta { pasta in
      try RelatorioDeRecebimentos.write(
        Recebimentos(), cabecalho: Exemplo.cabecalho(), to: "\(pasta)/r.xlsx")
      #expect(!CopiaAnotada.isCopy("\(pasta)/r.xlsx"))
      #expect(!CopiaAnotada.isCopy("\(pasta)/nada.xlsx"))
    }
  }
}
