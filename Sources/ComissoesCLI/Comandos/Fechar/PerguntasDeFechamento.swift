import CommandLineKit
import Conciliacao
import Dominio
import Planilhas

// What `fechar` asks before it works anything out. Docs/regras.md §9

extension Ambiente {
  /// Which of several files is meant; nil when nobody says.
  func perguntarQual(
    _ planilha: Planilha, _ candidatas: [PlanilhasDoMes.Escolhida]
  ) throws -> Int? {
    try perguntar { (dialogo) throws(Dialogo.SemResposta) in
      dialogo.mostrar("Estas planilhas são todas \(planilha.rawValue):\n")
      for (numero, candidata) in candidatas.enumerated() {
        let onde = candidata.achado.map { " (aba \"\($0.aba)\", cabeçalho na linha \($0.linha))" }
        dialogo.mostrar("  \(numero + 1)  \(candidata.caminho)\(onde ?? "")\n")
      }
      return try dialogo.perguntar("Qual vale? (1 a \(candidatas.count))") {
        (texto) throws(InvalidValue) in
        guard let numero = Int(texto), candidatas.indices.contains(numero - 1) else {
          throw InvalidValue("escreva um número de 1 a \(candidatas.count)")
        }
        return numero - 1
      }
    }
  }

  /// The month of the spreadsheets; nil when nobody says.
  func perguntarMes() throws -> Competencia? {
    try perguntar { (dialogo) throws(Dialogo.SemResposta) in
      try dialogo.perguntar("De que mês são estas planilhas? (como 2025-10)", lerMes)
    }
  }

  /// Whether the month is right, when something speaks against it; true where nobody can be asked.
  func confirmarMes(_ fechamento: Fechamento) throws -> Bool {
    guard let criacao = fechamento.criacao, !criacao.duvidas.isEmpty, let confirm = shell.confirm
    else { return true }
    let frases = criacao.duvidas.map { "\($0.frase)\n" }.joined()
    let verbo = criacao.substitui ? "Refazer" : "Criar"
    let nome = criacao.criacao.base.nome
    if confirm("\(frases)\(verbo) a \(nome) com ele?") { return true }
    shell.complain("Nada foi mudado.\n")
    return false
  }

  /// Nil when nobody sits at the terminal, or does not want to answer. Control-C ends the program
  /// as it does everywhere.
  private func perguntar<Resposta>(
    _ corpo: (Dialogo) throws(Dialogo.SemResposta) -> Resposta
  ) throws -> Resposta? {
    guard let keyboard = shell.keyboard() else { return nil }
    defer { keyboard.close() }
    do throws(Dialogo.SemResposta) {
      return try corpo(Dialogo(keyboard: keyboard, largura: shell.width))
    } catch {
      if case .parar(let key) = error { keyboard.surrender(to: key) }
      return nil
    }
  }
}
