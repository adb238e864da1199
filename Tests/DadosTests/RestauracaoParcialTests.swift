import Dominio
import DurableFiles
import FoundationEssentials
import Testing

@testable import Dados

/// Some files of the directory were set back, and others not: what came later is not forgotten.
/// Docs/regras.md §8
struct RestauracaoParcialTests {
  /// A base, and a second step over it. What each left is kept.
  private func doisPassos(
    _ segundo: (Pasta) throws -> Void, _ corpo: (Pasta, [String: Data]) throws -> Void
  ) throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia(), acao: .criarBase)
      let antes = try pasta.arvore()
      try segundo(pasta)
      try corpo(pasta, antes)
    }
  }

  private func mudar(_ pasta: Pasta) throws {
    try pasta.gravar(
      Base(
        competencia: Exemplo.mes(10),
        clientes: [Cliente(chave: try Exemplo.chave("ANA"), linhas: [4])]))
  }

  /// Verifying tells it, writing refuses, and nothing is changed.
  private func recusa(_ pasta: Pasta) throws {
    let erro = DadosError.estadoAntigo(caminho: pasta.acervo.estado, operacao: 1, vista: 2)
    let antes = try pasta.arvore()
    #expect(throws: erro) { try pasta.faturar() }
    #expect(throws: erro) { try pasta.desfazer() }
    #expect(try pasta.arvore() == antes)
    #expect(try pasta.acervo.conferir().achados.contains(.arquivo(erro)))
    let lido = try #require(try pasta.acervo.lerEstado())
    let auditoria = try Retrato(acervo: pasta.acervo, estado: lido).conferirAuditoria()
    #expect(
      auditoria.achados.contains { achado in
        if case .estadoAntigo(_, 1, 2) = achado { true } else { false }
      })
    #expect(!auditoria.inteira && auditoria.ehAntigo)
  }

  @Test func aBillIsNotForgottenWithTheStateAndTheBasesSetBack() throws {
    try doisPassos({ try $0.faturar() }) { pasta, antes in
      for nome in ["estado.json", "bases/2025-10.json"] {
        try pasta.trocar(nome, por: #require(antes[nome]))
      }
      try recusa(pasta)
    }
  }

  @Test func aBillIsNotForgottenWithTheStateSetBackAndTheBaseDeleted() throws {
    try doisPassos({ try $0.faturar() }) { pasta, antes in
      try pasta.trocar("estado.json", por: #require(antes["estado.json"]))
      try pasta.apagar("bases/2025-10.json")
      try recusa(pasta)
    }
  }

  /// State, log and records are of one time; the bases, and the reports if any, of a later one.
  @Test(arguments: [true, false])
  func aNewerBaseIsNotTakenForAnOlderOne(fatura: Bool) throws {
    try doisPassos({ fatura ? try $0.faturar() : try mudar($0) }) { pasta, antes in
      for nome in ["estado.json", "auditoria.jsonl"] {
        try pasta.trocar(nome, por: #require(antes[nome]))
      }
      try pasta.apagar("operacoes/000002.json")
      try recusa(pasta)
      #expect(
        throws: DadosError.estadoAntigo(caminho: pasta.acervo.estado, operacao: 1, vista: 2)
      ) { try pasta.base() }
    }
  }

  /// A copy that a killed process has not put in its place is of an earlier time, and is made good.
  @Test func anOlderBaseIsStillMadeGood() throws {
    try doisPassos(mudar) { pasta, antes in
      let certa = try #require(pasta.arvore()["bases/2025-10.json"])
      try pasta.trocar("bases/2025-10.json", por: #require(antes["bases/2025-10.json"]))
      #expect(try pasta.base()?.clientes.count == 1)
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.arvore()["bases/2025-10.json"] == certa)
    }
  }

  @Test func aReportIsNotPutOverAnotherFile() throws {
    try Pasta.com { pasta in
      _ = try Escrita(pasta.acervo)
      let nome = "relatorios/2025-10-recebimentos-0001.xlsx"
      try pasta.trocar(nome, por: Data("de outra pessoa".utf8))
      let antes = try pasta.arvore()
      #expect(throws: DadosError.relatorioAlterado(caminho: "\(pasta.raiz)/\(nome)", numero: 1)) {
        try pasta.faturar()
      }
      #expect(try pasta.arvore()[nome] == antes[nome])
      #expect(try pasta.acervo.lerEstado() == nil)
    }
  }

  @Test(arguments: [Data(), nil])
  func aLogThatIsGoneIsNotAnEmptyOne(resto: Data?) throws {
    try doisPassos(mudar) { pasta, _ in
      if let resto {
        try pasta.trocar("auditoria.jsonl", por: resto)
      } else {
        try pasta.apagar("auditoria.jsonl")
      }
      #expect(throws: DadosError.auditoriaAlterada(caminho: pasta.acervo.auditoria)) {
        try pasta.acervo.retrato().auditoria()
      }
    }
  }
}
