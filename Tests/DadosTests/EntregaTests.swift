import Dominio
import DurableFiles
import FoundationEssentials
import Testing

@testable import Dados

/// The copy of a report that is wanted elsewhere, and a process that is killed before it is there.
/// Docs/regras.md §7
struct EntregaTests {
  /// - Parameter aposOPasso: true when the step was true already.
  private func interrompida(
    aposOPasso: Bool, _ corpo: (Pasta, String, [UInt8]) throws -> Void
  ) throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia(), acao: .criarBase)
      let destino = "\(pasta.raiz)-R.xlsx"
      let nome = destino.split(separator: "/").last.map(String.init) ?? ""
      let temporario = "\(destino.dropLast(nome.count)).\(nome).\(StagedFile.process).tmp"
      defer { for caminho in [destino, temporario] { try? removeFile(caminho) } }

      let bytes = Exemplo.workbook
      let nota = try comEntrega(pasta, bytes, em: destino) { escrita in
        if aposOPasso { try escrita.gravar(Exemplo.passo(Exemplo.cheia(), acao: .gerarRelatorio)) }
        let sobra = try readFile(temporario)
        #expect(sobra == bytes)
      }
      #expect(fileKind(temporario) == nil)
      // What the killed process leaves.
      try pasta.trocar(".entrega", por: nota)
      try StagedFile.writing(bytes, to: temporario).commit()
      try corpo(pasta, destino, bytes)
      #expect(fileKind(temporario) == nil)
      let arvore = try pasta.arvore()
      #expect(arvore[".entrega"] == nil)
    }
  }

  /// - Returns: the note in the data directory.
  private func comEntrega(
    _ pasta: Pasta, _ bytes: [UInt8], em destino: String, _ corpo: (Escrita) throws -> Void
  ) throws -> Data {
    let escrita = try Escrita(pasta.acervo)
    let entrega = try escrita.entrega(de: bytes, em: destino)
    try corpo(escrita)
    let nota = try #require(pasta.arvore()[".entrega"])
    withExtendedLifetime(entrega) {}
    return nota
  }

  @Test func theNextWriterPutsTheCopyInItsPlace() throws {
    try interrompida(aposOPasso: true) { pasta, destino, bytes in
      let pendente = try pasta.acervo.conferir()
      #expect(
        pendente.observacoes.contains(.entregaPendente(caminho: "\(pasta.raiz)/.entrega")))
      let escrita = try Escrita(pasta.acervo)
      #expect(escrita.consertos == [.entregue(caminho: destino, relatorio: 1)])
      let copia = try readFile(destino)
      #expect(copia == bytes)
    }
  }

  @Test func whatSomebodyHasPutThereMeanwhileStays() throws {
    try interrompida(aposOPasso: true) { pasta, destino, _ in
      try StagedFile.writing([1], to: destino).commit()
      let escrita = try Escrita(pasta.acervo)
      #expect(escrita.consertos == [.naoEntregue(caminho: destino, relatorio: 1)])
      let copia = try readFile(destino)
      #expect(copia == [1])
    }
  }

  @Test func nothingStaysOfAReportThatWasNotMade() throws {
    try interrompida(aposOPasso: false) { pasta, destino, _ in
      let escrita = try Escrita(pasta.acervo)
      #expect(escrita.consertos == [])
      #expect(fileKind(destino) == nil)
    }
  }

  /// As `EntregaGravada` is atomic, one that says nothing was put there by somebody.
  @Test func aNoteThatSaysNothingIsTakenAway() throws {
    try Pasta.com { pasta in
      try pasta.gravar(Exemplo.vazia(), acao: .criarBase)
      try pasta.trocar(".entrega", por: Data("{}".utf8))
      let escrita = try Escrita(pasta.acervo)
      #expect(escrita.consertos == [])
      let arvore = try pasta.arvore()
      #expect(arvore[".entrega"] == nil)
    }
  }
}
