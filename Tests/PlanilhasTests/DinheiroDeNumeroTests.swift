import Dominio
import Testing

@testable import Planilhas

/// Amounts in numeric cells: the shortest decimal that round-trips. Docs/regras.md §4
struct DinheiroDeNumeroTests {
  private func lido(_ valor: FakeWorkbook.Value) throws -> Leitura<Gestores.Registro> {
    try lerGestores([["ANA", "PIX", "ENTROU", valor]])
  }

  @Test(arguments: [
    (331.48050000000001, "331.4805"), (350.98050000000001, "350.9805"),
    (0.1 + 0.2, "0.30000000000000004"),
    (0.1, "0.1"), (500, "500"), (-350.98, "-350.98"), (0, "0"), (-0.0, "0"),
    (1e-17, "0.00000000000000001"), (5e-05, "0.00005"),
    (5.551115123125783e-17, "0.00000000000000005551115123125783"),
    (4_503_599_627_370.497, "4503599627370.497"), (999_999_999_999_999, "999999999999999"),
    (301.005, "301.005"), (250.125, "250.125"), (1234.565, "1234.565"),
  ])
  func amounts(numero: Double, valor: String) throws {
    let leitura = try lido(.number(numero))
    #expect(leitura.registros.first?.comissao?.texto == valor)
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [1e15, -1e15, 1e20, 1e300, -.greatestFiniteMagnitude, .infinity, .nan])
  func tooLargeForAnyCommission(numero: Double) throws {
    let leitura = try lido(.number(numero))
    #expect(leitura.registros.map(\.comissao) == [nil])
    #expect(leitura.avisos.map(\.lugar) == ["gestores.xlsx/Plan1/D2"])
    #expect(leitura.avisos.first?.mensagem.contains("é grande demais para um valor") == true)
  }

  /// What subtraction leaves of two equal amounts may be smaller than any decimal kept here; it
  /// must not be called too large.
  @Test(arguments: [1.2345678901234567e-30, 1e-300, -5e-200])
  func dustTooSmallToKeepIsNotCalledTooLarge(numero: Double) throws {
    let leitura = try lido(.number(numero))
    #expect(leitura.registros.map(\.comissao) == [nil])
    #expect(
      leitura.avisos.map(\.mensagem) == [
        "\(numero) é pequeno demais para um valor; COMISSÃO fica sem valor nesta linha"
      ])
  }

  @Test(arguments: [
    (FakeWorkbook.Value.date(45964), "a data 03/11/2025"), (.date(0.5), "uma hora sem dia"),
    (.date(-1), "-1"),
    (.elapsed(1.5), "uma duração"), (.boolean(true), "VERDADEIRO"), (.boolean(false), "FALSO"),
    (.error("#DIV/0!"), "o erro #DIV/0!"), (.error("#N/A"), "o erro #N/A"),
  ])
  func cellsOfOtherKinds(valor: FakeWorkbook.Value, descricao: String) throws {
    let leitura = try lido(valor)
    #expect(leitura.registros.map(\.comissao) == [nil])
    #expect(
      leitura.avisos == [
        Aviso(
          arquivo: "gestores.xlsx", aba: "Plan1", celula: "D2",
          mensagem: "\(descricao) não é um valor; COMISSÃO fica sem valor nesta linha")
      ])
  }
}
