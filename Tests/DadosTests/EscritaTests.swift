import Dados
import Dominio
import DurableFiles
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
      let meses = try pasta.acervo.competencias()
      #expect(meses == [])
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
      let base = try Exemplo.cheia()
      try pasta.gravar(base)
      func modo(_ caminho: String) -> mode_t? {
        var status = stat()
        return stat(caminho, &status) == 0 ? status.st_mode & 0o7777 : nil
      }
      for caminho in [pasta.raiz, pasta.acervo.pastaDeBases, pasta.acervo.pastaDeRelatorios] {
        #expect(modo(caminho) == 0o700)
      }
      #expect(modo(pasta.acervo.caminho(base.competencia)) == 0o600)
      #expect(modo("\(pasta.raiz)/.trava") == 0o600)
    }
  }

  @Test func leftoversOfKilledProcessesAreSwept() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.cheia())
      let antes = try pasta.retrato()
      try pasta.por("{", em: ".2025-10.json.4711.tmp")
      let resto = "\(pasta.acervo.pastaDeRelatorios)/.2025-10-recebimentos-0001.xlsx.4711.tmp"
      try Data("x".utf8).write(to: URL(filePath: resto))
      _ = try Escrita(pasta.acervo)
      #expect(try pasta.retrato() == antes)
    }
  }

  @Test func aFolderInThePlaceOfTheBaseChangesNothing() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.cheia()
      _ = try Escrita(pasta.acervo)
      let caminho = pasta.acervo.caminho(base.competencia)
      #expect(mkdir(caminho, 0o700) == 0)
      let antes = try pasta.retrato()
      #expect(throws: DadosError.arquivo(.init(.rename, path: caminho, code: EISDIR))) {
        try pasta.gravar(base)
      }
      #expect(try pasta.retrato() == antes)
    }
  }

  private func preparado(_ pasta: Pasta, _ escrita: Escrita, _ base: Base) throws -> StagedFile {
    let relatorio = try #require(base.relatorios.first)
    let workbook = StagedFile.reserving(pasta.acervo.caminho(relatorio))
    try Data("PK".utf8).write(to: URL(filePath: workbook.temporary))
    try workbook.sync()
    return workbook
  }

  @Test func aReportAndItsBillsAreOneStep() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.cheia()
      let escrita = try Escrita(pasta.acervo)
      try escrita.gravar(base, com: preparado(pasta, escrita, base))
      let lida = try pasta.acervo.base(base.competencia)
      #expect(lida == base)
      let nomes = try FileManager.default.contentsOfDirectory(
        atPath: pasta.acervo.pastaDeRelatorios)
      #expect(nomes == ["2025-10-recebimentos-0001.xlsx"])
    }
  }

  /// The report cannot take its place: the base does not tell of it.
  @Test func aReportThatCannotBeKeptBillsNothing() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia())
      let base = try Exemplo.cheia()
      let escrita = try Escrita(pasta.acervo)
      let relatorio = try #require(base.relatorios.first)
      #expect(mkdir(pasta.acervo.caminho(relatorio), 0o700) == 0)
      let antes = try pasta.retrato()
      do {
        let workbook = try preparado(pasta, escrita, base)
        #expect(throws: DadosError.self) { try escrita.gravar(base, com: workbook) }
      }
      #expect(try pasta.retrato() == antes)
    }
  }
}

#if DEBUG
  extension EscritaTests {
    /// Runs a step with each of its system calls failing, and looks at the base after each.
    private func falhando(
      com codigo: Int32, _ passo: (Pasta, Escrita, Base) throws -> Void
    ) throws {
      let chamadas = try Pasta.com { pasta in
        try pasta.gravar(Exemplo.vazia())
        let escrita = try Escrita(pasta.acervo)
        let faults = SyscallFaults(.none)
        try SyscallFaults.$current.withValue(faults) {
          try passo(pasta, escrita, try Exemplo.cheia())
        }
        return faults.calls
      }
      #expect(chamadas.contains(.write))
      for (numero, chamada) in chamadas.enumerated() {
        try Pasta.com { pasta in
          try pasta.gravar(Exemplo.vazia())
          let antes = try pasta.texto(Exemplo.vazia())
          let escrita = try Escrita(pasta.acervo)
          do {
            try SyscallFaults.$current.withValue(
              SyscallFaults(.once(call: numero, code: codigo))
            ) {
              try passo(pasta, escrita, try Exemplo.cheia())
            }
            // Only the tidying after a step that is through may fail unseen.
            #expect(chamada == .remove, "call \(numero), \(chamada)")
            let lida = try pasta.acervo.base(try Exemplo.mes(10))
            #expect(lida == (try Exemplo.cheia()))
          } catch DadosError.arquivo(let erro) {
            #expect(erro.code == codigo)
            #expect(erro.operation == chamada)
            #expect(try pasta.texto(Exemplo.vazia()) == antes, "call \(numero), \(chamada)")
          }
        }
      }
    }

    @Test(arguments: [EIO, ENOSPC])
    func anyCallFailingLeavesTheOldBase(codigo: Int32) throws {
      try falhando(com: codigo) { _, escrita, base in try escrita.gravar(base) }
    }

    /// The workbook is there already when the base fails: no bill is recorded, and the workbook
    /// goes away again, for it would tell of bills that are none.
    @Test(arguments: [EIO, ENOSPC])
    func anyCallFailingRecordsNoBill(codigo: Int32) throws {
      try falhando(com: codigo) { pasta, escrita, base in
        let relatorio = try #require(base.relatorios.first)
        let workbook = StagedFile.reserving(pasta.acervo.caminho(relatorio))
        try Data("PK".utf8).write(to: URL(filePath: workbook.temporary))
        do {
          try escrita.gravar(base, com: workbook)
        } catch {
          #expect(!fileExists(workbook.destination), "\(error)")
          throw error
        }
      }
    }

    /// A killed process leaves the old base or the new one, and the next writer tidies up.
    @Test func killedAnywhere() throws {
      for numero in 0..<30 {
        try Pasta.com { pasta in
          try pasta.gravar(Exemplo.vazia())
          do {
            let escrita = try Escrita(pasta.acervo)
            try? SyscallFaults.$current.withValue(SyscallFaults(.from(call: numero, code: EIO))) {
              try escrita.gravar(try Exemplo.cheia())
            }
          }
          _ = try Escrita(pasta.acervo)
          let bases = try pasta.acervo.bases()
          #expect([[try Exemplo.vazia()], [try Exemplo.cheia()]].contains(bases))
          let nomes = try FileManager.default.contentsOfDirectory(atPath: pasta.acervo.pastaDeBases)
          #expect(nomes == ["2025-10.json"])
        }
      }
    }
  }
#endif
