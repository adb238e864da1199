import Testing

@testable import Dominio

@Suite struct DiferencaTests {
  private func base(_ clientes: [(nome: String, linha: Int)]) throws -> Base {
    Base(
      competencia: try #require(Competencia(lendo: "2025-10")),
      clientes: try clientes.map {
        Cliente(chave: try #require(ChaveDeNome(nome: $0.nome)), linhas: [$0.linha])
      }.sorted { $0.chave < $1.chave })
  }

  /// One walk along both lists finds what looking up each name would.
  @Test func eachClientWhoDiffersIsFoundOnce() throws {
    let nomes = ["ANA", "BIA", "CAIO", "DAVI", "ÉRICA"]
    // Each name is missing, or has one of two rows, on either side: all nine ways, turned about.
    for shift in 0..<9 {
      let ways = nomes.indices.map { (place: $0, way: ($0 * 4 + shift) % 9) }
      let antes = try base(
        ways.filter { $0.way % 3 > 0 }.map { (nomes[$0.place], $0.way % 3) })
      let depois = try base(
        ways.filter { $0.way / 3 > 0 }.map { (nomes[$0.place], $0.way / 3) })
      let achadas = diferencas(de: antes, para: depois)
      let esperadas = ways.filter { $0.way % 3 != $0.way / 3 }
      #expect(achadas.map(\.cliente.texto) == esperadas.map { nomes[$0.place] })
      #expect(achadas.map { $0.antes?.linhas.first ?? 0 } == esperadas.map { $0.way % 3 })
      #expect(achadas.map { $0.depois?.linhas.first ?? 0 } == esperadas.map { $0.way / 3 })
      #expect(diferencas(de: nil, para: depois).count == depois.clientes.count)
      #expect(diferencas(de: antes, para: nil).count == antes.clientes.count)
    }
  }
}
