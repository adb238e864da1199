import Dominio
import FoundationEssentials
import Spreadsheets
import Testing

@testable import Relatorios

/// The written file, read back by our own reader.
struct RoundTripTests {
  private func writeAndVerify(_ recebimentos: Recebimentos) throws {
    let cabecalho = try Exemplo.cabecalho()
    try withFile { path in
      try RelatorioDeRecebimentos.write(recebimentos, cabecalho: cabecalho, to: path)
      try RelatorioDeRecebimentos.verify(
        path: path, against: recebimentos, cabecalho: cabecalho)
    }
  }

  private func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "RelatoriosTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "report.xlsx").path)
  }

  private func many(_ count: Int) throws -> Recebimentos {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = try (0..<count).map { number in
      .init(
        cliente: try Exemplo.chave("CLIENTE \(100_000 + number)"),
        valor: try Exemplo.reais("\(number * 7919).\(10 + number % 90)"),
        assinatura: try Exemplo.dia("2025-\(1 + number % 12)-\(1 + number % 28)"),
        empreendimento: "Torre \(number % 7)", contrato: "8555532\(81234 + number)")
    }
    return recebimentos
  }

  @Test func example() throws { try writeAndVerify(Exemplo.recebimentos()) }

  @Test func nothingAtAll() throws { try writeAndVerify(Recebimentos()) }

  @Test func onlyClientsToReview() throws {
    var recebimentos = Recebimentos()
    recebimentos.semValor = try Exemplo.recebimentos().semValor
    try writeAndVerify(recebimentos)
  }

  @Test func thousandsOfClients() throws { try writeAndVerify(many(3000)) }

  @Test(arguments: [
    "=1+1", "+55 11", "@x", "-1", "http://example.com", "internal:Sheet1!A1", "{=A1}", "0012",
    "1E5", "TRUE", "#N/A", "_x0041_", "a_x000D_b", "linha 1\nlinha 2", "a\rb", "a\tb", "\u{1}\u{0}",
    "\u{FFFE}", "  antes e depois  ", "<&>\"'", "]]>", "😀 漢字 ção", "e\u{301}",
  ])
  func textsFromOutsideStayTexts(text: String) throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = [
      .init(
        cliente: try Exemplo.chave("X \(text)"), valor: try Exemplo.reais("10.10"),
        assinatura: nil, empreendimento: text, contrato: text)
    ]
    recebimentos.desistencias = [
      .init(
        cliente: try Exemplo.chave("Y \(text)"), status: .desistiu, observacao: text,
        estorno: nil)
    ]
    try writeAndVerify(recebimentos)
  }

  @Test(arguments: [
    "1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01", "2024-02-29", "9999-12-31",
  ])
  func days(iso: String) throws {
    var recebimentos = Recebimentos()
    recebimentos.semValor = [
      .init(
        cliente: try Exemplo.chave("A"), assinatura: try Exemplo.dia(iso), empreendimento: nil,
        contrato: nil)
    ]
    try writeAndVerify(recebimentos)
  }

  @Test(arguments: ["0.01", "-0.01", "0.1", "331.48", "99999999999.99", "9999999999999.99"])
  func amounts(text: String) throws {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = try ["A", "B", "C"].map {
      .init(
        cliente: try Exemplo.chave($0), valor: try Exemplo.reais(text), assinatura: nil,
        empreendimento: nil, contrato: nil)
    }
    try writeAndVerify(recebimentos)
  }

  /// A file that has lost its end, as the library leaves it when its temporary folder is full.
  @Test func aFileCutShortIsRefused() throws {
    let recebimentos = try Exemplo.recebimentos()
    let cabecalho = try Exemplo.cabecalho()
    try withFile { path in
      try RelatorioDeRecebimentos.write(recebimentos, cabecalho: cabecalho, to: path)
      let bytes = try Data(contentsOf: URL(filePath: path))
      for length in stride(from: 0, to: bytes.count, by: 97) {
        try bytes.prefix(length).write(to: URL(filePath: path))
        #expect(throws: RelatorioDeRecebimentos.Failure.self, "\(length) bytes") {
          try RelatorioDeRecebimentos.verify(
            path: path, against: recebimentos, cabecalho: cabecalho)
        }
      }
    }
  }

  @Test func anotherReportIsRefused() throws {
    let recebimentos = try Exemplo.recebimentos()
    var other = recebimentos
    other.aReceber.removeLast()
    let cabecalho = try Exemplo.cabecalho()
    try withFile { path in
      try RelatorioDeRecebimentos.write(other, cabecalho: cabecalho, to: path)
      #expect(throws: RelatorioDeRecebimentos.Failure.self) {
        try RelatorioDeRecebimentos.verify(
          path: path, against: recebimentos, cabecalho: cabecalho)
      }
    }
  }
}
