import Dominio
import Testing

@testable import ComissoesCLI

/// What a working list says of what an alert was like. Docs/regras.md §10
@Suite struct MarcaTests {
  private func marca(
    valor: String? = "QUITADO", linha: Int = 12, arquivo: String = "a.xlsx", mes: Int = 10,
    fim: Desfecho? = nil
  ) throws -> String {
    let alerta = Alerta(
      .formaDesconhecida, cliente: try #require(ChaveDeNome(nome: "ANA")), planilha: .gestores,
      descricao: "x",
      evidencias: [
        Evidencia(
          .gestores, "FORMA", linha: linha, valor: valor,
          lugar: Lugar(arquivo: arquivo, aba: "Plan1", celula: "H\(linha)"))
      ], desfecho: fim)
    return alerta.marca(na: try #require(Competencia(ano: 2025, mes: mes)))
  }

  @Test func anotherPlaceWithTheSameValueIsNoChange() throws {
    #expect(try marca() == marca(linha: 77, arquivo: "b.xlsx"))
  }

  @Test func anotherValueMonthOrStateIsOne() throws {
    let fim = Desfecho(.resolvido, motivo: "x", autor: .pessoa, operacao: 1)
    let marcas = try [
      marca(), marca(valor: "PERMUTA"), marca(valor: nil), marca(valor: ""), marca(mes: 11),
      marca(fim: fim),
    ]
    #expect(Set(marcas).count == marcas.count)
  }

  /// Programs that take `1234e567` for a number must not.
  @Test func itIsAWord() throws {
    #expect(try marca().wholeMatch(of: /v1-[0-9a-f]{16}/) != nil)
  }
}
