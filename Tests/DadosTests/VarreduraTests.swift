import Dados
import Dominio
import DurableFiles
import FoundationEssentials
import Testing

/// Contents that a step has kept which never became true. Docs/regras.md §8
struct VarreduraTests {
  private func objetos(_ pasta: Pasta) throws -> Set<String> { Set(try pasta.acervo.objetos.all()) }

  private func outra(_ numero: Int) throws -> Base {
    var base = try Exemplo.vazia()
    base.clientes = [Cliente(chave: try Exemplo.chave("CLIENTE \(numero)"), linhas: [numero])]
    return base
  }

  /// A step that puts its contents and then cannot go on: a spreadsheet that is not what was read.
  private func cortar(_ pasta: Pasta, _ numero: Int) throws {
    let planilhas = try [0, 1].map { lugar in
      let caminho = "\(pasta.raiz)-\(lugar)"
      try Data("planilha \(numero) \(lugar)".utf8).write(to: URL(filePath: caminho))
      return caminho
    }
    defer { for planilha in planilhas { try? FileManager.default.removeItem(atPath: planilha) } }
    var passo = Exemplo.passo(try outra(numero))
    passo.entradas = [
      .init(
        fonte: Fonte(
          planilha: .gestores, arquivo: "G.xlsx", sha256: try sha256(ofFile: planilhas[0])),
        caminho: planilhas[0]),
      .init(
        fonte: Fonte(planilha: .webopay, arquivo: "W.xlsx", sha256: "outra"), caminho: planilhas[1]),
    ]
    #expect(throws: DadosError.entradaMudou(caminho: planilhas[1])) {
      try Escrita(pasta.acervo).gravar(passo)
    }
  }

  @Test("What a step that was cut short has kept is swept by the next writer")
  func orphansWereNeverSwept() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.cheia())
      let antes = try objetos(pasta)
      try cortar(pasta, 7)
      #expect(try objetos(pasta).count == antes.count + 1)
      _ = try Escrita(pasta.acervo)
      #expect(try objetos(pasta) == antes)
      #expect(try pasta.acervo.conferir().achados.isEmpty)
    }
  }

  /// Versions of every operation, also of one that was taken back, and reports that no month has.
  @Test func nothingThatIsNamedIsSwept() throws {
    try Pasta.com { pasta in
      try pasta.gravar(try outra(1))
      try pasta.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      try pasta.desfazer()
      try pasta.gravar(try outra(2))
      let antes = try objetos(pasta)
      try cortar(pasta, 7)
      _ = try Escrita(pasta.acervo)
      #expect(try objetos(pasta) == antes)
    }
  }

  /// What lies there without a step that was cut short is not this program's to judge.
  @Test func withoutACutStepNothingIsLookedFor() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.cheia())
      try pasta.acervo.objetos.put(Array("de alguém".utf8))
      let antes = try objetos(pasta)
      try pasta.gravar(try outra(2))
      #expect(try objetos(pasta).isSuperset(of: antes))
    }
  }

  /// A damaged record might name any of them.
  @Test func whereSomethingIsDamagedEveryContentStays() throws {
    try Pasta.com { pasta in
      try pasta.gravar(try outra(1))
      try pasta.gravar(try outra(2))
      try cortar(pasta, 7)
      let antes = try objetos(pasta)
      try pasta.trocar("operacoes/000001.json", por: Data("{}".utf8))
      try pasta.gravar(try outra(3))
      #expect(try objetos(pasta).isSuperset(of: antes))
    }
  }

  /// Killed after its record and before `estado.json`: only once another record stands there is it
  /// certain that nothing names the rest.
  @Test func whatALeftRecordNamesStaysUntilTheNextStep() throws {
    try Pasta.com { pasta in
      try pasta.gravar(try outra(1))
      try cortar(pasta, 7)
      let comResto = try objetos(pasta)
      try pasta.trocar("operacoes/000002.json", por: Data("{".utf8))
      _ = try Escrita(pasta.acervo)
      #expect(try objetos(pasta) == comResto)
      try pasta.gravar(try outra(2))
      let depois = try objetos(pasta)
      #expect(depois.subtracting(comResto).count == 1)
      #expect(comResto.subtracting(depois).count == 1)
    }
  }
}
