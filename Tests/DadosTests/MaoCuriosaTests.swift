import Dominio
import DurableFiles
import FoundationEssentials
import Glibc
import Testing

@testable import Dados

/// What somebody did to the data directory behind the program's back. Docs/regras.md §8
struct MaoCuriosaTests {
  /// A directory with two steps: a base, and the report that bills it.
  private func faturada(_ corpo: (Pasta) throws -> Void) throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia(), acao: .criarBase)
      try pasta.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      try corpo(pasta)
    }
  }

  private static let copia = "bases/2025-10.json"
  private static let relatorio = "relatorios/2025-10-recebimentos-0001.xlsx"

  @Test func aBaseEditedByHandIsRefusedAndNotWrittenOver() throws {
    try faturada { pasta in
      try pasta.trocar(Self.copia, por: Data("{}".utf8))
      let antes = try pasta.arvore()
      let caminho = pasta.acervo.caminho(try Exemplo.mes(10))
      #expect(throws: DadosError.alterado(caminho: caminho)) { try pasta.base() }
      #expect(throws: DadosError.alterado(caminho: caminho)) { try pasta.desfazer() }
      #expect(throws: DadosError.alterado(caminho: caminho)) { try pasta.gravar(Exemplo.vazia()) }
      #expect(try pasta.arvore()[Self.copia] == antes[Self.copia])
      #expect(try pasta.acervo.retrato().operacao == 2)

      try pasta.apagar(Self.copia)
      #expect(try pasta.base() == Exemplo.cheia())
    }
  }

  @Test func aBaseOfAnUnknownMonthIsNotPassedOver() throws {
    try faturada { pasta in
      try pasta.trocar("bases/2025-09.json", por: Data("{}".utf8))
      let caminho = pasta.acervo.caminho(try Exemplo.mes(9))
      #expect(throws: DadosError.desconhecido(caminho: caminho)) { try pasta.bases() }
      #expect(throws: DadosError.desconhecido(caminho: caminho)) {
        try pasta.gravar(Base(competencia: Exemplo.mes(9)))
      }
    }
  }

  @Test func aCopyThatIsGoneOrOldIsMadeGoodByTheNextWriter() throws {
    try faturada { pasta in
      let certa = try pasta.arvore()
      try pasta.apagar(Self.copia)
      try pasta.apagar(Self.relatorio)
      #expect(try pasta.base() == Exemplo.cheia())
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.arvore() == certa)

      try pasta.trocar(Self.copia, por: Data(Exemplo.bytes(Exemplo.vazia())))
      #expect(try pasta.base() == Exemplo.cheia())
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.arvore() == certa)
    }
  }

  /// A copy that failed in one step was left as it was when the step after it told of another month.
  @Test func aCopyOfAnEarlierStepIsMadeGood() throws {
    try faturada { pasta in
      try pasta.gravar(Base(competencia: Exemplo.mes(11)), acao: .criarBase)
      let certa = try pasta.arvore()
      try pasta.trocar(Self.copia, por: Data(Exemplo.bytes(Exemplo.vazia())))
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.arvore() == certa)
    }
  }

  private func objeto(_ pasta: Pasta, _ sha256: String?) throws -> String {
    let caminho = pasta.acervo.objetos.path(of: try #require(sha256))
    return String(caminho.dropFirst(pasta.raiz.count + 1))
  }

  @Test func aMissingVersionComesBackFromItsCopy() throws {
    try faturada { pasta in
      let certa = try pasta.arvore()
      let retrato = try pasta.acervo.retrato()
      try pasta.apagar(try objeto(pasta, retrato.sha256(Exemplo.mes(10))))
      #expect(try pasta.base() == Exemplo.cheia())
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.arvore() == certa)
    }
  }

  @Test func aMissingVersionWithoutACopyIsTold() throws {
    try faturada { pasta in
      let operacao = try #require(try pasta.acervo.retrato().historico().last)
      let antiga = try #require(operacao.gravou[Exemplo.mes(10)]?.antes)
      try pasta.apagar(try objeto(pasta, antiga))
      let caminho = pasta.acervo.objetos.path(of: antiga)
      #expect(try pasta.base() == Exemplo.cheia())
      #expect(throws: DadosError.perdido(caminho: caminho)) { try pasta.desfazer() }
      #expect(try pasta.acervo.retrato().operacao == 2)
    }
  }

  @Test func aDamagedVersionIsKeptAnew() throws {
    try Pasta.com { pasta in
      let objetos = pasta.acervo.objetos
      try makePrivateDirectory(objetos.root)
      let sha256 = try objetos.put(Array("conteúdo".utf8))
      try pasta.trocar(try objeto(pasta, sha256), por: Data("estragado".utf8))
      #expect(try objetos.get(sha256) == nil)
      try objetos.put(Array("conteúdo".utf8))
      #expect(try objetos.get(sha256) == Array("conteúdo".utf8))
    }
  }

  @Test(arguments: [1, 2, 3])
  func aStateThatIsGoneStopsEverything(operacoes: Int) throws {
    try Pasta.com { pasta in
      for numero in 1...operacoes {
        try pasta.gravar(numero == 2 ? Exemplo.vazia() : Exemplo.cheia())
      }
      try pasta.apagar("estado.json")
      let antes = try pasta.arvore()
      let semEstado = DadosError.semEstado(caminho: "\(pasta.raiz)/estado.json")
      #expect(throws: semEstado) { try pasta.bases() }
      #expect(throws: semEstado) { try pasta.gravar(Exemplo.cheia()) }
      #expect(try pasta.arvore() == antes)
    }
  }

  /// Without its records the log is no leftover of a first step: it must not be cut to nothing.
  @Test func theLogOfAHistoryThatIsGoneIsNotCut() throws {
    try faturada { pasta in
      try pasta.apagar("estado.json")
      try pasta.apagar("operacoes")
      let antes = try pasta.arvore()
      #expect(throws: DadosError.semEstado(caminho: "\(pasta.raiz)/estado.json")) {
        try pasta.gravar(Exemplo.cheia())
      }
      #expect(try pasta.arvore() == antes)
    }
  }

  @Test func everyFlippedByteOfTheStateIsFound() throws {
    try faturada { pasta in
      let certo = try #require(pasta.arvore()["estado.json"])
      for lugar in certo.indices {
        var bytes = certo
        bytes[lugar] ^= 1
        try pasta.trocar("estado.json", por: bytes)
        #expect(throws: DadosError.self, "byte \(lugar)") { try pasta.bases() }
      }
      for tamanho in 0..<certo.count {
        try pasta.trocar("estado.json", por: certo.prefix(tamanho))
        #expect(throws: DadosError.self, "\(tamanho) bytes") { try pasta.bases() }
      }
    }
  }

  @Test(arguments: [true, false])
  func aLogThatWasCutOrRemovedIsNotWrittenTo(cut: Bool) throws {
    try faturada { pasta in
      let log = try #require(pasta.arvore()["auditoria.jsonl"])
      if cut {
        try pasta.trocar("auditoria.jsonl", por: log.dropLast(10))
      } else {
        try pasta.apagar("auditoria.jsonl")
      }
      let antes = try pasta.arvore()
      #expect(throws: DadosError.auditoriaAlterada(caminho: pasta.acervo.auditoria)) {
        try pasta.gravar(Exemplo.vazia())
      }
      #expect(try pasta.arvore()["auditoria.jsonl"] == antes["auditoria.jsonl"])
      #expect(try pasta.acervo.retrato().operacao == 2)
    }
  }

  /// What stands in the log beyond the last step is of a step that never became true.
  @Test func aTornTailOfTheLogIsCut() throws {
    try faturada { pasta in
      let certo = try #require(pasta.arvore()["auditoria.jsonl"])
      try pasta.trocar("auditoria.jsonl", por: certo + Data("{\"n\":99,\"oper".utf8))
      try pasta.gravar(Exemplo.cheia())
      let log = try #require(pasta.arvore()["auditoria.jsonl"])
      #expect(log.starts(with: certo))
      #expect(!String(decoding: log, as: UTF8.self).contains("\"n\":99"))
    }
  }

  /// Somebody removes the lock file while a process writes, and another begins to.
  @Test func aLockThatWasRemovedEndsTheStepBeforeItIsTrue() throws {
    try faturada { pasta in
      let primeira = try Escrita(pasta.acervo)
      try pasta.apagar(".trava")
      let segunda = try Escrita(pasta.acervo)
      #expect(throws: DadosError.emUso(pasta: pasta.raiz)) {
        try primeira.gravar(Exemplo.passo(Exemplo.vazia()))
      }
      try segunda.gravar(Exemplo.passo(Exemplo.vazia()))
      let historico = try pasta.acervo.retrato().historico()
      #expect(historico.map(\.numero) == [1, 2, 3])
    }
  }

  @Test func aClockThatGoesBackDoesNotChangeTheOrder() throws {
    try faturada { pasta in
      let base = try Exemplo.vazia()
      let ontem = Passo.Autoria(usuario: "rosa", momento: "1999-12-31T23:59:59Z")
      try Escrita(pasta.acervo).gravar(
        Passo(.executarControle, ontem, mes: base.competencia, bases: [base]))
      let historico = try pasta.acervo.retrato().historico()
      #expect(historico.map(\.numero) == [1, 2, 3])
      #expect(historico.last?.momento == "1999-12-31T23:59:59Z")
      try pasta.desfazer()
      #expect(try pasta.base() == Exemplo.cheia())
    }
  }
}

