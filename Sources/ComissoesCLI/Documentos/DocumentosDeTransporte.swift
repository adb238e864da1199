/// `dados exportar --formato json`
struct DocumentoDeExportacao: Encodable {
  let arquivo: String
  let arquivos: Int
  let bytes: Int
  let sha256: String
}

/// `dados importar --formato json`
struct DocumentoDeImportacao: Encodable {
  let pasta: String
  let arquivos: Int
}

/// `dados anonimizar --formato json`
struct DocumentoDeCopiaAnonima: Encodable {
  let saida: String
  let arquivos: Int
}
