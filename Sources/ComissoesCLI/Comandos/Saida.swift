import Dados
import DurableFiles
import Relatorios

/// Where the director wants a copy of the report.
struct Saida {
  let caminho: String

  /// Refuses a place where the report would destroy something else: only a file that is itself a
  /// report of receivables is overwritten, and none of those that the data directory keeps.
  init(_ caminho: String, entrada: Entrada?, acervo: Acervo) throws(Falha) {
    self.caminho = caminho
    guard !isWithin(caminho, folder: acervo.raiz) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): esta pasta é do diretório de dados, que guarda sozinho cada relatório."
          + " Escolha outra pasta em --saida; nada foi gravado.")
    }
    if let programa = programaQueUsa(caminho) {
      throw Falha(
        .cannotWrite,
        "\(caminho): está aberta no \(programa). Feche a planilha e tente de novo;"
          + " nada foi gravado.")
    }
    guard fileExists(caminho) else { return }
    let ehEntrada = entrada.map { isSameFile(caminho, $0.caminho) } ?? false
    guard !ehEntrada, RelatorioDeRecebimentos.isReport(caminho) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): já existe e não é um relatório de recebimentos."
          + " Escolha outro nome em --saida; nada foi gravado.")
    }
  }
}
