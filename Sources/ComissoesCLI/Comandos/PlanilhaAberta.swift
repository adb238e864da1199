import DurableFiles

/// The program that has a spreadsheet open, by the file that it leaves beside it: Excel `~$name`,
/// LibreOffice `.~lock.name#`. Nil when none has.
func programaQueUsa(_ caminho: String) -> String? {
  let nome = nomeDoArquivo(caminho)
  let pasta = caminho.dropLast(nome.count)
  if fileKind("\(pasta)~$\(nome)") == .file { return "Excel" }
  if fileKind("\(pasta).~lock.\(nome)#") == .file { return "LibreOffice" }
  return nil
}

extension Ambiente {
  /// Tells, on stderr, that what is read may not be what the screen shows.
  func avisarSeAberta(_ caminho: String) {
    guard let programa = programaQueUsa(caminho) else { return }
    shell.remark(
      "Aviso: \(caminho) está aberta no \(programa); vale o que está gravado no arquivo."
        + " Se mudou algo nela, salve, feche e rode de novo.\n")
  }
}
