import Dados
import Dominio
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

  var raiz: String { acervo.raiz }

  func gravar(_ base: Base) throws { try Escrita(acervo).gravar(base) }

  func texto(_ base: Base) throws -> String {
    let url = URL(filePath: acervo.caminho(base.competencia))
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// Puts a file into `bases/`, whatever it says.
  func por(_ texto: String, em nome: String) throws {
    _ = try Escrita(acervo)
    try Data(texto.utf8).write(to: URL(filePath: "\(acervo.pastaDeBases)/\(nome)"))
  }

  /// Every file, and its content.
  func retrato() throws -> [String: Data] {
    var retrato: [String: Data] = [:]
    for pasta in [raiz, acervo.pastaDeBases, acervo.pastaDeRelatorios] {
      for nome in (try? FileManager.default.contentsOfDirectory(atPath: pasta)) ?? [] {
        let caminho = "\(pasta)/\(nome)"
        if let bytes = try? Data(contentsOf: URL(filePath: caminho)) { retrato[caminho] = bytes }
      }
    }
    return retrato
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
        Alerta(
          $0, cliente: try chave("ANA"), planilha: .gestores, descricao: "Cliente ANA: \($0)",
          situacao: Alerta.Situacao.allCases[$0.numero % 3], novo: false)
      },
      relatorios: [
        Relatorio(
          numero: 1, dia: try dia("2025-11-03"), arquivo: "2025-10-recebimentos-0001.xlsx",
          sha256: "0a", clientes: 2, valor: try reais("662.96"), desistencias: 1)
      ],
      fontes: Planilha.allCases.map {
        Fonte(planilha: $0, arquivo: "\($0.rawValue) ção.xlsx", sha256: "0b")
      })
  }
}
