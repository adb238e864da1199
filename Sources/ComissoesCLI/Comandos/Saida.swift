import DurableFiles
import Relatorios
import Spreadsheets

/// Where the director wants a copy of the report.
struct Saida {
  let caminho: String

  /// Refuses a place where the report would destroy something else: only a file that is itself a
  /// report of receivables is overwritten.
  init(_ caminho: String, entrada: Entrada) throws(Falha) {
    self.caminho = caminho
    if let programa = programaQueUsa(caminho) {
      throw Falha(
        .cannotWrite,
        "\(caminho): está aberta no \(programa). Feche a planilha e tente de novo;"
          + " nada foi gravado.")
    }
    guard fileExists(caminho) else { return }
    guard !isSameFile(caminho, entrada.caminho), RelatorioDeRecebimentos.reconhece(caminho) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): já existe e não é um relatório de recebimentos."
          + " Escolha outro nome em --saida; nada foi gravado.")
    }
  }
}
