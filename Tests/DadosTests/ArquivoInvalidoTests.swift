import Dados
import Dominio
import JSONDocuments
import Testing

/// A base that is not what it must be is refused whole, and the place of the mistake is told.
struct ArquivoInvalidoTests {
  // In a directory without a history: where there is one, any change is told as such.

  private func texto(_ base: Base) throws -> String {
    String(decoding: try Exemplo.bytes(base), as: UTF8.self)
  }

  /// What reading says after one change in the text of the full base.
  private func erro(trocando velho: String, por novo: String) throws -> DadosError {
    let texto = try texto(Exemplo.cheia())
    let trocado = texto.replacing(velho, with: novo, maxReplacements: 1)
    try #require(trocado != texto)
    return try Pasta.com { try erro(texto: trocado, pasta: $0) }
  }

  private func erro(texto: String, pasta: Pasta) throws -> DadosError {
    try pasta.por(texto, em: "2025-10.json")
    return try #require(throws: DadosError.self) { try pasta.base() }
  }

  private func lugar(_ erro: DadosError) -> JSONDocumentError? {
    guard case .invalido(let caminho, let erro) = erro, caminho.hasSuffix("/bases/2025-10.json")
    else { return nil }
    return erro
  }

  @Test(arguments: [
    ("\"nome\": \"ANA\",", "", JSONDocumentError(.missingKey, path: "clientes[0].nome")),
    ("\"ja_pago\": false,", "", .init(.missingKey, path: "clientes[0].ja_pago")),
    ("\"mes\": \"2025-10\",", "", .init(.missingKey, path: "mes")),
    ("\"formato\": \"comissoes.base\",", "", .init(.missingKey, path: "formato")),
    (
      "\"formato\": \"comissoes.base\",", "\"formato\": \"x\",",
      .init(.invalidValue("x"), path: "formato")
    ),
    (
      "\"mes\": \"2025-10\"", "\"mes\": \"2025-14\"", .init(.invalidValue("2025-14"), path: "mes")
    ),
    (
      "\"status\": \"NULO\"", "\"status\": \"nulo\"",
      .init(.invalidValue("nulo"), path: "clientes[0].status")
    ),
    (
      "\"status\": \"NULO\"", "\"status\": null", .init(.missingValue, path: "clientes[0].status")
    ),
    (
      "\"valor_comissao\": \"331.4805\"", "\"valor_comissao\": \"331,48\"",
      .init(.invalidValue("331,48"), path: "clientes[1].valor_comissao")
    ),
    (
      "\"valor_comissao\": \"331.4805\"", "\"valor_comissao\": 331.4805",
      .init(.wrongType, path: "clientes[1].valor_comissao")
    ),
    (
      "\"valor\": \"331.48\"", "\"valor\": \"muito\"",
      .init(.invalidValue("muito"), path: "clientes[1].faturamento.valor")
    ),
    (
      "\"base\": \"2025-10\"", "\"base\": \"outubro\"",
      .init(.invalidValue("outubro"), path: "clientes[1].faturamento.base")
    ),
    (
      "\"data\": \"2025-10-01\"", "\"data\": \"2025-02-30\"",
      .init(.invalidValue("2025-02-30"), path: "clientes[1].cadastro.data")
    ),
    ("\"nome\": \"ANA\"", "\"nome\": \" \"", .init(.invalidValue(" "), path: "clientes[0].nome")),
    (
      "\"tipo\": \"gestores_nao_base\"", "\"tipo\": \"x\"",
      .init(.invalidValue("x"), path: "alertas[0].tipo")
    ),
    (
      "\"status\": \"resolvido\"", "\"status\": \"x\"",
      .init(.invalidValue("x"), path: "alertas[0].status")
    ),
    (
      "\"status\": \"resolvido\"", "\"status\": \"pendente\"",
      .init(.invalidValue("status contradiz desfecho"), path: "alertas[0].status")
    ),
    (
      "\"planilha\": \"Acompanhamento\"", "\"planilha\": \"x\"",
      .init(.invalidValue("x"), path: "fontes[0].planilha")
    ),
    (
      "\"valor\": \"662.96\"", "\"valor\": \"\"",
      .init(.invalidValue(""), path: "relatorios[0].valor")
    ),
    (
      "\"relatorio\": 1", "\"relatorio\": \"1\"",
      .init(.wrongType, path: "clientes[1].faturamento.relatorio")
    ),
  ])
  func mistakesAndTheirPlaces(velho: String, novo: String, esperado: JSONDocumentError) throws {
    #expect(try lugar(erro(trocando: velho, por: novo)) == esperado)
  }

