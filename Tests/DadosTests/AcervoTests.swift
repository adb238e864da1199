import Dados
import Dominio
import DurableFiles
import FoundationEssentials
import Glibc
import Testing

/// Which file is which. Docs/regras.md §8
struct AcervoTests {
  @Test func nothingThereYet() throws {
    try Pasta.com { pasta in
      let meses = try pasta.competencias()
      #expect(meses == [])
      let base = try pasta.base()
      #expect(base == nil)
      #expect(!FileManager.default.fileExists(atPath: pasta.raiz))
    }
  }

  @Test func monthsInOrder() throws {
    try Pasta.com { pasta in
      for mes in [11, 2, 10] { try pasta.gravar(Base(competencia: try Exemplo.mes(mes))) }
      let meses = try pasta.competencias()
      #expect(meses.map(\.iso) == ["2025-02", "2025-10", "2025-11"])
      let bases = try pasta.bases()
      #expect(
        bases.map(\.nome) == ["Base Fevereiro/2025", "Base Outubro/2025", "Base Novembro/2025"])
    }
  }

  @Test func strangeNamesAreIgnored() throws {
    try Pasta.com { pasta in
      let nomes = [
        "2025-10.json~", "2025-10 (cópia).json", "2025-1.json", "2025-13.json", "2025-00.json",
        "10-2025.json", "2025-10.JSON", ".2025-10.json", "2025-10", "leia-me.txt", ".json",
        "２０２５-10.json", "-10.json", "2025-010.json",
      ]
      for nome in nomes { try pasta.por("isto não é uma base", em: nome) }
      let bases = try pasta.bases()
      #expect(bases == [])
    }
  }

  @Test func aFolderWithTheNameOfABaseIsAnError() throws {
    try Pasta.com { pasta in
      _ = try Escrita(pasta.acervo)
      let caminho = pasta.acervo.caminho(try Exemplo.mes(10))
      #expect(mkdir(caminho, 0o700) == 0)
      #expect(throws: DadosError.naoEhArquivo(caminho: caminho)) {
        try pasta.bases()
      }
    }
  }

  /// A data directory that cannot be looked into must not seem empty: the next month would be
  /// billed as if nothing ever had been.
  @Test func aFileInThePlaceOfTheDirectoryIsAnError() throws {
    try Pasta.com { pasta in
      try Data("x".utf8).write(to: URL(filePath: pasta.raiz))
      #expect(throws: DadosError.self) { try pasta.competencias() }
      #expect(throws: DadosError.self) { try pasta.base() }
      #expect(throws: DadosError.self) { try Escrita(pasta.acervo) }
    }
  }
}
