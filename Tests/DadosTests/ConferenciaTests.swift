import Dominio
import DurableFiles
import Testing

@testable import Dados

/// Names that a data directory has, and no others.
@Suite struct NomeNoAcervoTests {
  @Test func namesOfTheProgram() throws {
    let soma = String(repeating: "ab", count: 32)
    let nomes: [(String, NomeNoAcervo)] = [
      ("estado.json", .estado), ("auditoria.jsonl", .auditoria),
      ("operacoes/000007.json", .operacao(7)), ("operacoes/1000000.json", .operacao(1_000_000)),
      ("objetos/ab/\(soma.dropFirst(2)).gz", .objeto(soma)),
      ("bases/2025-10.json", .base(try Exemplo.mes(10))),
      ("relatorios/2025-10-recebimentos-0001.xlsx", .relatorio("2025-10-recebimentos-0001.xlsx")),
    ]
    for (texto, nome) in nomes {
      #expect(NomeNoAcervo(texto) == nome)
      #expect(nome.texto == texto)
    }
  }

  @Test(arguments: [
    "", "/estado.json", "../estado.json", "estado.json/", "Estado.json", "bases/2025-13.json",
    "bases/2025-1.json", "bases/../bases/2025-10.json", "bases/2025-10.jsom", "operacoes/7.json",
    "operacoes/0000007.json", "operacoes/-00001.json", "operacoes/+00001.json",
    "operacoes/000000.json", "objetos/ab/cd.gz", "objetos/ab/../x.gz", "relatorios/.x.xlsx",
    "relatorios/a/b.xlsx", "relatorios/x.exe", "relatorios/a\\b.xlsx", ".trava",
  ])
  func otherNames(texto: String) { #expect(NomeNoAcervo(texto) == nil) }
}

/// A folder filled beside its place.
@Suite struct StagedFolderTests {
  @Test func itIsThereWholeOrNotAtAll() throws {
    try Pasta.com { pasta in
      let folder = try StagedFolder(pasta.raiz)
      try folder.write([1], to: "a/b")
      #expect(fileKind(pasta.raiz) == nil)
      try folder.commit()
      let files = try listTree(pasta.raiz)
      #expect(files == ["a/b"])
      #expect(fileKind(folder.temporary) == nil)
    }
  }

  @Test func oneThatIsDroppedLeavesNothing() throws {
    try Pasta.com { pasta in
      let temporary = try { () throws in
        let folder = try StagedFolder(pasta.raiz)
        try folder.write([1], to: "a/b")
        return folder.temporary
      }()
      #expect(fileKind(temporary) == nil)
      #expect(fileKind(pasta.raiz) == nil)
    }
  }

  /// What a killed process has left is removed; what a running one is filling is not.
  @Test func leftoversAreSwept() throws {
    try Pasta.com { pasta in
      let name = pasta.raiz.split(separator: "/").last.map(String.init) ?? ""
      let above = String(pasta.raiz.dropLast(name.count))
      let dead = "\(above).\(name).2147483647.tmp"
      let alive = "\(above).\(name).1.tmp"
      for path in [dead, alive] { try makePrivateDirectory("\(path)/bases") }
      defer { try? removeTree(alive) }
      _ = try StagedFolder(pasta.raiz)
      #expect(fileKind(dead) == nil)
      #expect(fileKind(alive) == .folder)
    }
  }

  @Test func aFolderWithSomethingInItIsNotReplaced() throws {
    try Pasta.com { pasta in
      try makePrivateDirectory("\(pasta.raiz)/bases")
      let folder = try StagedFolder(pasta.raiz)
      try folder.write([1], to: "a")
      #expect(throws: FileError.self) { try folder.commit() }
      let files = try listDirectory(pasta.raiz)
      #expect(files == ["bases"])
    }
  }
}

#if DEBUG
  /// Whatever system call fails, an import leaves the old state or the new one, and no rest.
  @Suite struct ImportacaoInterrompidaTests {
    @Test func everyFailingCall() throws {
      try Pasta.com { origem in
        let base = try Exemplo.vazia()
        try Escrita(origem.acervo).gravar(
          Passo(
            .criarBase, .init(usuario: "u", momento: "2025-11-03T00:00:00Z"),
            mes: base.competencia, bases: [base]))
        let pacote = "\(origem.raiz)/c.zip"
        try StagedFile.writing(Exportacao(origem.acervo).bytes, to: pacote).commit()

        func importar(_ plan: SyscallFaults.Plan, em destino: Pasta) throws -> Int {
          let faults = SyscallFaults(plan)
          try SyscallFaults.$current.withValue(faults) {
            let importacao = try Importacao(de: pacote, para: destino.acervo)
            try importacao.publicar()
          }
          return faults.calls.count
        }
        let calls = try Pasta.com { try importar(.none, em: $0) }
        #expect(calls > 30)
        for call in 0..<calls {
          try Pasta.com { destino in
            let error = #expect(throws: TransporteError.self) {
              _ = try importar(.once(call: call, code: 5), em: destino)
            }
            #expect(error != nil)
            let publicado = fileKind(destino.raiz) != nil
            if publicado {
              // The rename was done and only the folder's entry is not confirmed.
              let conferencia = try destino.acervo.conferir()
              #expect(conferencia.achados == [], "call \(call)")
            }
          }
        }
      }
    }
  }
#endif