/// Two readers while a writer works. Docs/regras.md §8
struct LeitoresTests {
  @Test func aSnapshotStaysWhatItWas() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia(), acao: .criarBase)
      let primeiro = try pasta.acervo.retrato()
      try pasta.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      let segundo = try pasta.acervo.retrato()
      try pasta.desfazer()
      try pasta.desfazer(1)
      #expect(try primeiro.bases() == [Exemplo.vazia()])
      #expect(try segundo.bases() == [Exemplo.cheia()])
      #expect(try segundo.historico().count == 2)
      #expect(try pasta.bases() == [])
    }
  }

  /// The first step in a directory without a history changes a base that is being read.
  @Test func aSnapshotOfADirectoryWithoutAHistoryStaysWhatItWas() throws {
    try Pasta.com { pasta in
      try pasta.por(Exemplo.vazia())
      let retrato = try pasta.acervo.retrato()
      var base = try Exemplo.cheia()
      base.relatorios = []
      try pasta.gravar(base)
      #expect(try retrato.base(Exemplo.mes(10)) == Exemplo.vazia())
      #expect(try pasta.base() == base)
    }
  }

  @Test func aDirectoryWithBaseFilesOnlyIsTakenOverAsItStands() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.cheia()
      try pasta.por(base)
      let bytes = try Exemplo.bytes(base)
      #expect(try pasta.base() == base)
      #expect(try pasta.acervo.retrato().proximoRelatorio() == 2)
      try pasta.gravar(Base(competencia: Exemplo.mes(11)), acao: .criarBase, leu: [Exemplo.mes(10)])
      #expect(try pasta.base() == base)
      #expect(try pasta.acervo.retrato().proximoRelatorio() == 2)
      #expect(try pasta.acervo.guardado(sha256(of: bytes)) == bytes)
      try pasta.desfazer()
      #expect(try pasta.bases() == [base])
      #expect(try pasta.arvore()["bases/2025-10.json"] == Data(bytes))
    }
  }
}
