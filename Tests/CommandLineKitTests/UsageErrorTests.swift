import CommandLineKit
import Testing

/// The whole text of each usage error.
@Suite struct UsageErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let words: [String]
    let text: String

    init(_ id: String, _ words: [String], _ text: String) {
      self.id = id
      self.words = words
      self.text = text
    }

    var testDescription: String { id }
  }

  @Test(arguments: options + values + commands + arguments + several)
  func `The text is whole`(_ example: Case) {
    #expect(outcome(of: example.words) == example.text)
  }

  private static let usageOfVender = """
    Uso: feira vender --mes <M> [--fruta <fruta>] [--preco <reais>] [--ensaio] <lista> [opções]
    Veja 'feira vender --ajuda'.
    """

  private static let usageOfContar = """
    Uso: feira estoque contar [--fornecedor <nome>] [<caixa>] [opções]
    Veja 'feira estoque contar --ajuda'.
    """

  static let options = [
    Case(
      "unknown option", ["estoque", "contar", "--xyzzy"],
      """
      Erro: A opção '--xyzzy' não existe em 'feira estoque contar'.
      \(usageOfContar)
      """),
    Case(
      "option with a slip, its value is not taken for an argument",
      ["estoque", "contar", "--fornecdor", "Silva", "7"],
      """
      Erro: A opção '--fornecdor' não existe em 'feira estoque contar'; você quis dizer '--fornecedor'?
      Ajuda: --fornecedor <nome>  Só deste fornecedor.
      \(usageOfContar)
      """),
    Case(
      "required option with a slip is not also missing", ["vender", "--mse", "2025-10", "x"],
      """
      Erro: A opção '--mse' não existe em 'feira vender'; você quis dizer '--mes'?
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "required option with a slip before its command", ["--mse=2025-10", "vender", "x"],
      """
      Erro: A opção '--mse' não existe em 'feira vender'; você quis dizer '--mes'?
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "one dash for two", ["estoque", "contar", "-formato", "json"],
      """
      Erro: A opção '-formato' não existe em 'feira estoque contar'; você quis dizer '--formato'?
      Ajuda: --formato <formato>  Forma do que é escrito. (valores: tabela, json; padrão: tabela)
      \(usageOfContar)
      """),
    Case(
      "short options are not packed", ["estoque", "contar", "-xh"],
      """
      Erro: A opção '-xh' não existe em 'feira estoque contar'; você quis dizer '-h'?
      Ajuda: --ajuda, --help, -h  Mostra esta ajuda.
      \(usageOfContar)
      """),
    Case(
      "an unknown option's word is not a mistake of its own",
      ["estoque", "contar", "--xyzzy", "abc", "7"],
      """
      Erro: A opção '--xyzzy' não existe em 'feira estoque contar'.
      \(usageOfContar)
      """),
    Case(
      "option of another command", ["estoque", "contar", "--mes", "2025-10", "7"],
      """
      Erro: A opção '--mes' é de 'feira vender', não de 'feira estoque contar'.
      \(usageOfContar)
      """),
    Case(
      "option before its command", ["--mes", "2025-10", "vender", "x"],
      """
      Erro: A opção '--mes' se escreve depois de 'feira vender'.
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "option given twice", ["--formato", "json", "estoque", "contar", "--formato=json"],
      """
      Erro: A opção '--formato' foi dada mais de uma vez.
      Ajuda: --formato <formato>  Forma do que é escrito. (valores: tabela, json; padrão: tabela)
      \(usageOfContar)
      """),
    Case(
      "flag given twice", ["vender", "--mes=2025-10", "x", "--ensaio", "--ensaio"],
      """
      Erro: A opção '--ensaio' foi dada mais de uma vez.
      Ajuda: --ensaio  Mostra tudo e não grava nada.
      \(usageOfVender)
      """),
    Case(
      "flag with a value", ["vender", "--mes=2025-10", "x", "--ensaio=não"],
      """
      Erro: A opção '--ensaio' não recebe valor, mas veio com 'não'.
      Ajuda: --ensaio  Mostra tudo e não grava nada.
      \(usageOfVender)
      """),
    Case(
      "flag with an empty value", ["vender", "--mes=2025-10", "x", "--ensaio="],
      """
      Erro: A opção '--ensaio' não recebe valor, mas veio com ''.
      Ajuda: --ensaio  Mostra tudo e não grava nada.
      \(usageOfVender)
      """),
    Case(
      "missing option", ["vender", "x"],
      """
      Erro: Falta a opção '--mes <M>'.
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "option found missing after parsing", ["olhar"],
      """
      Erro: Falta a opção '--nome-completo-do-fornecedor <nome>': informe-a ou ponha 'fornecedor' na configuração.
      Ajuda: --nome-completo-do-fornecedor <nome>  Cão, maçã, limão, açaí, pêssego, romã, avelã, ímã e órgão: tudo com acento.
      Uso: feira olhar [--nome-completo-do-fornecedor <nome>] [opções]
      Veja 'feira olhar --ajuda'.
      """),
  ]

  static let values = [
    Case(
      "wrong value, with the reason of its reading", ["vender", "--mes", "03/2025x", "x"],
      """
      Erro: O valor '03/2025x' não serve para '--mes <M>': escreva 2025-10 ou 10/2025.
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "wrong choice", ["estoque", "contar", "--formato", "xml"],
      """
      Erro: O valor 'xml' não serve para '--formato <formato>': use 'tabela' ou 'json'.
      Ajuda: --formato <formato>  Forma do que é escrito. (valores: tabela, json; padrão: tabela)
      \(usageOfContar)
      """),
    Case(
      "wrong choice of six", ["vender", "--mes=2025-10", "x", "--fruta", "pera"],
      """
      Erro: O valor 'pera' não serve para '--fruta <fruta>': use um destes:
        abacaxi
        banana
        caju
        goiaba
        manga
        uva
      Ajuda: --fruta <fruta>  Só esta fruta. (valores: abacaxi, banana, caju, goiaba, manga, uva)
      \(usageOfVender)
      """),
    Case(
      "missing value at the end", ["estoque", "contar", "--fornecedor"],
      """
      Erro: Falta o valor de '--fornecedor <nome>'.
      Ajuda: --fornecedor <nome>  Só deste fornecedor.
      \(usageOfContar)
      """),
    Case(
      "missing value before another option", ["vender", "--mes", "--ensaio", "x"],
      """
      Erro: Falta o valor de '--mes <M>'.
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "missing value before two dashes", ["vender", "--mes", "--", "x"],
      """
      Erro: Falta o valor de '--mes <M>'.
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """),
    Case(
      "empty value", ["estoque", "contar", "--fornecedor="],
      """
      Erro: Falta o valor de '--fornecedor <nome>'.
      Ajuda: --fornecedor <nome>  Só deste fornecedor.
      \(usageOfContar)
      """),
    Case(
      "value that begins with a dash", ["vender", "--mes=2025-10", "x", "--preco", "-5"],
      """
      Erro: Falta o valor de '--preco <reais>': se for '-5', escreva '--preco=-5'.
      Ajuda: --preco <reais>  Preço de cada fruta, em reais. (padrão: o da lista)
      \(usageOfVender)
      """),
    Case(
      "control and direction characters do not reach the terminal",
      ["estoque", "contar", "--formato", "a\u{1B}[2J\n\u{202E}b"],
      """
      Erro: O valor 'a\u{FFFD}[2J\u{FFFD}\u{FFFD}b' não serve para '--formato <formato>': use 'tabela' ou 'json'.
      Ajuda: --formato <formato>  Forma do que é escrito. (valores: tabela, json; padrão: tabela)
      \(usageOfContar)
      """),
    Case(
      "completion script for an unknown shell", ["--generate-completion-script", "tcsh"],
      """
      Erro: O valor 'tcsh' não serve para '--generate-completion-script <shell>': use 'bash', 'zsh' ou 'fish'.
      Ajuda: --generate-completion-script <shell>  Escreve o script de completação para o shell. \
      (valores: bash, zsh, fish)
      Uso: feira <comando> [opções]
      Veja 'feira --ajuda'.
      """),
  ]

  static let commands = [
    Case(
      "command with a slip", ["vendr", "--mes", "2025-10", "x", "--ensaio"],
      """
      Erro: 'vendr' não é um comando de 'feira'; você quis dizer 'vender'?
      Ajuda: os comandos são 'vender', 'estoque', 'somar' e 'olhar'.
      Uso: feira <comando> [opções]
      Veja 'feira --ajuda'.
      """),
    Case(
      "unknown command of a group", ["estoque", "xyzzy"],
      """
      Erro: 'xyzzy' não é um comando de 'feira estoque'.
      Ajuda: os comandos são 'contar' e 'listar'.
      Uso: feira estoque <comando> [opções]
      Veja 'feira estoque --ajuda'.
      """),
    Case(
      "unknown command, common options are still judged", ["xyzzy", "--formato", "xml", "--bobo"],
      """
      Erro: 'xyzzy' não é um comando de 'feira'.
      Erro: O valor 'xml' não serve para '--formato <formato>': use 'tabela' ou 'json'.
      Ajuda: os comandos são 'vender', 'estoque', 'somar' e 'olhar'.
      Ajuda: --formato <formato>  Forma do que é escrito. (valores: tabela, json; padrão: tabela)
      Uso: feira <comando> [opções]
      Veja 'feira --ajuda'.
      """),
    Case(
      "unknown option of the program", ["--bobo", "3"],
      """
      Erro: A opção '--bobo' não existe em 'feira'.
      Uso: feira <comando> [opções]
      Veja 'feira --ajuda'.
      """),
  ]

  static let arguments = [
    Case(
      "missing argument", ["vender", "--mes", "2025-10"],
      """
      Erro: Falta o argumento '<lista>'.
      Ajuda: <lista>  Planilha da lista.
      \(usageOfVender)
      """),
    Case(
      "empty argument", ["vender", "--mes", "2025-10", ""],
      """
      Erro: Falta o argumento '<lista>'.
      Ajuda: <lista>  Planilha da lista.
      \(usageOfVender)
      """),
    Case(
      "missing repeated argument", ["somar"],
      """
      Erro: Falta o argumento '<numero> ...'.
      Ajuda: <numero> ...  O que somar.
      Uso: feira somar <numero> ... [opções]
      Veja 'feira somar --ajuda'.
      """),
    Case(
      "each wrong one of a repeated argument", ["somar", "1", "dois", "3", "quatro"],
      """
      Erro: O valor 'dois' não serve para '<numero> ...': escreva um número inteiro.
      Erro: O valor 'quatro' não serve para '<numero> ...': escreva um número inteiro.
      Ajuda: <numero> ...  O que somar.
      Uso: feira somar <numero> ... [opções]
      Veja 'feira somar --ajuda'.
      """),
    Case(
      "extra arguments", ["estoque", "contar", "7", "8", "9"],
      """
      Erro: O argumento '8' está sobrando.
      Erro: O argumento '9' está sobrando.
      \(usageOfContar)
      """),
    Case(
      "help words are commands only where a command is expected", ["estoque", "listar", "ajuda"],
      """
      Erro: O argumento 'ajuda' está sobrando.
      Uso: feira estoque listar [opções]
      Veja 'feira estoque listar --ajuda'.
      """),
  ]

  static let several = [
    Case(
      "every mistake, in the order of the line, what is missing last",
      [
        "--formato", "xml", "vender", "--ensaio=1", "--fornecedor", "Silva", "--preco", "dez",
        "--precoo=1", "--precoo=2", "x", "y",
      ],
      """
      Erro: O valor 'xml' não serve para '--formato <formato>': use 'tabela' ou 'json'.
      Erro: A opção '--ensaio' não recebe valor, mas veio com '1'.
      Erro: A opção '--fornecedor' é de 'feira estoque contar', não de 'feira vender'.
      Erro: O valor 'dez' não serve para '--preco <reais>': escreva um número inteiro.
      Erro: A opção '--precoo' não existe em 'feira vender'; você quis dizer '--preco'?
      Erro: O argumento 'y' está sobrando.
      Erro: Falta a opção '--mes <M>'.
      Ajuda: --formato <formato>  Forma do que é escrito. (valores: tabela, json; padrão: tabela)
      Ajuda: --ensaio  Mostra tudo e não grava nada.
      Ajuda: --preco <reais>  Preço de cada fruta, em reais. (padrão: o da lista)
      Ajuda: --mes <M>  Mês da venda, como 2025-10 ou 10/2025.
      \(usageOfVender)
      """)
  ]
}
