import Dominio
import FoundationEssentials
import Testing

@testable import Dados

/// What can be taken back, and what stands in its way.
@Suite struct DesfazerTests {
  @Test("What depends on a dependent depends as well, and is told in the order to take it back")
  func dependencyIsTransitive() throws {
    try Pasta.com { pasta in
      let (outubro, novembro, dezembro) = (
        try Exemplo.vazia(), Base(competencia: try Exemplo.mes(11)),
        Base(competencia: try Exemplo.mes(12))
      )
      try pasta.gravar(outubro)
      try pasta.gravar(novembro, leu: [outubro.competencia])
      try pasta.gravar(dezembro, leu: [novembro.competencia])
      try pasta.gravar(Base(competencia: try Exemplo.mes(9)))
      let retrato = try pasta.acervo.retrato()
      let efeitos = Efeitos(try retrato.historico())
      let erro = #expect(throws: DesfazerError.self) { try efeitos.desfazer(1, em: retrato) }
      guard case .dependem(1, let outras) = erro else {
        Issue.record("\(String(describing: erro))")
        return
      }
      #expect(outras.map(\.numero) == [3, 2])
      for outra in outras { try pasta.desfazer(outra.numero) }
      try pasta.desfazer(1)
      #expect(try pasta.competencias() == [try Exemplo.mes(9)])
    }
  }

  @Test("A report that somebody has changed is neither thrown away nor written over")
  func changedReportIsKept() throws {
    try Pasta.com { pasta in
      try pasta.gravar(try Exemplo.vazia())
      try pasta.gravar(try Exemplo.cheia(), acao: .gerarRelatorio)
      let relatorio = "relatorios/2025-10-recebimentos-0001.xlsx"
      let certo = try #require(try pasta.arvore()[relatorio])
      let editado = Data("PK um relatório, com uma nota".utf8)
      let recusa = DadosError.relatorioAlterado(caminho: "\(pasta.raiz)/\(relatorio)", numero: 1)

      try pasta.trocar(relatorio, por: editado)
      let antes = try pasta.arvore()
      #expect(throws: recusa) { try pasta.desfazer() }
      #expect(try pasta.arvore() == antes)

      try pasta.apagar(relatorio)
      try pasta.desfazer()
      try pasta.trocar(relatorio, por: editado)
      #expect(throws: recusa) { try pasta.refazer() }
      #expect(try pasta.arvore()[relatorio] == editado)

      try pasta.apagar(relatorio)
      try pasta.refazer()
      #expect(try pasta.arvore()[relatorio] == certo)
    }
  }

  @Test("An operation notes the alerts that it raised, and a record without them is read")
  func alertsOfAnOperation() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.cheia()
      var passo = Exemplo.passo(base)
      passo.alertas = base.alertas.map(\.identidade).reversed()
      try Escrita(pasta.acervo).gravar(passo)
      let lida = try #require(try pasta.acervo.retrato().historico().first)
      #expect(lida.alertas == base.alertas.map(\.identidade))
      #expect(lida.alertas.map(\.tipo.numero) == Array(1...9))

      let semAlertas = String(decoding: OperacaoGravada.bytes(lida), as: UTF8.self)
        .replacing(#/  "alertas": \[[^\]]*\],\n/#, with: "")
      #expect(!semAlertas.contains("alertas"))
      let antiga = try pasta.acervo.operacao(Array(semAlertas.utf8), caminho: "1")
      #expect(antiga.alertas.isEmpty)
      #expect(antiga.numero == lida.numero)
    }
  }
}
