import Dados
import DurableFiles
import Paineis
import Relatorios

/// Where the director wants a workbook.
struct Saida {
  let caminho: String

  /// A copy of the report. Refuses a place where it would destroy something else: only a file that
  /// is itself a report of receivables is overwritten, and none of those that the data directory
  /// keeps.
  init(_ caminho: String, entrada: Entrada?, acervo: Acervo) throws(Falha) {
    try self.init(caminho, acervo, "um relatório de recebimentos") { caminho in
      let ehEntrada = entrada.map { isSameFile(caminho, $0.caminho) } ?? false
      return !ehEntrada && RelatorioDeRecebimentos.isReport(caminho)
    }
  }

  /// A working list of alerts, which overwrites only another one.
  init(_ caminho: String, lista acervo: Acervo) throws(Falha) {
    try self.init(caminho, acervo, "uma lista de alertas", ListaPreenchida.isList)
  }

  /// A base in this format, which overwrites only another one.
  init(_ caminho: String, base formato: Ambiente.Formato, acervo: Acervo) throws(Falha) {
    try self.init(caminho, acervo, "uma base exportada em \(formato.rawValue)") { caminho in
      BaseExportada.isExport(caminho, como: formato)
    }
  }

  /// A page of a month, which overwrites only another one.
  init(_ caminho: String, pagina acervo: Acervo) throws(Falha) {
    try self.init(caminho, acervo, "uma página do comissoes painel") { caminho in
      fileKind(caminho) == .file
        && ((try? readStart(of: caminho, Painel.lengthOfStart)).map(Painel.isPanel) ?? false)
    }
  }

  private init(
    _ caminho: String, _ acervo: Acervo, _ oQueE: String, _ podeSubstituir: (String) -> Bool
  ) throws(Falha) {
    self.caminho = caminho
    guard !isWithin(caminho, folder: acervo.raiz) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): esta pasta é da pasta de dados, que guarda sozinho cada relatório."
          + " Escolha outra pasta em --saida; nada foi gravado.")
    }
    if let programa = programaQueUsa(caminho) {
      throw Falha(
        .cannotWrite,
        "\(caminho): está aberta no \(programa). Feche a planilha e tente de novo;"
          + " nada foi gravado.")
    }
    guard fileExists(caminho) else { return }
    guard podeSubstituir(caminho) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): já existe e não é \(oQueE)."
          + " Escolha outro nome em --saida; nada foi gravado.")
    }
  }
}
