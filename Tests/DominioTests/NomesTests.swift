import Dominio
import Testing

@Suite struct NomesTests {
  @Test("The terminal told 5473 clients where the page told 5.473")
  func countsAreGrouped() {
    #expect(contagem(1, "cliente", "clientes") == "1 cliente")
    #expect(contagem(5473, "cliente", "clientes") == "5.473 clientes")
    #expect(contagem(-1_234_567, "cliente", "clientes") == "-1.234.567 clientes")
    #expect(milhares(0) == "0" && milhares(.min).hasPrefix("-9.223."))
  }
}
