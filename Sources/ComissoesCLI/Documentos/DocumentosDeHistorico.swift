import Dados
import Dominio
import JSONDocuments

/// `historico listar --formato json`
struct DocumentoDeHistorico: Encodable {
  let operacoes: [DocumentoDeOperacao]
  /// Numbers of those whose records cannot be read.
  let danificadas: [Int]

  init(_ operacoes: [Operacao], _ efeitos: Efeitos, danificadas: [Int]) {
    self.danificadas = danificadas
    self.operacoes = operacoes.map {
      DocumentoDeOperacao($0, mudancas: nil, vale: efeitos.vale($0.numero))
    }
  }
}

/// One operation; `historico mostrar --formato json` adds what it changed.
struct DocumentoDeOperacao: Encodable {
  struct Entrada: Encodable {
    let planilha: String
    let arquivo: String
    let sha256: String
  }

  struct Alerta: Encodable {
    let numero: Int
    let tipo: String
    let cliente: String
    let planilha: String
  }

  let numero: Int
  let acao: String
  let momento: String
  let usuario: String
  @OrNull var base: String?
  let argumentos: [String: String]
  let estatisticas: [String: String]
  let entradas: [Entrada]
  /// Those that it raised; what became of them, the base tells.
  let alertas: [Alerta]
  @OrNull var relatorio: Int?
  @OrNull var alvo: Int?
  let vale: Bool
  @OrNull var mudancas: [DocumentoDeMudanca]?

  init(_ operacao: Operacao, mudancas: [Mudanca]?, vale: Bool) {
    numero = operacao.numero
    acao = operacao.acao.rawValue
    momento = operacao.momento
    usuario = operacao.usuario
    base = operacao.competencia?.iso
    argumentos = operacao.argumentos
    estatisticas = operacao.estatisticas
    entradas = operacao.entradas.map {
      Entrada(planilha: $0.planilha.rawValue, arquivo: $0.arquivo, sha256: $0.sha256)
    }
    alertas = operacao.alertas.map {
      Alerta(
        numero: $0.tipo.numero, tipo: $0.tipo.codigo, cliente: $0.cliente.texto,
        planilha: $0.planilha.rawValue)
    }
    relatorio = operacao.relatorio
    alvo = operacao.alvo
    self.vale = vale
    self.mudancas = mudancas.map { $0.map(DocumentoDeMudanca.init) }
  }
}

/// What happens to the base of one month.
struct DocumentoDeMudanca: Encodable {
  let base: String
  let clientes: [DocumentoDeDiferenca]

  init(_ mudanca: Mudanca) {
    base = mudanca.mes.iso
    clientes = mudanca.clientes.map(DocumentoDeDiferenca.init)
  }
}

/// A client before and after; null where there is none.
struct DocumentoDeDiferenca: Encodable {
  let nome: String
  @OrNull var antes: DocumentoDeCliente?
  @OrNull var depois: DocumentoDeCliente?

  init(_ diferenca: Diferenca) {
    nome = diferenca.cliente.texto
    antes = diferenca.antes.map(DocumentoDeCliente.init)
    depois = diferenca.depois.map(DocumentoDeCliente.init)
  }
}

/// `desfazer` and `refazer --formato json`
struct DocumentoDeReposicao: Encodable {
  enum CodingKeys: String, CodingKey {
    case acao, alvo, operacao, mudancas, relatorios, configuracao
    case dryRun = "dry_run"
  }

  struct Relatorio: Encodable {
    let numero: Int
    let base: String
    let caminho: String
    /// False when it comes back.
    let retirado: Bool
    /// True when somebody has changed the file; then nothing is done until it is out of the way.
    let alterado: Bool
  }

  /// The file of the configuration, and its lines that change.
  struct Configuracao: Encodable {
    let arquivo: String
    let linhas: [String]
  }

  let acao: String
  let alvo: Int
  /// The number of the new operation; null in a dry run.
  @OrNull var operacao: Int?
  let dryRun: Bool
  let mudancas: [DocumentoDeMudanca]
  let relatorios: [Relatorio]
  /// Null for an operation that had not changed it.
  @OrNull var configuracao: Configuracao?

  init(
    _ reposicao: Reposicao, _ mudancas: [Mudanca], _ relatorios: [RelatorioMudado],
    operacao: Operacao?
  ) {
    acao = reposicao.acao.rawValue
    alvo = reposicao.alvo.numero
    self.operacao = operacao?.numero
    dryRun = operacao == nil
    self.mudancas = mudancas.map(DocumentoDeMudanca.init)
    self.relatorios = relatorios.map {
      Relatorio(
        numero: $0.relatorio.numero, base: $0.base.competencia.iso, caminho: $0.caminho,
        retirado: $0.destino == .deixaDeExistir, alterado: $0.alterado)
    }
    configuracao = reposicao.arquivo.map {
      Configuracao(
        arquivo: $0.caminho, linhas: linhasMudadas(de: $0.antes, para: $0.depois))
    }
  }
}

/// `historico reproduzir --formato json`
struct DocumentoDeReproducao: Encodable {
  struct Alerta: Encodable {
    let numero: Int
    let tipo: String
    let cliente: String
    let planilha: String
    /// What it was when the operation was recorded; null when it was not there.
    @OrNull var antes: String?
    /// What it would be now.
    @OrNull var depois: String?

    init(_ diferenca: DiferencaDeAlerta) {
      numero = diferenca.alerta.tipo.numero
      tipo = diferenca.alerta.tipo.codigo
      cliente = diferenca.alerta.cliente.texto
      planilha = diferenca.alerta.planilha.rawValue
      antes = diferenca.antes?.rawValue
      depois = diferenca.depois?.rawValue
    }
  }

  let operacao: Int
  let igual: Bool
  let diferencas: [DocumentoDeDiferenca]
  let alertas: [Alerta]

  init(_ operacao: Operacao, _ diferencas: DiferencasDeReproducao) {
    self.operacao = operacao.numero
    igual = diferencas.nenhuma
    self.diferencas = diferencas.clientes.map(DocumentoDeDiferenca.init)
    alertas = diferencas.alertas.map(Alerta.init)
  }
}

/// `estorno registrar` and `cliente liberar --formato json`
struct DocumentoDeDecisao: Encodable {
  enum CodingKeys: String, CodingKey {
    case operacao, acao, argumentos, base, cliente, estorno, faturamentos
    case dryRun = "dry_run"
  }

  let dryRun: Bool
  /// Null in a dry run.
  @OrNull var operacao: Int?
  let acao: String
  let argumentos: [String: String]
  let base: String
  let cliente: String
  /// What was to be given back before; null when nothing was.
  @OrNull var estorno: String?
  /// What the client was billed, as it was before.
  let faturamentos: [DocumentoDeFaturamento]

  /// - Parameter cliente: as it was before.
  init(_ passo: Passo, sobre cliente: Cliente, em base: Base, operacao: Operacao?) {
    self.base = base.competencia.iso
    self.cliente = cliente.chave.texto
    estorno = cliente.estorno?.texto
    faturamentos = cliente.faturamentos.map(DocumentoDeFaturamento.init)
    dryRun = operacao == nil
    self.operacao = operacao?.numero
    acao = passo.acao.rawValue
    argumentos = passo.argumentos
  }
}
