import Conciliacao
import Dominio
import Testing

/// Decisions on two names that a link makes one, and parts again. Docs/regras.md §11
@Suite struct DecisoesVinculadasTests {
  private func vinculo() throws -> Vinculo {
    Vinculo(
      nome: try chave("JOAO"), cliente: try chave("JOÃO"), motivo: "mesma pessoa",
      dia: try dia("2025-11-03"), base: try mes("2025-10"))
  }

  private func decidida(
    _ nome: String, _ status: Status = .desistiu, motivo: String = "x", em iso: String = "2025-09",
    entre bases: Base...
  ) throws -> [Base] {
    bases.trocando(
      decidir(
        try chave(nome), status, valor: .zero, motivo: motivo, dia: try dia("2025-11-03"),
        em: try mes(iso), entre: bases, operacao: 3
      ).bases)
  }

  /// September has both names, October only the client.
  private func vinculadas(_ setembro: Base) throws -> [Base] {
    let outubro = criarBase(
      try mes("2025-10"), registros: [try noAcompanhamento("JOÃO", linha: 4)], anterior: nil,
      outras: [setembro]
    ).base
    let bases = [setembro, outubro]
    return bases.trocando(try vincular(try vinculo(), entre: bases, operacao: 5).bases)
  }

  private func setembro() throws -> Base { try base("2025-09", cliente("JOAO"), cliente("JOÃO")) }

  private func desvinculadas(_ bases: [Base], em iso: String = "2025-10") throws -> [Base] {
    bases.trocando(
      desvincular(try vinculo(), em: try mes(iso), entre: bases, operacao: 6).bases)
  }

  private func retirada(_ nome: String, em iso: String = "2025-09", de bases: [Base]) throws
    -> [Base]
  {
    bases.trocando(
      retirarDecisao(
        try chave(nome), motivo: "errei", em: try mes(iso), entre: bases, operacao: 7
      ).bases)
  }

  @Test("Where both names had stood when it was taken, a decision outlived the link")
  func aDecisionLeavesWithItsName() throws {
    let bases = try vinculadas(decidida("JOAO", entre: setembro())[0])
    #expect(try bases[1].cliente("JOÃO").decisao?.nome == chave("JOAO"))
    let depois = try desvinculadas(bases)
    #expect(try depois[1].cliente("JOÃO").decisao == nil)
    #expect(try depois[1].cliente("JOÃO").situacao.status == .nulo)
    #expect(try depois[0].cliente("JOAO").decisao != nil)
  }

  @Test("A base made after the names were parted inherited the decision on the other name")
  func aLaterBaseInheritsByName() throws {
    let bases = try vinculadas(decidida("JOAO", entre: setembro())[0])
    // Parted in a month in which the client does not stand: October stays linked.
    var novembro = try base("2025-11", cliente("BIA"))
    novembro.vinculos = bases[1].vinculos
    let todas = try desvinculadas(bases + [novembro], em: "2025-11")
    #expect(try todas[1].cliente("JOÃO").decisao != nil)
    func dezembro(_ nomes: String...) throws -> Base {
      criarBase(
        try mes("2025-12"),
        registros: try nomes.enumerated().map { try noAcompanhamento($1, linha: $0 + 4) },
        anterior: nil, outras: todas
      ).base
    }
    #expect(try dezembro("JOÃO").cliente("JOÃO").decisao == nil)
    #expect(try dezembro("JOAO", "JOÃO").cliente("JOAO").decisao?.motivo == "x")
    #expect(try dezembro("JOAO", "JOÃO").cliente("JOÃO").decisao == nil)
  }

  @Test("Withdrawing one of two equal decisions withdrew the other name's too")
  func equalDecisionsAreTwo() throws {
    let propria = try decidida("JOÃO", entre: setembro())[0]
    let bases = try vinculadas(decidida("JOAO", entre: propria)[0])
    #expect(try bases[1].cliente("JOÃO").decisao?.nome == chave("JOÃO"))

    let semGrafia = try retirada("JOAO", de: bases)
    #expect(try semGrafia[0].cliente("JOAO").decisao == nil)
    #expect(try semGrafia[0].cliente("JOÃO").decisao != nil)
    #expect(try semGrafia[1].cliente("JOÃO").decisao?.nome == chave("JOÃO"))

    // Without the client's own, the spelling's holds where they are linked, and leaves with the link.
    let semPropria = try retirada("JOÃO", de: bases)
    #expect(try semPropria[0].cliente("JOÃO").decisao == nil)
    #expect(try semPropria[1].cliente("JOÃO").decisao?.nome == chave("JOAO"))
    #expect(try desvinculadas(semPropria)[1].cliente("JOÃO").decisao == nil)
    // Withdrawn too, it does not come back.
    let nenhuma = try retirada("JOÃO", em: "2025-10", de: semPropria)
    #expect(try nenhuma[1].cliente("JOÃO").situacao.status == .nulo)
  }

  @Test func anAlertThatTheOtherDecisionAnswersStaysEnded() throws {
    let propria = try decidida("JOÃO", motivo: "dele", entre: setembro())[0]
    var bases = try vinculadas(decidida("JOAO", entre: propria)[0])
    bases[1].alertas = [
      Alerta(
        .formaDesconhecida, cliente: try chave("JOÃO"), planilha: .gestores, descricao: "x",
        serie: 1,
        desfecho: Desfecho(.resolvido, motivo: "decisão manual: dele", autor: .decisao, operacao: 3)
      )
    ]
    let efeito = retirarDecisao(
      try chave("JOÃO"), motivo: "errei", em: try mes("2025-10"), entre: bases, operacao: 7)
    #expect(efeito.emSeuLugar?.motivo == "x")
    #expect(efeito.alertas.isEmpty)
    #expect(efeito.bases.first?.alertas.first?.desfecho?.motivo == "decisão manual: x")
  }

  @Test func whatIsSaidOfTheClientGoesBeforeWhatWasSaidOfASpelling() throws {
    let bases = try vinculadas(decidida("JOAO", entre: setembro())[0])
    let novas = bases.trocando(
      decidir(
        try chave("JOÃO"), .pago, valor: try reais("9"), motivo: "dele", dia: try dia("2025-11-04"),
        em: try mes("2025-09"), entre: bases, operacao: 8
      ).bases)
    #expect(try novas[1].cliente("JOÃO").decisao?.motivo == "dele")
    #expect(try novas[0].cliente("JOAO").decisao?.motivo == "x")
    #expect(try desvinculadas(novas)[1].cliente("JOÃO").decisao?.motivo == "dele")
  }
}

extension [Base] {
  /// With these in the places of their months.
  fileprivate func trocando(_ novas: [Base]) -> [Base] {
    map { base in novas.first { $0.competencia == base.competencia } ?? base }
  }
}
