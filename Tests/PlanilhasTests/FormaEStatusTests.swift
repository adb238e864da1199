import Dominio
import Testing

@testable import Planilhas

/// FORMA and STATUS of Gestores. Docs/regras.md §4
struct FormaEStatusTests {
  private func lido(
    forma: FakeWorkbook.Value? = nil, status: FakeWorkbook.Value? = nil,
    opcoes: OpcoesDeLeitura = .init()
  ) throws -> Leitura<Gestores.Registro> {
    try lerGestores([["ANA", forma, status]], opcoes: opcoes)
  }

  @Test(arguments: [
    ("PIX", Gestores.Sentido.pago, "PIX"), (" pix ", .pago, "PIX"),
    ("FIN + IMOB", .financiado, "FIN + IMOB"), ("fin+imob", .financiado, "FIN+IMOB"),
    ("FIN  +IMOB", .financiado, "FIN +IMOB"), ("Fin\u{A0}+\u{A0}Imob", .financiado, "FIN + IMOB"),
    ("FIN", .financiado, "FIN"), ("Financiado", .financiado, "FINANCIADO"),
    ("desconto", .desconto, "DESCONTO"), ("QUITADO", .desconhecida, "QUITADO"),
    ("quítado", .desconhecida, "QUÍTADO"), ("Permuta", .desconhecida, "PERMUTA"),
    ("PIX.", .desconhecida, "PIX."), ("FIN IMOB", .desconhecida, "FIN IMOB"),
    ("PIX + FIN", .desconhecida, "PIX + FIN"), ("-", .desconhecida, "-"),
    ("_", .desconhecida, "_"), ("#N/A", .desconhecida, "#N/A"),
  ])
  func formas(texto: String, sentido: Gestores.Sentido, mostrada: String) throws {
    let leitura = try lido(forma: .text(texto))
    #expect(leitura.registros.map(\.forma) == [Gestores.Forma(texto: mostrada, sentido: sentido)])
    #expect(leitura.avisos.isEmpty)
  }

  @Test func blankIsNoForma() throws {
    for blank: FakeWorkbook.Value? in [nil, "", " ", "\u{A0}", "\u{200B}"] {
      let leitura = try lido(forma: blank, status: blank)
      #expect(leitura.registros.map(\.forma) == [nil])
      #expect(leitura.registros.map(\.situacao) == [nil])
      #expect(leitura.avisos.isEmpty)
    }
  }

  /// A FORMA that cannot even be read needs a person, like one that no table knows.
  @Test(arguments: [
    (FakeWorkbook.Value.error("#N/A"), "#N/A"), (.error("#REF!"), "#REF!"),
    (.boolean(true), "VERDADEIRO"), (.date(45964), "A DATA 03/11/2025"),
  ])
  func unreadableFormasAreUnknownAndTold(valor: FakeWorkbook.Value, texto: String) throws {
    let leitura = try lido(forma: valor)
    #expect(
      leitura.registros.map(\.forma) == [Gestores.Forma(texto: texto, sentido: .desconhecida)])
    #expect(leitura.avisos.map(\.lugar) == ["gestores.xlsx/Plan1/B2"])
    #expect(leitura.avisos.first?.mensagem.hasSuffix("o cliente vai para análise manual") == true)
  }

  @Test func aNumberIsAnUnknownForma() throws {
    let leitura = try lido(forma: 12)
    #expect(
      leitura.registros.map(\.forma) == [Gestores.Forma(texto: "12", sentido: .desconhecida)])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    ("DISTRATO", Gestores.Situacao.desistiu), (" distrato\u{A0}", .desistiu),
    ("Desconto", .desconto), ("ENTROU", .entrou), ("em  aberto", .aberto), ("EM_ABERTO", .aberto),
    ("DISTRÁTO", .desistiu),
  ])
  func situacoes(texto: String, situacao: Gestores.Situacao) throws {
    let leitura = try lido(status: .text(texto))
    #expect(leitura.registros.map(\.situacao) == [situacao])
    #expect(leitura.avisos.isEmpty)
  }

  @Test(arguments: [
    (FakeWorkbook.Value.text("A VERIFICAR"), "\"A VERIFICAR\""), ("ENTROU?", "\"ENTROU?\""),
    ("DISTRATO PARCIAL", "\"DISTRATO PARCIAL\""), ("-", "\"-\""), (7, "7"),
    (.error("#N/A"), "o erro #N/A"), (.boolean(false), "FALSO"),
    (.date(45964), "a data 03/11/2025"),
  ])
  func anUnmappedStatusIsToldAndHasNoOtherEffect(
    valor: FakeWorkbook.Value, descricao: String
  ) throws {
    let leitura = try lido(forma: "PIX", status: valor)
    #expect(leitura.registros.map(\.situacao) == [nil])
    #expect(leitura.registros.map(\.forma?.sentido) == [.pago])
    #expect(leitura.avisos.map(\.lugar) == ["gestores.xlsx/Plan1/C2"])
    #expect(
      leitura.avisos.first?.mensagem.hasPrefix(
        "\(descricao) não é um STATUS conhecido e foi ignorado") == true)
  }

  @Test func theConfigurationExtendsAndOverrides() throws {
    var opcoes = OpcoesDeLeitura()
    opcoes.formas[Rotulo("Permuta + Pix")] = .pago
    opcoes.formas[Rotulo("FIN")] = .desconhecida
    opcoes.formas[Rotulo("quitado")] = .pago
    opcoes.situacoes[Rotulo("Desistência")] = .desistiu
    opcoes.situacoes[Rotulo("ENTROU")] = .aberto
    let sentidos = try ["permuta+PIX", "FIN", "QUITADO", "FINANCIADO"].map {
      try lido(forma: .text($0), opcoes: opcoes).registros.first?.forma?.sentido
    }
    #expect(sentidos == [.pago, .desconhecida, .pago, .financiado])
    let situacoes = try ["DESISTENCIA", "entrou", "DISTRATO"].map {
      try lido(status: .text($0), opcoes: opcoes).registros.first?.situacao
    }
    #expect(situacoes == [.desistiu, .aberto, .desistiu])
  }

  @Test func wordsOfTheConfiguration() {
    #expect(Gestores.Sentido(palavra: "pago") == .pago)
    #expect(Gestores.Sentido(palavra: "FINANCIADO") == .financiado)
    #expect(Gestores.Sentido(palavra: " Desconto ") == .desconto)
    #expect(Gestores.Sentido(palavra: "ALERTA") == .desconhecida)
    #expect(Gestores.Sentido(palavra: "PIX") == nil)
    #expect(Gestores.Situacao(palavra: "desistiu") == .desistiu)
    #expect(Gestores.Situacao(palavra: "DESCONTO") == .desconto)
    #expect(Gestores.Situacao(palavra: "entrou") == .entrou)
    #expect(Gestores.Situacao(palavra: "ABERTO") == .aberto)
    #expect(Gestores.Situacao(palavra: "DISTRATO") == nil)
  }
}
