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

  @Test("Words were broken where a column was narrow; now a row becomes a block instead")
  func rowsAsBlocks() {
    var tabela = Tabela([("Mês", .esquerda), ("Arquivo", .esquerda), ("Valor", .direita)])
    tabela.acrescentar(["Outubro/2025", "2025-10-recebimentos-0001.xlsx", "R$ 1,00"])
    tabela.acrescentar(["Novembro/2025", "", "R$ 2,00"])
    let texto = Page.$current.withValue(Page(width: 50)) { tabela.texto }
    #expect(
      texto == """
        Mês: Outubro/2025
          Arquivo: 2025-10-recebimentos-0001.xlsx
          Valor: R$ 1,00
        Mês: Novembro/2025
          Valor: R$ 2,00

        """)
  }

  @Test("The least column is left out before a row becomes a block")
  func leastColumn() {
    var tabela = Tabela(
      [("Cliente", .esquerda), ("Nº", .direita), ("Valor", .direita)], dispensaveis: ["Nº"])
    tabela.acrescentar(["MARGARIDA", "123456", "R$ 1,00"])
    let texto = Page.$current.withValue(Page(width: 20)) { tabela.texto }
    #expect(texto == "Cliente      Valor\n─────────  ───────\nMARGARIDA  R$ 1,00\n")
    #expect(tabela.texto.contains("123456"))
  }

  @Test("Long titles of numbers give way before words do")
  func titlesFirst() {
    var tabela = Tabela([("Status", .esquerda), ("Vieram de outro", .direita)])
    tabela.acrescentar(["Requer análise", "3"])
    let texto = Page.$current.withValue(Page(width: 24)) { tabela.texto }
    #expect(texto.contains("Requer análise"))
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
