import Testing

@testable import Spreadsheets

/// A workbook that says what a test wants, without a file.
final class FakeWorkbook: Workbook {
  enum Value {
    case text(String)
    case number(Double)
    case date(Double)
    case error(String)
  }

  struct Content {
    var name: String
    var visibility = Sheet.Visibility.visible
    /// From row 1 on; a nil is a cell without a value.
    var rows: [[Value?]]
  }

  var contents: [Content]
  var failure: SpreadsheetError?
  let format = WorkbookFormat.xlsx
  let dateSystem = DateSystem.from1900

  init(_ contents: [Content]) { self.contents = contents }

  var sheets: [Sheet] {
    contents.enumerated().map {
      Sheet(name: $0.element.name, visibility: $0.element.visibility, index: $0.offset)
    }
  }

  func readRows(of sheet: Sheet, _ body: (Row) -> Flow) throws(SpreadsheetError) {
    if let failure { throw failure }
    var builder = RowBuilder(
      sharedTexts: TextArena(shared: true), limits: Limits(), part: "", fileSize: 0)
    for (index, values) in contents[sheet.index].rows.enumerated() {
      try builder.begin(row: index)
      for (column, value) in values.enumerated() {
        switch value {
        case nil: break
        case .text(let text):
          try builder.append(.text(builder.rowTexts.append(Array(text.utf8)), column: column))
        case .number(let number): try builder.append(.number(number, column: column))
        case .date(let serial): try builder.append(.number(serial, kind: .date, column: column))
        case .error(let text):
          try builder.append(.error(builder.rowTexts.append(Array(text.utf8)), column: column))
        }
      }
      guard builder.deliver(to: body) == .proceed else { return }
    }
  }
}

extension FakeWorkbook.Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral {
  init(stringLiteral text: String) { self = .text(text) }
  init(floatLiteral number: Double) { self = .number(number) }
}

extension FakeWorkbook {
  /// What the report of `Exemplo` must read as.
  static func exemplo() -> FakeWorkbook {
    FakeWorkbook([
      Content(
        name: "A Receber",
        rows: [
          ["Comissões a receber", nil, nil, nil, "Desistências →"],
          ["Base Outubro/2025 · Relatório nº 7 · 03/11/2025"],
          [
            "Comissões de 3 clientes a receber. 1 cliente sem valor de comissão está marcado REVISAR, fora do total. Há R$ 500,10 a devolver, na aba Desistências."
          ],
          [
            "Fontes: Acompanhamento (ACOMPANHAMENTO_SKILL_2025.xlsx) · Gestores (COMISSÕES_GESTORES.xlsx) · EPR (EPR_03-11-25.xls)"
          ],
          ["Dias desde a assinatura:", "31 a 60 dias", "61 a 90 dias", "mais de 90 dias"],
          ["Cliente", "Empreendimento", "Contrato", "Data de assinatura", "Valor"],
          [
            "ANTONIA GIULIA", "Residencial Jardim das Acácias", "855553281234", .date(45960),
            1234.56,
          ],
          ["JOÃO DA SILVA", "Skill", "0012", .date(45945), "REVISAR"],
          ["LEVI", "=HYPERLINK(\"http://x\")", "@contrato", .date(45932), 331.48],
          ["ÉRICA <&> \"SOUZA\"", nil, nil, nil, 0.01],
          ["Total", nil, nil, nil, 1566.05],
        ]),
      Content(
        name: "Desistências",
        rows: [
          ["Desistências", nil, nil, "← A Receber"],
          ["Base Outubro/2025 · Relatório nº 7 · 03/11/2025"],
          ["2 desistências. 2 clientes já faturados têm valor a devolver."],
          [],
          ["Cliente", "Situação", "Observação", "Valor a devolver"],
          ["CARLA", "Desistiu", "Cliente fez distrato", 500.0],
          ["DAVI", "Desistiu", "Cliente fez distrato", nil],
          ["EVA", "Desconto", "Cliente recebeu desconto de comissão", 0.1],
          ["Total", nil, nil, 500.1],
        ]),
    ])
  }
}
