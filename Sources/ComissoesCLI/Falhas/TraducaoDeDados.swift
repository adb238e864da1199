import Dados
import Dominio
import DurableFiles

// What is told of trouble of the data directory: where, what, and what helps.

extension Falha {
  init(_ erro: DadosError) {
    if case .arquivo(let falha) = erro {
      self.init(falha)
    } else {
      self.init(erro.codigo, "\(erro.lugar): \(erro.descricao). \(erro.remedio)")
    }
  }
}

extension DadosError {
  fileprivate var codigo: ExitCode {
    switch self {
    case .emUso, .ajusteMudou: .busy
    case .arquivo(let falha): Falha(falha).codigo
    case .semDados: .noInput
    case .invalido, .naoEhArquivo, .maisNovo, .alterado, .relatorioAlterado, .desconhecido,
      .perdido,
      .operacaoAusente, .operacaoAlterada, .auditoriaAlterada, .semEstado, .estadoAlterado,
      .estadoAntigo,
      .entradaMudou, .mesTrocado:
      .badData
    }
  }

  /// The file or folder.
  var lugar: String {
    switch self {
    case .emUso(let caminho), .semDados(let caminho), .invalido(let caminho, _),
      .naoEhArquivo(let caminho), .maisNovo(let caminho, _, _), .alterado(let caminho),
      .relatorioAlterado(let caminho, _), .desconhecido(let caminho), .perdido(let caminho),
      .operacaoAusente(_, let caminho),
      .operacaoAlterada(_, let caminho), .auditoriaAlterada(let caminho), .semEstado(let caminho),
      .estadoAlterado(let caminho), .estadoAntigo(let caminho, _, _), .entradaMudou(let caminho),
      .ajusteMudou(let caminho), .mesTrocado(let caminho, _):
      caminho
    case .arquivo(let falha): falha.path
    }
  }

  /// What is wrong, without a full stop.
  var descricao: String {
    switch self {
    case .emUso: "outro comissoes está gravando nesta pasta de dados"
    case .arquivo(let falha): String(falha.explicacao.dropLast())
    case .semDados: "não há dados aqui: a pasta não existe, está vazia ou é outra"
    case .invalido(_, let problema): problema.explicacao
    case .naoEhArquivo: "há uma pasta no lugar deste arquivo"
    case .maisNovo(_, let versao, let conhecida):
      "foi gravado por uma versão mais nova do comissoes (formato \(versao);"
        + " este programa conhece até o \(conhecida))"
    case .alterado: "o arquivo foi alterado por fora, o conteúdo não é o que o programa gravou"
    case .relatorioAlterado(_, let numero):
      "o relatório nº \(numero) foi alterado por fora depois de gravado, e o que há nele se perderia"
    case .desconhecido:
      "nenhuma operação conhece esta base, e o que ela faturou não pode ser esquecido"
    case .perdido: "o conteúdo guardado sumiu ou está danificado, e não há cópia inteira dele"
    case .operacaoAusente(let numero, _): "falta o registro da operação \(numero)"
    case .operacaoAlterada(let numero, _):
      "o registro da operação \(numero) não é o que foi gravado"
    case .auditoriaAlterada: "o fim do registro de auditoria não é o que estado.json conhece"
    case .semEstado: "o arquivo sumiu, e sem ele não se sabe o que vale"
    case .estadoAlterado:
      "o arquivo foi alterado ou está danificado, e sem ele não se sabe o que vale"
    case .estadoAntigo(_, let operacao, let vista):
      "conta \(contagem(operacao, "operação", "operações")), e há rastro da operação \(vista):"
        + " foi trocado por um mais antigo"
    case .ajusteMudou: "o arquivo mudou enquanto o comando rodava"
    case .entradaMudou: "a planilha mudou enquanto era lida"
    case .mesTrocado(_, let mes):
      "o conteúdo é da base de \(mes.porExtenso), não do mês que está no nome do arquivo"
    }
  }

  /// What to do, as a sentence.
  var remedio: String {
    let daCopia = "Devolva-o de uma cópia de segurança; nada foi mudado."
    let doFim =
      "Devolva-o de uma cópia feita depois da última operação; sem ela, recupere uma cópia inteira com"
      + " 'comissoes dados importar' em outra pasta. Nada foi mudado."
    switch self {
    case .emUso: return "Espere ele terminar e tente de novo."
    case .arquivo: return "Resolva isso e confira de novo."
    case .semDados:
      return "Confira --dados; uma base nova se cria com"
        + " 'comissoes base criar --mes AAAA-MM --acompanhamento ARQUIVO'."
    case .invalido: return "O arquivo foi alterado por fora? \(daCopia)"
    case .naoEhArquivo:
      return "Guarde a pasta em outro lugar e devolva o arquivo de uma cópia de segurança;"
        + " nada foi mudado."
    case .maisNovo: return "Atualize o programa; nada foi mudado."
    case .alterado:
      return "Guarde-o em outro lugar e apague-o daqui: a versão gravada volta a valer."
    case .relatorioAlterado:
      return "Guarde-o em outro lugar, apague-o daqui e tente de novo; nada foi mudado."
    case .desconhecido:
      return
        "Guarde o arquivo em outro lugar e apague-o daqui. Se o programa o gravou, o resto da pasta"
        + " é que é antigo: recupere a última cópia de segurança inteira."
    case .perdido:
      return "Devolva-o de uma cópia de segurança, onde tem o mesmo nome; nada foi mudado."
        + " 'comissoes dados verificar' diz quem o cita."
    case .operacaoAusente, .operacaoAlterada:
      return "Devolva só este arquivo de uma cópia de segurança qualquer que o tenha: um registro"
        + " nunca muda. Nada foi mudado."
    case .auditoriaAlterada, .semEstado, .estadoAlterado: return doFim
    case .estadoAntigo:
      return "Não fature mais nada. \(doFim)"
    case .ajusteMudou: return "Nada foi mudado agora. Rode o comando de novo."
    case .entradaMudou: return "Feche-a no Excel e tente de novo; nada foi gravado."
    case .mesTrocado: return "Devolva-lhe o nome certo."
    }
  }
}
