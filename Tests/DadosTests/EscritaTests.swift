import Dados
import Dominio
import FoundationEssentials
import Glibc
import Testing

/// One step, one rename; one writer at a time. Docs/regras.md §8
struct EscritaTests {
  @Test func theSecondWriterIsTold() throws {
    try Pasta.com { pasta in
      let primeira = try Escrita(pasta.acervo)
      #expect(throws: DadosError.emUso(pasta: pasta.raiz)) { try Escrita(pasta.acervo) }
      // Readers never wait.
      let meses = try pasta.competencias()
      #expect(meses == [])
      withExtendedLifetime(primeira) {}
    }
  }

  @Test func theSecondWriterWaitsAsLongAsItIsTold() throws {
    try Pasta.com { pasta in
      let primeira = try Escrita(pasta.acervo)
      var avisos = 0
      let inicio = ContinuousClock.now
      #expect(throws: DadosError.emUso(pasta: pasta.raiz)) {
        try Escrita(pasta.acervo, esperar: 1) { avisos += 1 }
      }
      #expect(ContinuousClock.now - inicio >= .seconds(1))
      #expect(avisos == 1)
      withExtendedLifetime(primeira) {}
    }
  }

  @Test func theLockIsFreeAgain() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia())
      try pasta.gravar(Exemplo.cheia())
    }
  }

  @Test func everythingIsPrivate() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.cheia())
      for nome in try FileManager.default.subpathsOfDirectory(atPath: pasta.raiz) + ["."] {
        var status = stat()
        #expect(stat("\(pasta.raiz)/\(nome)", &status) == 0)
        let ehPasta = status.st_mode & S_IFMT == S_IFDIR
        #expect(status.st_mode & 0o7777 == (ehPasta ? 0o700 : 0o600), "\(nome)")
      }
    }
  }

  @Test func leftoversOfKilledProcessesAreSwept() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.cheia())
      let antes = try pasta.arvore()
      let objeto = try #require(antes.keys.first { $0.hasPrefix("objetos/") })
      for resto in [
        ".estado.json.4711.tmp", ".estado.json.old.4711.tmp", "bases/.2025-10.json.4711.tmp",
        "relatorios/.2025-10-recebimentos-0001.xlsx.4711.tmp", "operacoes/.000002.json.4711.tmp",
        "\(objeto.prefix(10))/.x.gz.4711.tmp", "relatorios/tmp.2v8v7U5GOM",
      ] { try pasta.trocar(resto, por: Data("x".utf8)) }
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.arvore() == antes)
    }
  }

  @Test func aReportAndItsBillsAreOneStep() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia())
      let operacao = try pasta.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      #expect(operacao.numero == 2)
      #expect(operacao.relatorio == 1)
      #expect(try pasta.base() == Exemplo.cheia())
      let relatorio = try #require(Exemplo.cheia().relatorios.first)
      let arquivo = URL(filePath: pasta.acervo.caminho(relatorio))
      #expect(try Array(Data(contentsOf: arquivo)) == Exemplo.workbook)
      let retrato = try pasta.acervo.retrato()
      #expect(try retrato.proximoRelatorio() == 2)
      #expect(try retrato.historico().map(\.numero) == [1, 2])
    }
  }

  /// The copy under `bases/` cannot take its place: the step is true even so, and the kept version
  /// is read.
  @Test func aFolderInThePlaceOfACopyDoesNotUndoTheStep() throws {
    try Pasta.com { pasta in
      let relatorio = try #require(Exemplo.cheia().relatorios.first)
      _ = try Escrita(pasta.acervo)
      #expect(mkdir(pasta.acervo.caminho(relatorio), 0o700) == 0)
      try pasta.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      #expect(try pasta.base() == Exemplo.cheia())

      #expect(rmdir(pasta.acervo.caminho(relatorio)) == 0)
      _ = try Escrita(pasta.acervo)
      let arquivo = URL(filePath: pasta.acervo.caminho(relatorio))
      #expect(try Array(Data(contentsOf: arquivo)) == Exemplo.workbook)
      #expect(try pasta.base() == Exemplo.cheia())
    }
  }
}
