import Dados
import Dominio
import DurableFiles
import FoundationEssentials
import Glibc
import Testing

/// A data directory of its own for one test; it is not yet there.
struct Pasta {
  let acervo: Acervo

  static func com<Valor>(_ corpo: (Pasta) throws -> Valor) throws -> Valor {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "DadosTests-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    return try corpo(Pasta(acervo: Acervo(raiz: url.path)))
  }

  /// The same in memory where there is room for it: for tests that write thousands of times.
  static func naMemoria<Valor>(_ corpo: (Pasta) throws -> Valor) throws -> Valor {
    guard FileManager.default.isWritableFile(atPath: "/dev/shm") else { return try com(corpo) }
    let raiz = "/dev/shm/DadosTests-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: raiz) }
    return try corpo(Pasta(acervo: Acervo(raiz: raiz)))
  }

  /// Works on a copy of the directory beside it.
  func copia<Valor>(_ corpo: (Pasta) throws -> Valor) throws -> Valor {
    let outra = Pasta(acervo: Acervo(raiz: raiz + "-copia"))
    defer { try? FileManager.default.removeItem(atPath: outra.raiz) }
    if FileManager.default.fileExists(atPath: raiz) {
      try FileManager.default.copyItem(atPath: raiz, toPath: outra.raiz)
    }
    return try corpo(outra)
  }

  var raiz: String { acervo.raiz }

  @discardableResult
  func gravar(
    _ base: Base, acao: Operacao.Acao = .executarControle, leu: [Competencia] = []
  ) throws -> Operacao {
    try Escrita(acervo).gravar(Exemplo.passo(base, acao: acao, leu: leu))
  }

  /// Takes an operation back: the last that holds, or that of a number.
  func desfazer(_ numero: Int? = nil) throws {
    let escrita = try Escrita(acervo)
    let efeitos = Efeitos(try escrita.retrato.historico())
    try escrita.repor(efeitos.desfazer(numero, em: escrita.retrato), Exemplo.autoria)
  }

  func refazer(_ numero: Int? = nil) throws {
    let escrita = try Escrita(acervo)
    let efeitos = Efeitos(try escrita.retrato.historico())
    try escrita.repor(efeitos.refazer(numero, em: escrita.retrato), Exemplo.autoria)
  }

  func base(_ mes: Int = 10) throws -> Base? { try acervo.retrato().base(Exemplo.mes(mes)) }

  func bases() throws -> [Base] { try acervo.retrato().bases() }

  func competencias() throws -> [Competencia] { try acervo.retrato().competencias() }

  func texto(_ base: Base) throws -> String {
    let url = URL(filePath: acervo.caminho(base.competencia))
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// Puts a file into `bases/`, whatever it says.
  func por(_ texto: String, em nome: String) throws {
    _ = try Escrita(acervo)
    try Data(texto.utf8).write(to: URL(filePath: "\(acervo.pastaDeBases)/\(nome)"))
  }

  /// Puts a base file into a directory that has no history, as the first versions of the program
  /// left it.
  func por(_ base: Base) throws {
    try por(
      String(decoding: Exemplo.bytes(base), as: UTF8.self), em: "\(base.competencia.iso).json")
  }

  /// Every file and its content, by its path from the root.
  func arvore() throws -> [String: Data] {
    var arvore: [String: Data] = [:]
    let nomes = try? FileManager.default.subpathsOfDirectory(atPath: raiz)
    for nome in nomes ?? [] {
      if let bytes = try? Data(contentsOf: URL(filePath: "\(raiz)/\(nome)")) {
        arvore[nome] = bytes
      }
    }
    return arvore
  }

  func trocar(_ nome: String, por bytes: Data) throws {
    try bytes.write(to: URL(filePath: "\(raiz)/\(nome)"))
  }

  func apagar(_ nome: String) throws {
    try FileManager.default.removeItem(atPath: "\(raiz)/\(nome)")
  }
}

enum Exemplo {
  static func mes(_ mes: Int) throws -> Competencia {
    try #require(Competencia(ano: 2025, mes: mes))
  }

