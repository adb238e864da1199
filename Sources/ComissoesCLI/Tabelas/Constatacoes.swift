import Conciliacao
import Dados
import Dominio

/// One thing that a verification has found, for people: where, what, and what to do.
struct Constatacao: Equatable {
  let lugar: String
  let descricao: String
  let remedio: String
}

/// What `dados verificar` has found.
struct ResultadoDaConferencia {
  let conferencia: ConferenciaDeDados
  let achados: [Constatacao]
  let observacoes: [Constatacao]

  var clientes: Int { conferencia.bases.reduce(0) { $0 + $1.clientes.count } }

  init(_ acervo: Acervo) throws(DadosError) {
    conferencia = try acervo.conferir()
    achados =
      conferencia.achados.map { Constatacao($0, em: acervo) }
      + conferirConservacao(
        conferencia.bases, ultimoRelatorio: conferencia.ultimoRelatorio,
        ilegiveis: Set(conferencia.ilegiveis)
      ).map(Constatacao.init)
    observacoes = conferencia.observacoes.map { Constatacao($0, em: acervo) }
  }
}

private let recuperar = "Devolva o arquivo de uma cópia de segurança."
private let refeita = "A versão guardada vale; o próximo comando que grava refaz a cópia."
let naoFature =
  "Não fature mais nada; compare com a última cópia de segurança, que se abre com"
  + " 'comissoes dados importar' em outra pasta."

extension Constatacao {
  init(_ achado: ConferenciaDeDados.Achado, em acervo: Acervo) {
    switch achado {
    case .arquivo(let erro):
      self.init(lugar: erro.lugar, descricao: erro.descricao, remedio: erro.remedio)
    case .historicoNaoLeva(let mes, let numero):
      self.init(
        lugar: acervo.caminho(mes),
        descricao: "as operações até a \(numero) não levam à base de \(mes.porExtenso) que vale",
        remedio: naoFature)
    case .ultimoRelatorio(let dito, let dado):
      self.init(
        lugar: "\(acervo.raiz)/estado.json",
        descricao: "diz que o último relatório é o \(dito); as operações deram o \(dado)",
        remedio: naoFature)
    case .semHistoria(let mes):
      self.init(
        lugar: acervo.caminho(mes),
        descricao:
          "a base de \(mes.porExtenso) tem faturamentos, e não há nem estado.json nem operações",
        remedio:
          "Se vem das primeiras versões do programa, o próximo comando que grava começa a história."
          + " Se não, ela foi apagada: recupere a última cópia de segurança inteira.")
    case .relatorioAdiante(let caminho, let numero, let ultimo):
      self.init(
        lugar: caminho,
        descricao: "é o relatório \(numero), e o último que se deu é o \(ultimo)",
        remedio: naoFature)
    case .relatorioSemOperacao(let caminho):
      self.init(
        lugar: caminho, descricao: "é um relatório deste programa que nenhuma operação conhece",
        remedio: naoFature)
    case .testemunho(let caminho, let linhas):
      self.init(
        lugar: caminho,
        descricao:
          "foi feito quando o registro de auditoria tinha outra linha \(linhas): o registro, ou tudo,"
          + " foi trocado por um mais antigo ou refeito",
        remedio: naoFature)
    case .objetoAusente(let caminho, let dito, let copia):
      self.init(
        lugar: caminho, descricao: "falta um conteúdo guardado (\(dito))",
        remedio: Self.remedio(copia))
    case .objetoAlterado(let caminho, let dito, let copia):
      self.init(
        lugar: caminho, descricao: "um conteúdo guardado está danificado (\(dito))",
        remedio: Self.remedio(copia))
    case .copiaAusente(let caminho, let versao):
      self.init(
        lugar: caminho,
        descricao: versao
          ? "falta a cópia" : "falta o arquivo, e não há versão guardada inteira dele",
        remedio: versao ? refeita : recuperar)
    case .copiaAlterada(let caminho, let versao):
      self.init(
        lugar: caminho,
        descricao: versao
          ? "a cópia foi alterada por fora"
          : "o arquivo foi alterado por fora, e não há versão guardada inteira dele",
        remedio: versao ? "Guarde-a em outro lugar e apague-a daqui. \(refeita)" : recuperar)
    case .copiaAntiga(let caminho):
      self.init(lugar: caminho, descricao: "a cópia é de uma versão anterior", remedio: refeita)
    case .auditoria(let achado):
      self.init(
        lugar: "\(acervo.auditoria), linha \(achado.linha)", descricao: achado.descricao,
        remedio: recuperar)
    }
  }

