import CommandLineKit
import Testing

@Suite struct HelpPageTests {
  private func page(of words: String..., width: Int = 80) throws -> String {
    guard case .help(let page) = try Parser(Shop.tree, width: width).parse(words + ["--ajuda"])
    else { return "no help" }
    return page
  }

  @Test func `The program shows its commands`() throws {
    #expect(
      try page() == """
        Compra e vende na feira.

        USO: feira <comando> [opções]

        OPÇÕES:
          --pasta <pasta>         Onde ficam os dados.
          --formato <formato>     Forma do que é escrito. (valores: tabela, json;
                                  padrão: tabela)
          --ajuda, --help, -h     Mostra esta ajuda.
          --versao, --version     Mostra a versão.

        COMANDOS:
          vender                  Vende o que está na lista.
          estoque                 Cuida do estoque.
          somar                   Soma números.
          olhar                   Olha em volta, com calma, até achar tudo o que há de
                                  bom nesta feira e na próxima também.

        EXEMPLOS:
          feira vender --mes 2025-10 lista.xlsx

        Veja 'feira ajuda <comando>' para os detalhes de um comando.
        """)
  }

  @Test func `A command shows its rows, its own before the common ones`() throws {
    #expect(
      try page(of: "vender") == """
        Vende o que está na lista.

        USO: feira vender --mes <M> [--fruta <fruta>] [--preco <reais>] [--ensaio]
             <lista> [opções]

        ARGUMENTOS:
          <lista>                 Planilha da lista.

        OPÇÕES:
          --mes <M>               Mês da venda, como 2025-10 ou 10/2025.
          --fruta <fruta>         Só esta fruta. (valores: abacaxi, banana, caju,
                                  goiaba, manga, uva)
          --preco <reais>         Preço de cada fruta, em reais. (padrão: o da lista)
          --ensaio                Mostra tudo e não grava nada.
          --pasta <pasta>         Onde ficam os dados.
          --formato <formato>     Forma do que é escrito. (valores: tabela, json;
                                  padrão: tabela)
          --ajuda, --help, -h     Mostra esta ajuda.
          --versao, --version     Mostra a versão.

        EXEMPLOS:
          feira vender --mes 2025-10 lista.xlsx
          feira vender --mes 10/2025 - --ensaio
        """)
  }

  @Test func `A narrow page wraps by characters, and a long label stands alone`() throws {
    #expect(
      try page(of: "olhar", width: 60) == """
        Olha em volta, com calma, até achar tudo o que há de bom
        nesta feira e na próxima também.

        USO: feira olhar [--nome-completo-do-fornecedor <nome>]
             [opções]

        OPÇÕES:
          --nome-completo-do-fornecedor <nome>
                                  Cão, maçã, limão, açaí, pêssego,
                                  romã, avelã, ímã e órgão: tudo com
                                  acento.
          --pasta <pasta>         Onde ficam os dados.
          --formato <formato>     Forma do que é escrito. (valores:
                                  tabela, json; padrão: tabela)
          --ajuda, --help, -h     Mostra esta ajuda.
          --versao, --version     Mostra a versão.
        """)
  }

  @Test func `A group below tells how to ask for its commands`() throws {
    let last = try page(of: "estoque").split(separator: "\n").last
    #expect(last == "Veja 'feira ajuda estoque <comando>' para os detalhes de um comando.")
  }

  @Test(arguments: [Int.min, 0, 1, 26, .max])
  func `Any width gives a page with every word`(width: Int) throws {
    let words = try page(of: "vender", width: width).split { $0 == " " || $0 == "\n" }
    #expect(try words == page(of: "vender").split { $0 == " " || $0 == "\n" })
  }

  @Test func `Letters of two scalars take one column`() throws {
    let tree = Command<Void>("x", "X.") { form in
      _ = form.flag("--composto", help: "ééééé fim")
      _ = form.flag("--decomposto", help: "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} fim")
      return { _, _ in }
    }
    guard case .help(let page) = try Parser(tree, width: 35).parse(["-h"]) else {
      Issue.record("no help")
      return
    }
    #expect(page.contains("  --composto              ééééé fim\n"))
    #expect(
      page.contains("  --decomposto            e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} fim\n"))
  }
}
