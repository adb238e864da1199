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
    let efeito = try vincular(joao, entre: bases, operacao: 7)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-10", "2025-11"])
    #expect(efeito.bases.first?.vinculos.map(\.nome.texto) == ["JOAO", "ZE"])
    #expect(efeito.fora.map(\.mes.iso) == ["2025-12"])
    #expect(efeito.fora.map(\.motivo) == [.grafiaEhCliente])

    let desfeito = desvincular(joao, em: try mes("2025-10"), entre: efeito.bases, operacao: 9)
    #expect(desfeito.bases.map(\.vinculos) == [[try vinculo("ZE", "BIA")], []])
    #expect(desvincular(joao, em: try mes("2025-10"), entre: bases, operacao: 9).bases.isEmpty)
  }

  @Test func whatCannotBeOneIsRefused() throws {
    func recusa(_ novo: Vinculo, _ vinculos: Vinculo...) throws -> VinculoRecusado? {
      var base = try outubro()
      base.vinculos = vinculos
      do throws(VinculoRecusado) {
        _ = try vincular(novo, entre: [base], operacao: 7)
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

  // MARK: - What was decided on the other spelling

  private func decidida(
    _ nome: String, _ status: Status = .desconto, em iso: String = "2025-10"
  ) throws -> Base {
    let efeito = decidir(
      try chave(nome), status, valor: .zero, motivo: "combinado", dia: try dia("2025-11-03"),
      em: try mes(iso), entre: [try base(iso, cliente(nome))], operacao: 3)
    return try #require(efeito.bases.first)
  }

  private func emNovembro() throws -> Vinculo {
    Vinculo(
      nome: try chave("LAYS"), cliente: try chave("LAIS"), motivo: "mesma pessoa",
      dia: try dia("2025-12-03"), base: try mes("2025-11"))
  }

  private func novembro() throws -> Base {
    var base = try base("2025-11", cliente("LAIS", .financiado, valor: "331.48"))
    base.alertas = [
      Alerta(
        .financiadoNoWebopay, cliente: try chave("LAIS"), planilha: .webopay, descricao: "x",
        serie: 1)
    ]
    return base
  }

  @Test("A decision on one spelling was lost to the other, which was billed")
  func aDecisionFollowsTheLink() throws {
    let outubro = try decidida("LAYS")
    let efeito = try vincular(
      try emNovembro(), entre: [outubro, try novembro()], operacao: 7)
    let vinculada = try #require(efeito.bases.first)
    let lais = try vinculada.cliente("LAIS")
    #expect(lais.situacao.status == .desconto)
    #expect(lais.decisao?.base == outubro.competencia)
    #expect(lais.decisao?.regras.status == .financiado)
    #expect(efeito.comDecisao.map(\.iso) == ["2025-11"])
    #expect(efeito.alertas.map(\.description) == ["2511-1"])

    let desfeito = desvincular(
      try emNovembro(), em: try mes("2025-11"), entre: [outubro, vinculada], operacao: 9)
    #expect(try desfeito.bases.first?.cliente("LAIS").situacao.status == .financiado)
    #expect(desfeito.alertas.map(\.description) == ["2511-1"])
  }

  @Test("Deciding, and taking it back, reaches the months in which the client has the other name")
  func laterDecisionsFollowTheLink() throws {
    let outubro = try base("2025-10", cliente("LAYS"))
    let vinculada = try #require(
      try vincular(try emNovembro(), entre: [outubro, try novembro()], operacao: 7).bases.first)
    let efeito = decidir(
      try chave("LAYS"), .desconto, valor: .zero, motivo: "x", dia: try dia("2025-12-04"),
      em: outubro.competencia, entre: [outubro, vinculada], operacao: 8)
    #expect(efeito.bases.map(\.competencia.iso) == ["2025-10", "2025-11"])
    #expect(try efeito.bases.last?.cliente("LAIS").situacao.status == .desconto)
    let retirada = retirarDecisao(
      try chave("LAYS"), motivo: "x", em: outubro.competencia, entre: efeito.bases, operacao: 9)
    #expect(try retirada.bases.last?.cliente("LAIS").situacao.status == .financiado)
  }

  @Test("Two decisions that contradict each other cannot be linked; two that agree can")
  func contradictingDecisionsAreRefused() throws {
    let outubro = try decidida("LAYS")
    let propria = try decidida("LAIS", .desistiu, em: "2025-11")
    let (uma, outra) = (
      try #require(outubro.clientes[0].decisao), try #require(propria.clientes[0].decisao)
    )
    #expect(throws: VinculoRecusado.decisoesDiferentes(daGrafia: uma, doCliente: outra)) {
      try vincular(try emNovembro(), entre: [outubro, propria], operacao: 7)
    }
    let igual = try decidida("LAIS", em: "2025-11")
    let efeito = try vincular(try emNovembro(), entre: [outubro, igual], operacao: 7)
    #expect(efeito.bases.first?.clientes == igual.clientes)
    #expect(efeito.comDecisao.isEmpty)
    // Decided anew after the link's month: that stays.
    var dezembro = try decidida("LAIS", .desistiu, em: "2025-12")
    dezembro.vinculos = []
    let depois = try vincular(
      try emNovembro(), entre: [outubro, try novembro(), dezembro], operacao: 7)
    #expect(depois.comDecisao.map(\.iso) == ["2025-11"])
    #expect(depois.bases.last?.clientes == dezembro.clientes)
  }

  /// September linked the names; October had the spelling, and decided on it; December has neither
  /// the spelling nor a decision of its own.
  @Test("A base made later inherits the decision under the linked name too")
  func aNewBaseInheritsAlongTheLink() throws {
    var novembro = try base("2025-11", cliente("BIA"))
    novembro.vinculos = [try emNovembro()]
    let criacao = criarBase(
      try mes("2025-12"), registros: [try noAcompanhamento("LAIS", linha: 4)], anterior: nil,
      outras: [try base("2025-09", cliente("LAIS")), try decidida("LAYS"), novembro])
    #expect(criacao.base.clientes.map(\.situacao.status) == [.desconto])
    #expect(criacao.decididosPorVinculo.map(\.cliente.texto) == ["LAIS"])
    #expect(criacao.decididosPorVinculo.map(\.nome.texto) == ["LAYS"])
  }
}
