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
        conferencia.bases, ultimoRelatorio: conferencia.ultimoRelatorio
      ).map(Constatacao.init)
    observacoes = conferencia.observacoes.map { Constatacao($0, em: acervo) }
  }
}

private let recuperar = "Recupere o arquivo da última cópia de segurança."

extension Constatacao {
  init(_ achado: ConferenciaDeDados.Achado, em acervo: Acervo) {
    switch achado {
    case .arquivo(let erro):
      let mensagem = Falha(erro).mensagens.joined(separator: " ")
      self.init(lugar: acervo.raiz, descricao: mensagem, remedio: recuperar)
    case .operacaoAlterada(let numero, let caminho):
      self.init(
        lugar: caminho, descricao: "o registro da operação \(numero) não é o que foi gravado",
        remedio: recuperar)
    case .operacaoAusente(let numero, let caminho):
      self.init(
        lugar: caminho, descricao: "falta o registro da operação \(numero)", remedio: recuperar)
    case .historicoNaoLeva(let mes, let numero):
      self.init(
        lugar: acervo.caminho(mes),
        descricao: "as operações até a \(numero) não levam à base de \(mes.porExtenso) que vale",
        remedio: "Não grave mais nada; recupere o diretório da última cópia de segurança.")
    case .ultimoRelatorio(let dito, let dado):
      self.init(
        lugar: "\(acervo.raiz)/estado.json",
        descricao: "diz que o último relatório é o \(dito); as operações deram o \(dado)",
        remedio: recuperar)
    case .objetoAusente(_, let caminho, let dito):
      self.init(
        lugar: caminho, descricao: "falta um conteúdo guardado (\(dito))", remedio: recuperar)
    case .objetoAlterado(let caminho, let dito):
      self.init(
        lugar: caminho, descricao: "um conteúdo guardado está danificado (\(dito))",
        remedio: recuperar)
    case .copiaAusente(let caminho, let objeto):
      self.init(
        lugar: caminho, descricao: "falta a cópia; a versão guardada vale",
        remedio: "Refaça-a com: gunzip -c '\(objeto)' > '\(caminho)'")
    case .copiaAlterada(let caminho, let objeto):
      self.init(
        lugar: caminho, descricao: "a cópia foi alterada por fora; a versão guardada vale",
        remedio:
          "Guarde-a em outro lugar, se precisar, e refaça-a com:"
          + " gunzip -c '\(objeto)' > '\(caminho)'")
    case .auditoria(let achado):
      self.init(
        lugar: "\(acervo.auditoria), linha \(achado.linha)", descricao: achado.descricao,
        remedio: recuperar)
    }
  }

  init(_ observacao: ConferenciaDeDados.Observacao, em acervo: Acervo) {
    switch observacao {
    case .semNome(let caminho):
      self.init(
        lugar: caminho, descricao: "um conteúdo guardado que nenhuma operação cita",
        remedio: "Ficou de uma execução interrompida; não faz mal.")
    case .desconhecido(let caminho):
      self.init(
        lugar: caminho, descricao: "um arquivo que o programa não gravou, ou não usa mais",
        remedio: "Não é lido; guarde-o em outro lugar.")
    case .copiaAtrasada(let caminho):
      self.init(
        lugar: caminho, descricao: "a última execução foi interrompida antes desta cópia",
        remedio: "A versão guardada vale; o próximo comando que grava refaz a cópia.")
    case .sobraDeAuditoria(let bytes):
      self.init(
        lugar: acervo.auditoria, descricao: "\(bytes) bytes de um passo que não chegou a valer",
        remedio: "São de uma execução interrompida; o próximo comando que grava os apaga.")
    }
  }

  init(_ falha: FalhaDeConservacao) {
    let historico =
      "Não fature mais nada; confira 'comissoes auditoria listar' e recupere a última cópia de"
      + " segurança."
    switch falha {
    case .totais(let base, let parte, let total):
      self.init(
        lugar: base.nome,
        descricao:
          "os relatórios somam \(parte.emReais()), os clientes faturados \(total.emReais())",
        remedio: historico)
    case .clientes(let base, let porStatus, let total):
      self.init(
        lugar: base.nome, descricao: "\(porStatus) clientes por status, \(total) na base",
        remedio: historico)
    case .relatorio(let base, let numero, let clientes, let valor, let encontrados, let soma):
      self.init(
        lugar: base.nome,
        descricao:
          "o relatório \(numero) diz \(contagem(clientes, "cliente", "clientes")) e"
          + " \(valor.emReais()); a base tem \(contagem(encontrados, "cliente", "clientes")) e"
          + " \(soma.emReais())",
        remedio: historico)
    case .numeroRepetido(let numero, let bases):
      self.init(
        lugar: bases.map(\.nome).joined(separator: ", "),
        descricao: "mais de um relatório tem o número \(numero)", remedio: historico)
    case .numeroAdiante(let base, let numero, let ultimo):
      self.init(
        lugar: base.nome,
        descricao: "o relatório \(numero) está além do último número dado, \(ultimo)",
        remedio: historico)
    case .semRelatorio(let base, let cliente, let numero, let de):
      self.init(
        lugar: base.nome,
        descricao:
          "\(cliente) foi faturado no relatório \(numero), que a base de \(de.porExtenso) não tem",
        remedio: historico)
    case .semOrigem(let base, let cliente, let numero, let de):
      self.init(
        lugar: base.nome,
        descricao:
          "\(cliente) tem um faturamento do relatório \(numero) que a base de \(de.porExtenso)"
          + " não tem igual",
        remedio: historico)
    case .fracao(let base, let cliente, let valor):
      self.init(
        lugar: base.nome,
        descricao:
          "\(cliente) foi faturado com fração de centavo, \(valor.emReais(casas: valor.casas))",
        remedio: historico)
    case .faturadoMaisDeUmaVez(let cliente, let relatorios):
      self.init(
        lugar: cliente.texto,
        descricao:
          "foi faturado mais de uma vez, nos relatórios"
          + " \(relatorios.map(String.init).joined(separator: ", "))",
        remedio: historico)
    }
  }
}

extension Competencia {
  fileprivate var nome: String { "Base \(porExtenso)" }
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
    }
  }
}
