import Dados
import Dominio
import DurableFiles
import Glibc
import JSONDocuments
import Planilhas
import Relatorios
import SheetWriting
import Spreadsheets
import Testing

@testable import ComissoesCLI

/// Each error type has its exit code. Docs/regras.md §9
@Suite struct FalhaTests {
  static let codes: [(any Error & Sendable, ExitCode)] = [
    (FileError(.open, path: "a", code: ENOENT), .noInput),
    (FileError(.open, path: "a", code: EACCES), .noInput),
    (FileError(.read, path: "a", code: EISDIR), .noInput),
    (FileError(.list, path: "a", code: ENOTDIR), .noInput),
    (FileError(.read, path: "a", code: EIO), .inputOutput),
    (FileError(.write, path: "a", code: EIO), .inputOutput),
    (FileError(.write, path: "a", code: ENOSPC), .cannotWrite),
    (FileError(.create, path: "a", code: EACCES), .cannotWrite),
    (FileError(.makeDirectory, path: "a", code: EROFS), .cannotWrite),
    (PlanilhaError.ilegivel(arquivo: "a", .system(errno: ENOENT)), .noInput),
    (PlanilhaError.ilegivel(arquivo: "a", .system(errno: EIO)), .inputOutput),
    (PlanilhaError.ilegivel(arquivo: "a", .encrypted), .badData),
    (PlanilhaError.semAbaVisivel(arquivo: "a", abas: []), .badData),
    (DadosError.emUso(pasta: "a"), .busy),
    (DadosError.arquivo(FileError(.open, path: "a", code: EACCES)), .noInput),
    (DadosError.invalido(caminho: "a", JSONDocumentError(.syntax, path: "")), .badData),
    (DadosError.maisNovo(caminho: "a", versao: 2, conhecida: 1), .badData),
    (RelatorioDeRecebimentos.Failure.writing(.system(errno: ENOSPC)), .cannotWrite),
    (
      RelatorioDeRecebimentos.Failure.writing(.unwritable(.textTooLong(40_000), at: .workbook)),
      .badData
    ),
    (RelatorioDeRecebimentos.Failure.writing(.refused(code: 1, at: .closing)), .cannotWrite),
    (RelatorioDeRecebimentos.Failure.differs(.sheets(found: [])), .cannotWrite),
    (OutputError.system(errno: ENOSPC), .inputOutput),
  ]

  @Test("Every kind of error ends with its exit code and a whole sentence", arguments: codes)
  func code(error: any Error & Sendable, expected: ExitCode) {
    let falha = Falha(qualquer: error)
    #expect(falha.codigo == expected)
    #expect(falha.mensagens.count == 1)
    #expect(falha.mensagens.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func whatIsReadIsNotToBePutIntoAnotherFolder() {
    let lido = Falha(FileError(.open, path: "a", code: EACCES)).mensagens
    #expect(lido == ["a: sem permissão para ler. Confira as permissões."])
    let gravado = Falha(FileError(.create, path: "a", code: EACCES)).mensagens
    #expect(gravado == ["a: sem permissão para gravar. Escolha outra pasta."])
  }

  @Test func bothFailuresOfTwoInputsAreTold() {
    let one = Falha(.badData, "um.")
    let other = Falha(.noInput, "outro.")
    func fail(_ falha: Falha) -> () throws(Falha) -> Int {
      { () throws(Falha) in throw falha }
    }
    func succeed() throws(Falha) -> Int { 1 }
    #expect(throws: Falha(.badData, ["um.", "outro."])) { try ambas(fail(one), fail(other)) }
    #expect(throws: one) { try ambas(fail(one), succeed) }
    #expect(throws: other) { try ambas(succeed, fail(other)) }
  }
}
