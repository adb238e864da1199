import Dominio
import TestSupport
import Testing

@testable import ComissoesCLI

/// What `config forma` does to the file, without a process. Docs/regras.md §8
@Suite struct EdicaoDeConfiguracaoTests {
  /// Defect: of two changes at once, the second wrote over the first.
  @Test func `a change that another process made meanwhile is not lost`() throws {
    let workspace = try Workspace()
    let text = "{\"mapeamento_forma\": {\"TED\": \"PAGO\"}}\n"
    try workspace.write(text, to: "config.json")
    var configuracao = Configuracao()
    configuracao.caminho = workspace.file("config.json")
    configuracao.texto = text
    let edicao = try EdicaoDeConfiguracao(configuracao, [.forma("QUITADO", .financiado)])

    let other = "{\"mapeamento_forma\": {\"TED\": \"PAGO\", \"PIX\": \"PAGO\"}}\n"
    try workspace.write(other, to: "config.json")
    let falha = #expect(throws: Falha.self) { try edicao.gravar() }
    #expect(falha?.codigo == .busy)
    #expect(try workspace.bytes("config.json") == Array(other.utf8))

    try workspace.write(text, to: "config.json")
    try edicao.gravar()
    #expect(try workspace.bytes("config.json") != Array(text.utf8))
    #expect(try workspace.bytes("config.json.anterior") == Array(text.utf8))
  }
}
