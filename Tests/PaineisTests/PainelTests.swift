import Conciliacao
import Dominio
import TestSupport
import Testing

@testable import Paineis

@Suite struct PainelTests {
  private func chave(_ nome: String) throws -> ChaveDeNome {
    try #require(ChaveDeNome(nome: nome))
  }

  private func mes(_ iso: String) throws -> Competencia { try #require(Competencia(lendo: iso)) }

  private func financiado(_ nome: String, centavos: Int = 100) throws -> Cliente {
    Cliente(
      chave: try chave(nome), linhas: [2], cadastro: .init(empreendimento: "<b>VICENZA</b> & CIA"),
      situacao: Situacao(
        .financiado, valor: Dinheiro(centavos: centavos), fonte: nil, observacao: nil))
  }

  private func tree(_ panorama: Panorama) throws -> MarkupTree {
    try #require(MarkupTree(Painel.html(panorama, em: .epoca)))
  }

  private func base(_ clientes: [Cliente], _ iso: String = "2025-10") throws -> Base {
    Base(
      competencia: try mes(iso), clientes: clientes.sorted { $0.chave < $1.chave },
      alertas: [
        Alerta(
          .pixNaoConfirmado, cliente: try chave("X"), planilha: .gestores, descricao: "d", serie: 1)
      ],
      fontes: [Fonte(planilha: .gestores, arquivo: "</p>.xlsx", sha256: "0")])
  }

  private func panorama(_ clientes: [Cliente]) throws -> Panorama {
    let base = try base(clientes)
    return Panorama(base, entre: [try self.base(clientes, "2025-09"), base], eprs: [])
  }

  @Test(arguments: [
    "<SCRIPT>ALERT(1)</SCRIPT>", "</SCRIPT>", "]]>", "A & B", "\"X\" ONLOAD='1'", "<!-- A",
  ])
  func namesAreNoMarkup(_ nome: String) throws {
    let tree = try tree(panorama([financiado(nome)]))
    let lista = try #require(tree.element(id: "lista"))
    #expect(lista.cells[1].prefix(2) == [nome, "<b>VICENZA</b> & CIA"])
    #expect(tree.all("script").count == 1)
    #expect(tree.all("b").isEmpty)
  }

  @Test func charactersThatActAreReplaced() throws {
    let tree = try tree(panorama([financiado("A\u{1B}[31m\u{202E}B")]))
    #expect(tree.element(id: "lista")?.cells[1].first == "A\u{FFFD}[31M\u{FFFD}B")
  }

  @Test func theSameMonthOnTheSameDayGivesTheSameBytes() throws {
    let clientes = try (1...50).map { try financiado("CLIENTE \($0)", centavos: $0) }
    let um = try Painel.html(panorama(clientes), em: .epoca)
    let outro = try Painel.html(panorama(clientes.reversed()), em: .epoca)
    #expect(um == outro)
    #expect(Painel.isPanel(um))
    #expect(Painel.isPanel(Array(um.prefix(Painel.lengthOfStart))))
    #expect(!Painel.isPanel(Array(um.dropFirst())))
    #expect(!Painel.isPanel([]))
  }

  /// The month of a real company, with every client financed.
  @Test func fiveThousandClientsStayBelowThreeMegabytes() throws {
    let clientes = try (1...5500).map {
      try financiado("MARIA APARECIDA DE OLIVEIRA SANTOS \($0)", centavos: $0 * 100)
    }
    let bytes = try Painel.html(panorama(clientes), em: .epoca)
    #expect(bytes.count < 3_000_000, "\(bytes.count) bytes")
    #expect(MarkupTree(bytes)?.element(id: "lista")?.all("tr").count == 5503)
  }

  /// What a reader who does not see the page needs of it.
  @Test func thePageCanBeReadAloud() throws {
    let tree = try tree(panorama([financiado("A"), financiado("B", centavos: 250)]))
    #expect(tree.attributes["lang"] == "pt-BR")
    #expect(tree.all("title").first?.text == "Comissões de Outubro/2025")
    let levels = tree.all.compactMap { $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(!tree.all("table").isEmpty)
    for table in tree.all("table") {
      #expect(table.children.first?.name == "caption")
      #expect(table.all("th").allSatisfy { $0.attributes["scope"] != nil })
    }
    for drawing in tree.all("svg") {
      #expect(drawing.attributes["role"] == "img")
      let words = drawing.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
      #expect(words?.count == 2)
      for id in words ?? [] { #expect(drawing.element(id: id)?.text.isEmpty == false) }
    }
    let ids = tree.all.compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count)
    for link in tree.all("a") {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())))
    }
  }

  /// Nothing is fetched: neither by an element nor by the style.
  @Test func thePageNeedsNoNetwork() throws {
    let bytes = try Painel.html(panorama([financiado("A")]), em: .epoca)
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["http:", "https:", "src=", "url(", "@import", "fetch(", "<link", "<img"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func aMonthWithoutAnythingSaysSo() throws {
    let base = Base(competencia: try mes("2025-10"))
    let tree = try tree(Panorama(base, entre: [base], eprs: []))
    #expect(tree.text.contains("Ainda sem controle."))
    #expect(tree.text.contains("Ninguém foi faturado neste mês, e ninguém está a receber."))
    #expect(tree.text.contains("Nenhum alerta em aberto."))
    #expect(tree.text.contains("Não há base de um mês anterior"))
    #expect(tree.element(id: "esperas") == nil)
  }

  @Test func largeNumbersAreGrouped() {
    #expect(milhares(0) == "0")
    #expect(milhares(999) == "999")
    #expect(milhares(1000) == "1.000")
    #expect(milhares(1_234_567) == "1.234.567")
  }
}
