import CommandLineKit
import Dados
import Dominio
import DurableFiles
import Planilhas

// What `configurar` asks. Docs/regras.md §9

extension Ambiente {
  /// Nil when who was asked does not go on.
  ///
  /// - Throws: when nobody sits at a terminal; it says how to do without questions.
  func perguntarConfiguracao() throws -> RespostasDeConfiguracao? {
    guard let keyboard = shell.keyboard() else {
      throw Falha(
        .usage,
        "'configurar' pergunta, e para isso precisa de um terminal. Sem perguntas, diga na linha o"
          + " que gravar: --dados PASTA, --pasta PASTA (a das planilhas do mês), --acompanhamento,"
          + " --gestores, --webopay e --epr ARQUIVO. O sentido de uma FORMA muda-se com"
          + " 'comissoes config forma FORMA SENTIDO'.")
    }
    defer { keyboard.close() }
    do throws(Dialogo.SemResposta) {
      return try Dialogo(keyboard: keyboard, largura: shell.width).configuracao(
        configuracao, pastaUsual: acervo.raiz)
    } catch {
      if case .parar(let key) = error { keyboard.surrender(to: key) }
      return nil
    }
  }
}

extension Dialogo {
  /// - Parameter pastaUsual: where the data are kept without another word.
  fileprivate func configuracao(
    _ atual: Configuracao, pastaUsual: String
  ) throws(SemResposta) -> RespostasDeConfiguracao {
    mostrar(
      "A configuração fica em \(atual.caminho). Enter fica com o que está entre parênteses; Esc sai"
        + " sem mudar nada.\n\n")
    var respostas = RespostasDeConfiguracao()
    respostas.dados = try perguntarPasta(
      "Pasta para guardar os dados", atual: pastaUsual, precisaExistir: false)
    respostas.pasta = try perguntarPasta(
      "Pasta em que ficam as planilhas do mês", atual: atual.pastaDasPlanilhas,
      precisaExistir: true)
    if let pasta = respostas.pasta { mostrarReconhecidas(em: pasta, atual.leitura) }
    while let forma = try perguntarForma() {
      let sentido = try perguntar(
        "O que \(forma) significa (\(Gestores.Sentido.palavrasPermitidas))", lerSentido)
      respostas.formas.append((forma, sentido))
    }
    return respostas
  }

  /// Nil when it stays as it is.
  private func perguntarPasta(
    _ pergunta: String, atual: String?, precisaExistir: Bool
  ) throws(SemResposta) -> String? {
    try perguntar("\(pergunta) (\(atual ?? "nenhuma"))") { (texto) throws(InvalidValue) in
      guard !texto.isEmpty, texto != atual else { return nil }
      switch fileKind(resolvedPath(texto)) {
      case .folder: return texto
      case nil where !precisaExistir: return texto
      case nil: throw InvalidValue("não há pasta com este nome")
      default: throw InvalidValue("não é uma pasta")
      }
    }
  }

  /// What `fechar` would find there now.
  private func mostrarReconhecidas(em pasta: String, _ opcoes: OpcoesDeLeitura) {
    let vistos = ((try? planilhasDaPasta(pasta)) ?? []).map { ArquivoVisto($0, opcoes) }
    let linhas = vistos.filter { !$0.achados.isEmpty }.map { visto in
      "  \(nomeDoArquivo(visto.caminho)): \(visto.achados.map(\.planilha.rawValue).entreElas)\n"
    }
    mostrar(
      linhas.isEmpty
        ? "  Agora não há ali nenhuma das quatro planilhas.\n" : linhas.joined())
  }

  /// Nil when there are no more.
  private func perguntarForma() throws(SemResposta) -> String? {
    try perguntar("FORMA de Gestores que o programa não conhece, como PERMUTA (nenhuma)") {
      (texto) throws(InvalidValue) in
      texto.isEmpty ? nil : try lerForma(texto)
    }
  }
}
