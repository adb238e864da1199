/// `EPR.xls` of `mes/EPR.xls`: what messages call a file.
func nomeDoArquivo(_ caminho: String) -> String {
  caminho.split(separator: "/").last.map(String.init) ?? caminho
}

/// `mes` of `mes/EPR.xls`; the working directory of `EPR.xls`.
func pastaDoArquivo(_ caminho: String) -> String {
  guard let barra = caminho.lastIndex(of: "/") else { return "." }
  return barra == caminho.startIndex ? "/" : String(caminho[..<barra])
}
