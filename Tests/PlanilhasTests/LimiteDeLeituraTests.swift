import Spreadsheets
import Testing

@testable import Planilhas

@Suite struct LimiteDeLeituraTests {
  static let limits: [Limit] = [
    .fileSize(1), .zipEntries(1), .inflatedPart(1), .inflatedTotal(1), .compressionRatio(1),
    .xmlDepth(1), .htmlDepth(1), .xmlAttributes(1), .xmlNames(1), .xmlTag(1), .textLength(1),
    .rows(1),
    .columns(1), .sheets(1),
    .sharedTexts(1), .textRatio(1), .blankCells(1),
  ]

  @Test func `every limit has a key of its own, and every key a limit`() {
    let keys = Self.limits.map(\.chave.chave)
    #expect(Set(keys).count == keys.count)
    #expect(Set(keys) == Set(LimiteDeLeitura.todos.map(\.chave)))
  }

  @Test(arguments: LimiteDeLeitura.todos.indices)
  func `a key changes its own limit and no other, and what holds is within its range`(index: Int) {
    let key = LimiteDeLeitura.todos[index]
    let usual = Limits()
    #expect(key.faixa.contains(key.valor(em: usual)))
    for value in [key.faixa.lowerBound, key.faixa.upperBound] {
      var limits = usual
      key.mudar(&limits, para: value)
      #expect(key.valor(em: limits) == value)
      for other in LimiteDeLeitura.todos where other.chave != key.chave {
        #expect(other.valor(em: limits) == other.valor(em: usual))
      }
    }
  }

  @Test(arguments: limits)
  func `a message names the limit and the key that raises it`(limit: Limit) {
    let message = SpreadsheetError.beyond(limit, part: "xl/a.xml").explicacao
    #expect(message.contains("\"xl/a.xml\""))
    #expect(message.contains("`limites.\(limit.chave.chave)`"))
    #expect(message.contains("mais de"))
  }

  @Test func `a name of any length is cut in messages`() {
    let error = SpreadsheetError.damaged(.missing, part: String(repeating: "a", count: 60_000))
    #expect(error.explicacao.count < 300)
  }
}
