import Conciliacao
import Dominio
import Testing

/// Which names can be made one, and in which months. Docs/regras.md §11
@Suite struct VinculoDeNomesTests {
  private func vinculo(_ nome: String, _ cliente: String) throws -> Vinculo {
    Vinculo(
      nome: try chave(nome), cliente: try chave(cliente), motivo: "mesma pessoa",
      dia: try dia("2025-11-03"), base: try mes("2025-10"))
  }

  private func outubro(_ vinculos: Vinculo...) throws -> Base {
    var base = try base("2025-10", cliente("BIA"), cliente("JOÃO"))
    base.vinculos = vinculos
    return base
  }

  @Test func aLinkIsWrittenFromItsMonthOn() throws {
    let joao = try vinculo("JOAO", "JOÃO")
    let bases = try [
      base("2025-12", cliente("JOAO"), cliente("JOÃO")), outubro(vinculo("ZE", "BIA")),
      base("2025-11", cliente("JOÃO")), base("2025-09", cliente("JOÃO")),
    ]
    let efeito = try vincular(joao, entre: bases)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-10", "2025-11"])
    #expect(efeito.bases.first?.vinculos.map(\.nome.texto) == ["JOAO", "ZE"])
    #expect(efeito.fora.map(\.mes.iso) == ["2025-12"])
    #expect(efeito.fora.map(\.motivo) == [.grafiaEhCliente])

    let desfeito = desvincular(joao, em: try mes("2025-10"), entre: efeito.bases)
    #expect(desfeito.bases.map(\.vinculos) == [[try vinculo("ZE", "BIA")], []])
    #expect(desvincular(joao, em: try mes("2025-10"), entre: bases).bases.isEmpty)
  }

  @Test func whatCannotBeOneIsRefused() throws {
    func recusa(_ novo: Vinculo, _ vinculos: Vinculo...) throws -> VinculoRecusado? {
      var base = try outubro()
      base.vinculos = vinculos
      do throws(VinculoRecusado) {
        _ = try vincular(novo, entre: [base])
        return nil
      } catch {
        return error
      }
    }
    #expect(try recusa(vinculo("BIA", "JOÃO")) == .grafiaEhCliente)
    #expect(try recusa(vinculo("JOAO", "ANA")) == .semCliente)
    let deBia = try vinculo("JOAO", "BIA")
    #expect(try recusa(vinculo("JOAO", "JOÃO"), deBia) == .deOutroCliente(chave("BIA")))
    #expect(try recusa(deBia, deBia) == .jaVinculado)
    // A client who has left the base, and had a spelling.
    let deAna = try vinculo("ANNA", "ANA")
    #expect(try recusa(vinculo("ANA", "BIA"), deAna) == .emCadeia(deAna))
    let doJoao = try vinculo("JOÃO", "BIA")
    #expect(try recusa(vinculo("JOAO", "JOÃO"), doJoao) == .emCadeia(doJoao))
    #expect(try recusa(vinculo("JOAO", "JOÃO"), vinculo("ZE", "JOÃO")) == nil)
  }
}