  private static func remedio(_ copia: String?) -> String {
    copia.map { "O próximo comando que grava o refaz a partir de \($0)." } ?? recuperar
  }

  init(_ observacao: ConferenciaDeDados.Observacao, em acervo: Acervo) {
    switch observacao {
    case .semNome(let caminho, _):
      self.init(
        lugar: caminho, descricao: "um conteúdo guardado que nenhuma operação cita",
        remedio: "Ficou de uma execução interrompida; não faz mal.")
    case .estranho(let caminho):
      self.init(
        lugar: caminho, descricao: "um arquivo que não é de uma pasta de dados",
        remedio: "Não é lido; guarde-o em outro lugar.")
    case .copiaAtrasada(let caminho):
      self.init(
        lugar: caminho, descricao: "a última execução foi interrompida antes desta cópia",
        remedio: refeita)
    case .resto(let caminho):
      self.init(
        lugar: caminho, descricao: "ficou de uma execução interrompida, ou foi desfeito",
        remedio: "Não vale nem faz mal.")
    case .entregaPendente(let caminho):
      self.init(
        lugar: caminho,
        descricao: "uma execução foi interrompida antes de pôr a cópia pedida em --saida no lugar",
        remedio: "O próximo comando que grava termina isso.")
    case .ajustePendente(let caminho):
      self.init(
        lugar: caminho, descricao: "uma execução foi interrompida ao mudar a configuração",
        remedio: "O próximo comando que grava termina isso.")
    case .sobraDeAuditoria:
      self.init(
        lugar: acervo.auditoria, descricao: "o fim é de um passo que não chegou a valer",
        remedio: "É de uma execução interrompida; o próximo comando que grava o apaga.")
    case .abertos(let quantos, let primeiro):
      self.init(
        lugar: primeiro,
        descricao: quantos == 1
          ? "outros usuários podem abrir" : "outros usuários podem abrir, e mais \(quantos - 1)",
        remedio: "Para que só você os abra: chmod -R go= '\(acervo.raiz)'")
    case .naoConferido(let parte):
      self.init(
        lugar: acervo.raiz, descricao: parte.descricao,
        remedio: "É consequência de um achado; confira de novo depois de resolvê-lo.")
    }
  }
}

extension ConferenciaDeDados.NaoConferido {
  fileprivate var descricao: String {
    switch self {
    case .contas(let meses):
      "as contas entre os meses não puderam ser conferidas por inteiro sem"
        + " \(meses.map(\.porExtenso).joined(separator: ", "))"
    case .nomes(let operacoes):
      "o que a operação \(operacoes.map(String.init).joined(separator: ", ")) leu e gravou não pôde"
        + " ser conferido"
    case .testemunhos(let quantos):
      "o que \(contagem(quantos, "relatório diz", "relatórios dizem")) do registro de auditoria não"
        + " pôde ser conferido"
    case .posteriores: "o que é posterior a estado.json não foi conferido"
    }
  }
}

extension ConferenciaDeAuditoria.Achado {
  var descricao: String {
    switch self {
    case .ausente(let linhas):
      "o registro de auditoria sumiu; deveria ter \(contagem(linhas, "linha", "linhas"))"
    case .ilegivel: "não é uma linha como o programa as grava"
    case .alterada: "a linha foi alterada"
    case .foraDeOrdem(_, let numero, let esperado):
      numero == esperado
        ? "não é a linha que foi gravada depois da anterior"
        : "é a linha número \(numero), onde deveria estar a \(esperado):"
          + " linhas foram tiradas, acrescentadas ou trocadas"
    case .outroTamanho(let linhas, let esperadas):
      linhas == esperadas
        ? "o tamanho do arquivo não é o que estado.json conhece"
        : "o arquivo tem \(contagem(linhas, "linha", "linhas")), estado.json conta \(esperadas)"
    case .outroFim: "a última linha não é a que estado.json conhece"
    case .estadoAntigo(_, let operacao, let vista):
      "estado.json conta \(contagem(operacao, "operação", "operações")), e há rastro da operação"
        + " \(vista): foi trocado por um mais antigo"
    }
  }
}
