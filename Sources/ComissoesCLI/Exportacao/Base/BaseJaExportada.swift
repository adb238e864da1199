import DurableFiles
import JSONDocuments
import Relatorios

extension BaseExportada {
  /// True for a file that `base exportar` wrote in this format, by what is in it.
  static func isExport(_ caminho: String, como formato: Ambiente.Formato) -> Bool {
    guard fileKind(caminho) == .file else { return false }
    switch formato {
    case .xlsx: return PlanilhaDaBase.isExport(caminho)
    case .csv:
      return (try? readFile(caminho)).map { $0.starts(with: cabecalhoCSV) } ?? false
    case .json:
      guard let bytes = try? readFile(caminho),
        let documento = try? decodeJSON(JSONValue.self, from: bytes).object
      else { return false }
      return documento.keys.sorted() == ["base", "clientes", "nome", "totais"]
        && documento["clientes"]?.array?.allSatisfy { $0.object?["alertas_em_aberto"] != nil }
          ?? false
    case .tabela: return false
    }
  }

  private static var cabecalhoCSV: [UInt8] { Array("\(colunas.joined(separator: ","))\r\n".utf8) }
}
