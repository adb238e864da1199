import JSONDocuments

/// `configurar --formato json`
struct DocumentoDeConfigurar: Encodable {
  let arquivo: String
  /// False when the file says all of it already.
  let mudou: Bool
  let gravado: Bool
  /// The text of the file as it is, or is to be; null when nothing changes.
  @OrNull var texto: String?
  /// Where the former file is kept.
  @OrNull var copia: String?

  init(_ edicao: EdicaoDeConfiguracao?, arquivo: String, gravada: Bool) {
    self.arquivo = arquivo
    mudou = edicao != nil
    gravado = gravada
    texto = edicao.map { String(decoding: $0.depois, as: UTF8.self) }
    copia = gravada && edicao?.antes != nil ? edicao?.copia : nil
  }
}
