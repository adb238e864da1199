/// A remark on the input itself, with its place. Never one of the nine `Alerta`.
package struct Aviso: Hashable, Sendable {
  package let arquivo: String
  /// Nil when the remark is on the whole file.
  package let aba: String?
  /// As Excel writes it (`D17`); nil when the remark is on the whole sheet.
  package let celula: String?
  package let mensagem: String

  package init(arquivo: String, aba: String?, celula: String?, mensagem: String) {
    self.arquivo = arquivo
    self.aba = aba
    self.celula = celula
    self.mensagem = mensagem
  }
}