  static func chave(_ nome: String) throws -> ChaveDeNome { try #require(ChaveDeNome(nome: nome)) }

  static func reais(_ texto: String) throws -> Dinheiro { try #require(Dinheiro(texto)) }

  static func dia(_ iso: String) throws -> Dia { try #require(Dia(lendo: iso)) }

  static func faturamento(contrato: String? = "855553281234") throws -> Faturamento {
    Faturamento(
      valor: try reais("331.48"), dia: try dia("2025-11-03"), contrato: contrato,
      base: try mes(10), relatorio: 1)
  }

  /// What stands in for the workbook of a report.
  static let workbook = Array("PK um relatório".utf8)

  static let autoria = Passo.Autoria(usuario: "rosa", momento: "2025-11-03T14:05:11Z")

  /// The step that makes a base what it is, with the report it tells of last.
  static func passo(
    _ base: Base, acao: Operacao.Acao = .executarControle, leu: [Competencia] = []
  ) -> Passo {
    var passo = Passo(acao, autoria, mes: base.competencia, bases: [base])
    passo.argumentos = ["configuracao": "{}"]
    passo.estatisticas = ["clientes": String(base.clientes.count)]
    passo.leu = leu
    passo.emissao = base.relatorios.last.map { .init(relatorio: $0, bytes: workbook) }
    return passo
  }

  /// The file of a base, as the program writes it.
  static func bytes(_ base: Base) throws -> [UInt8] {
    try Pasta.com { pasta in
      try pasta.gravar(base)
      return Array(try Data(contentsOf: URL(filePath: pasta.acervo.caminho(base.competencia))))
    }
  }

  static func vazia() throws -> Base { Base(competencia: try mes(10)) }

  /// Everything that a base can say, each optional once with a value and once without.
  static func cheia() throws -> Base {
    Base(
      competencia: try mes(10),
      clientes: [
        Cliente(chave: try chave("ANA"), linhas: [4]),
        Cliente(
          chave: try chave("BIA \"D'ÁVILA\" / \\"), linhas: [5, 9, 12],
          cadastro: .init(
            dia: try dia("2025-10-01"), corretor: "Rui", imobiliaria: "Casa & Cia",
            empreendimento: "Skill", unidade: "302"),
          situacao: Situacao(
            .financiado, valor: try reais("331.4805"), fonte: "Gestores (Financiado)",
            observacao: "Aguardando assinatura (EPR) para faturamento"),
          faturamento: try faturamento()),
        Cliente(
          chave: try chave("CAIO"), linhas: [],
          situacao: Situacao(.desistiu, valor: .zero, fonte: "", observacao: nil),
          faturamento: try faturamento(contrato: nil)),
        Cliente(
          chave: try chave("DAVI"), linhas: [7],
          situacao: Situacao(
            .requerAnalise, valor: try reais("-0.00000000000000001"), fonte: nil, observacao: "x")),
        Cliente(chave: try chave("ÉRICA"), linhas: [1_048_576]),
      ],
      alertas: try TipoDeAlerta.allCases.map {
        try alerta($0)
      },
      relatorios: [
        Relatorio(
          numero: 1, dia: try dia("2025-11-03"), arquivo: "2025-10-recebimentos-0001.xlsx",
          sha256: sha256(of: workbook), clientes: 2, valor: try reais("662.96"), desistencias: 1)
      ],
      fontes: Planilha.allCases.map {
        Fonte(planilha: $0, arquivo: "\($0.rawValue) ção.xlsx", sha256: "0b")
      })
  }

  /// Of each kind one, with all that can be on record of it.
  private static func alerta(_ tipo: TipoDeAlerta) throws -> Alerta {
    let fins: [Desfecho.Fim?] = [nil, .resolvido, .falsoPositivo]
    let autores = Desfecho.Autor.allCases
    return Alerta(
      tipo, cliente: try chave("ANA"), planilha: .gestores, descricao: "Cliente ANA: \(tipo)",
      evidencias: [
        Evidencia(
          .gestores, "FORMA", linha: 7, valor: tipo.numero == 4 ? nil : "PIX \"x\"",
          lugar: tipo.numero == 5
            ? nil : Lugar(arquivo: "G ção.xlsx", aba: "Plan\n1", celula: "D7"))
      ],
      candidatos: tipo.numero > 2
        ? []
        : [
          Candidato(
            nome: try chave("ANÁ"), planilha: .acompanhamento, confianca: 97,
            razoes: ["mesmo nome sem acentos", "mesma unidade"])
        ],
      serie: tipo.numero,
      desfecho: fins[tipo.numero % 3].map {
        Desfecho(
          $0, motivo: "porque \"sim\"", autor: autores[tipo.numero % autores.count], operacao: 3,
          referencia: NumeroDeAlerta(lendo: "2509-\(tipo.numero)"))
      },
      reabertura: tipo.numero == 3 ? "voltou a aparecer na operação 2" : nil, novo: false)
  }
}
