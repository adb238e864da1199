/// The file as it is to be.
func textoDaConfiguracao(_ edicao: EdicaoDeConfiguracao) -> String {
  let linhas = String(decoding: edicao.depois, as: UTF8.self).split(
    omittingEmptySubsequences: true, whereSeparator: \.isNewline)
  return "\(edicao.caminho):\n" + linhas.map { "  \($0)\n" }.joined()
}

/// - Parameter proximo: the line that goes on from here.
func textoDeConfiguracaoGravada(_ edicao: EdicaoDeConfiguracao, proximo: String) -> String {
  "Gravado em \(edicao.caminho).\n"
    + (edicao.antes == nil ? "" : "O arquivo de antes está em \(edicao.copia).\n")
    + "Para fechar o mês:\n  \(proximo)\n"
}
