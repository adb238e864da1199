import CommandLineKit
import Testing

@testable import ComissoesCLI

@Suite struct TabelaTests {
  private var tabela: Tabela {
    var tabela = Tabela([("Cliente", .esquerda), ("Valor", .direita), ("Nota", .esquerda)])
    tabela.acrescentar(["JOÃO 金額", "R$ 1,00", "uma nota que não cabe em uma linha tão curta"])
    tabela.acrescentar(["ANA", "R$ 10,00", ""])
    return tabela
  }

  @Test("Columns of words give way to the width of the page, and nothing is lost")
  func fits() {
    let texto = Page.$current.withValue(Page(width: 40)) { tabela.texto }
    let linhas = texto.split(separator: "\n")
    #expect(linhas.allSatisfy { String($0).displayWidth <= 40 })
    for palavra in "uma nota que não cabe em uma linha tão curta".split(separator: " ") {
      #expect(texto.contains(palavra))
    }
    #expect(linhas.contains { $0.contains("R$ 10,00") })
  }

  @Test("Wide letters are counted right, and numbers stand under each other")
  func aligned() {
    let linhas = tabela.texto.split(separator: "\n").map(String.init)
    let fins = linhas.dropFirst(2).compactMap { linha in
      linha.firstRange(of: ",00").map { String(linha[..<$0.upperBound]).displayWidth }
    }
    #expect(fins.count == 2 && fins[0] == fins[1])
  }
}
