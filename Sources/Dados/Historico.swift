import Dominio
import DurableFiles
import JSONDocuments

extension Retrato {
  /// Every operation, oldest first. Each record is held against the one after it, and the last
  /// against `estado.json`.
  package func historico() throws(DadosError) -> [Operacao] {
    var operacoes: [Operacao] = []
    var esperado = estado.cabeca
    for numero in stride(from: estado.operacao, to: 0, by: -1) {
      let caminho = acervo.caminho(operacao: numero)
      let bytes = try comoDados { () throws(FileError) in try readFile(caminho) }
      guard DurableFiles.sha256(of: bytes) == esperado else { throw .alterado(caminho: caminho) }
      let operacao = try acervo.operacao(bytes, caminho: caminho)
      operacoes.append(operacao)
      esperado = operacao.anterior
    }
    return operacoes.reversed()
  }
}

extension Acervo {
  func operacao(_ bytes: [UInt8], caminho: String) throws(DadosError) -> Operacao {
    let gravada = try ler(OperacaoGravada.self, bytes, caminho: caminho)
    return try comoDados(caminho) { () throws(JSONDocumentError) in try gravada.lida() }
  }
}