  /// `ja_pago` and `faturamento` must say the same: believing the wrong one bills twice.
  @Test func contradictionsAreRefused() throws {
    #expect(
      try lugar(erro(trocando: "\"ja_pago\": true", por: "\"ja_pago\": false"))?.path
        == "clientes[1].ja_pago")
    #expect(
      try lugar(erro(trocando: "\"ja_pago\": false", por: "\"ja_pago\": true"))?.path
        == "clientes[0].ja_pago")
  }

  @Test(arguments: ["null", "\"2025-11-04\""])
  func aDayOfPaymentThatContradictsTheBillIsRefused(novo: String) throws {
    let erro = try erro(
      trocando: "\"data_pagamento\": \"2025-11-03\"", por: "\"data_pagamento\": \(novo)")
    #expect(lugar(erro)?.path == "clientes[1].data_pagamento")
  }

  @Test func clientsTwiceOrOutOfOrderAreRefused() throws {
    let repetido = try erro(trocando: "\"nome\": \"CAIO\"", por: "\"nome\": \"ana\"")
    #expect(lugar(repetido)?.path == "clientes")
    let duplo = try erro(trocando: "\"nome\": \"DAVI\"", por: "\"nome\": \"caio\"")
    #expect(lugar(duplo)?.path == "clientes")
  }

  @Test(arguments: ["", "{", "\u{0}\u{0}\u{0}", "PK\u{3}\u{4}", "{\"formato\": \"comissoes.base\""])
  func corruptedTexts(texto: String) throws {
    try Pasta.com { pasta in
      let erro = try erro(texto: texto, pasta: pasta)
      #expect(lugar(erro) == JSONDocumentError(.syntax, path: ""))
    }
  }

  /// A file cut at any place is refused, never read as less than it was.
  @Test func cutAnywhere() throws {
    try Pasta.com { pasta in
      let texto = try texto(Exemplo.cheia())
      let util = texto.utf8.count - 2
      for tamanho in stride(from: 0, to: util, by: 101) {
        let cortado = String(decoding: Array(texto.utf8).prefix(tamanho), as: UTF8.self)
        let erro = try erro(texto: cortado, pasta: pasta)
        #expect(lugar(erro) != nil, "\(tamanho) bytes")
      }
    }
  }

  @Test func aNewerVersionIsRefusedWithBothNumbers() throws {
    guard
      case .maisNovo(_, let versao, let conhecida) = try erro(
        trocando: "\"versao\": 2", por: "\"versao\": 3")
    else {
      Issue.record("a newer file was not told as such")
      return
    }
    #expect(versao == 3)
    #expect(conhecida == 2)
  }

  /// A newer file may have any shape: its version is told even so.
  @Test func aNewerVersionOfAnotherShape() throws {
    try Pasta.com { pasta in
      let texto = #"{"formato": "comissoes.base", "versao": 7, "clientes": {"ANA": []}}"#
      guard case .maisNovo(_, 7, 2) = try erro(texto: texto, pasta: pasta) else {
        Issue.record("a newer file was not told as such")
        return
      }
    }
  }

  @Test(arguments: ["0", "-1"])
  func versionsThatNeverWereAreRefused(versao: String) throws {
    #expect(
      try lugar(erro(trocando: "\"versao\": 2", por: "\"versao\": \(versao)"))
        == JSONDocumentError(.invalidValue(versao), path: "versao"))
  }

  @Test func theFileOfOneMonthTellsOfAnother() throws {
    let erro = try erro(trocando: "\"mes\": \"2025-10\"", por: "\"mes\": \"2025-09\"")
    guard case .mesTrocado(let caminho, let mes) = erro else {
      Issue.record("\(erro)")
      return
    }
    #expect(caminho.hasSuffix("/bases/2025-10.json"))
    #expect(mes == (try Exemplo.mes(9)))
  }

  /// One bad file among good ones stops all: what it billed is not known.
  @Test func oneBadBaseStopsTheReadingOfAll() throws {
    try Pasta.com { pasta in
      try pasta.por(Base(competencia: try Exemplo.mes(9)))
      try pasta.por("{", em: "2025-10.json")
      #expect(throws: DadosError.self) { try pasta.bases() }
    }
  }
}
