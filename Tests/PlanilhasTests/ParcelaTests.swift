import Dominio
import Testing

@testable import Planilhas

/// `Numero_parcela`. Docs/regras.md §4
struct ParcelaTests {
  private func lido(_ valor: FakeWorkbook.Value?) throws -> Leitura<WeboPay.Registro> {
    try lerWeboPay([["ANA", valor, 100, "Pago", "pago"], ["BIA", 1, 200, "Pago", "pago"]])
  }

  @Test(arguments: [
    FakeWorkbook.Value.number(1), "1", "01", "001", "1/12", "01/12", "1 de 12", "1 / 12", " 1 ",
    "1 DE 12", "1  de  12", "1\u{A0}de\u{A0}12", "1\u{A0}/\u{A0}12", "\u{200B}1", "1/1", "1 de 1",
  ])
  func theFirst(valor: FakeWorkbook.Value) throws {
    let leitura = try lido(valor)
    #expect(leitura.registros.map(\.parcela) == [1, 1])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    (FakeWorkbook.Value.number(2), 2), ("2", 2), ("02/12", 2), ("12 de 12", 12), ("10", 10),
    ("11/12", 11), (.number(48), 48), ("1000", 1000),
  ])
  func laterOnes(valor: FakeWorkbook.Value, parcela: Int) throws {
    let leitura = try lido(valor)
    #expect(leitura.registros.map(\.parcela) == [parcela, 1])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    nil, FakeWorkbook.Value.text(" "), "única", "1ª", "1a", "1.0", "1,0", "1-12", "-1", "+1", "0",
    "00",
    "0/12", "13/12", "1/", "/12", "/", "1/2/3", "1 de", "de 12", "1de12", "1/x", "1 de 12 de 3",
    "1 12", "¹", "１", "99999999999999999999", .number(0), .number(-1), .number(1.5), .number(1e300),
    .number(.nan), .date(45992), .elapsed(1), .boolean(true), .error("#REF!"),
  ])
  func whatCannotBeReadIsARemarkAndLeavesTheRowOut(valor: FakeWorkbook.Value?) throws {
    let leitura = try lido(valor)
    #expect(leitura.registros.map(\.cliente) == [try chave("BIA")])
    #expect(leitura.avisos.map(\.lugar) == ["webopay.xlsx/Plan1/B2"])
    #expect(leitura.avisos.first?.mensagem.hasSuffix("; a linha ficou de fora") == true)
  }

  @Test func aRowWithoutANameIsNotMissed() throws {
    let leitura = try lerWeboPay([
      [nil, "única", 100, "Pago", "pago"], ["ANA", 1, 100, "Pago", "pago"],
    ])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    ("Pago", "pago", true), ("PAGO", " Pago ", true), ("pago\u{A0}", "pa\u{200B}go", true),
    ("Pago", "pendente", false), ("Pendente", "pago", false), ("Pago", "", false),
    ("", "pago", false),
    ("Pago parcial", "pago", false), ("Não pago", "pago", false), ("Pagó", "pago", false),
  ])
  func paidIsWhenBothSaySo(parcela: String, comissao: String, pago: Bool) throws {
    let leitura = try lerWeboPay([["ANA", 1, 100, .text(parcela), .text(comissao)]])
    #expect(leitura.registros.map(\.pago) == [pago])
    #expect(leitura.avisos.isEmpty)
  }

  @Test func bothStatusesAreToldWhenNeitherCanBeRead() throws {
    let leitura = try lerWeboPay([["ANA", 1, 100, .error("#N/A"), .boolean(true)]])
    #expect(leitura.registros.map(\.pago) == [false])
    #expect(leitura.avisos.map(\.celula) == ["D2", "E2"])
  }

  @Test func theSaleIsReadWhenThere() throws {
    let leitura = try lerWeboPay([
      ["ANA", 1, 100, "Pago", "pago", "Skill", 302, .date(45964), 12],
      ["BIA", 1, 100, "Pago", "pago", nil, nil, nil, nil],
      ["CAIO", 1, 100, "Pago", "pago", .boolean(true), .date(1), "ontem", "muitas"],
    ])
    #expect(
      leitura.registros.map(\.venda) == [
        WeboPay.Venda(
          dia: Dia(ano: 2025, mes: 11, dia: 3), empreendimento: "Skill", unidade: "302",
          parcelas: 12),
        WeboPay.Venda(), WeboPay.Venda(),
      ])
    #expect(leitura.registros.count == 3)
    #expect(leitura.avisos.compactMap(\.celula).sorted() == ["F4", "G4", "H4", "I4"])
  }
}
