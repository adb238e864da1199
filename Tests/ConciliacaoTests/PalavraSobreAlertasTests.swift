import Conciliacao
import Dominio
import Testing

/// What a person says of alerts. Docs/regras.md §10
@Suite struct PalavraSobreAlertasTests {
  private let resolvido = PalavraSobreAlerta(.encerrar(.resolvido), motivo: "já recebida")
  private let reaberto = PalavraSobreAlerta(.reabrir, motivo: "engano")

  private func outubro(_ desfechos: Desfecho?...) throws -> Base {
    var base = try base("2025-10")
    base.alertas = try desfechos.enumerated().map { lugar, desfecho in
      Alerta(
        .formaDesconhecida, cliente: try chave("ANA \(lugar)"), planilha: .gestores,
        descricao: "x", serie: lugar + 1, desfecho: desfecho)
    }
    return base
  }

  @Test func whatIsEndedSaysByWhomAndWhy() throws {
    var base = try outubro(nil, nil)
    base.ouvir([2: resolvido], operacao: 7)
    #expect(
      base.alertas.map(\.desfecho) == [
        nil, Desfecho(.resolvido, motivo: "já recebida", autor: .pessoa, operacao: 7),
      ])
  }

  @Test func whatIsReopenedSaysWhy() throws {
    var base = try outubro(
      Desfecho(.falsoPositivo, motivo: "x", autor: .mesAnterior, operacao: 2))
    base.ouvir([1: reaberto], operacao: 8)
    #expect(base.alertas.map(\.situacao) == [.pendente])
    #expect(base.alertas.map(\.reabertura) == ["reaberto na operação 8: engano"])
  }

  @Test func aWordThatWouldChangeNothingChangesNothing() throws {
    let fim = Desfecho(.resolvido, motivo: "x", autor: .pessoa, operacao: 2)
    let sozinho = Desfecho(.resolvido, motivo: "x", autor: .naoSeRepete, operacao: 2)
    let base = try outubro(fim, nil, sozinho)
    var ouvida = base
    ouvida.ouvir([1: resolvido, 2: reaberto, 3: reaberto, 9: resolvido], operacao: 7)
    #expect(ouvida == base)
    #expect(base.alertas[0].recusa(.encerrar(.falsoPositivo)) == .jaEncerrado(fim))
    #expect(base.alertas[1].recusa(.reabrir) == .jaAberto)
    #expect(base.alertas[2].recusa(.reabrir) == .naoSeRepete(sozinho))
    #expect(base.alertas[1].recusa(.encerrar(.resolvido)) == nil)
    #expect(base.alertas[0].recusa(.reabrir) == nil)
  }

  @Test func theWorstComeFirst() throws {
    let alertas = try [
      TipoDeAlerta.gestoresNaoBase, .formaDesconhecida, .webopayNaoBase, .pixNaoConfirmado,
    ].enumerated().map { lugar, tipo in
      Alerta(
        tipo, cliente: try chave("ANA"), planilha: .gestores, descricao: "x", serie: lugar + 1)
    }
    #expect(alertas.sorted(by: Alerta.piorPrimeiro).map(\.tipo.numero) == [3, 9, 1, 2])
    #expect(TipoDeAlerta.piorPrimeiro.map(\.numero) == [3, 4, 5, 7, 9, 1, 2, 6, 8])
  }
}
