import Dominio
import Testing

@testable import Conciliacao

// Short ways to write the values that these tests are about.

func chave(_ nome: String) throws -> ChaveDeNome { try #require(ChaveDeNome(nome: nome)) }

func reais(_ texto: String?) throws -> Dinheiro? {
  guard let texto else { return nil }
  let valor = try #require(Dinheiro(texto))
  return valor
}

func mes(_ iso: String) throws -> Competencia { try #require(Competencia(lendo: iso)) }

func dia(_ iso: String) throws -> Dia { try #require(Dia(lendo: iso)) }

extension Gestores.Forma {
  static let pix = Self(texto: "PIX", sentido: .pago)
  static let financiado = Self(texto: "FIN + IMOB", sentido: .financiado)
  static let desconto = Self(texto: "DESCONTO", sentido: .desconto)
  static let quitado = Self(texto: "QUITADO", sentido: .desconhecida)
}

func emGestores(
  _ nome: String, _ forma: Gestores.Forma? = nil, _ situacao: Gestores.Situacao? = nil,
  valor: String? = nil, linha: Int = 3
) throws -> Gestores.Registro {
  Gestores.Registro(
    linha: linha, cliente: try chave(nome), forma: forma, situacao: situacao,
    comissao: try reais(valor))
}

func noWeboPay(
  _ nome: String, parcela: Int = 1, pago: Bool = true, valor: String? = nil, linha: Int = 2
) throws -> WeboPay.Registro {
  WeboPay.Registro(
    linha: linha, cliente: try chave(nome), parcela: parcela, valor: try reais(valor),
    parcelaPaga: pago, comissaoPaga: pago)
}

func noEPR(_ nome: String, contrato: String? = nil, linha: Int = 2) throws -> EPR.Registro {
  EPR.Registro(
    linha: linha, cliente: try chave(nome), assinatura: try dia("2025-10-30"),
    empreendimento: "VICENZA", contrato: contrato)
}

func noAcompanhamento(_ nome: String, linha: Int) throws -> Acompanhamento.Registro {
  Acompanhamento.Registro(
    linha: linha, cliente: try chave(nome), cadastro: .init(corretor: "LINHA \(linha)"))
}

func cliente(
  _ nome: String, _ status: Status = .nulo, valor: String? = nil,
  faturamento: Faturamento? = nil
) throws -> Cliente {
  Cliente(
    chave: try chave(nome), linhas: [4],
    situacao: Situacao(status, valor: try reais(valor), fonte: nil, observacao: nil),
    faturamento: faturamento)
}

func faturado(_ valor: String, em base: String, contrato: String? = nil) throws -> Faturamento {
  Faturamento(
    valor: try #require(Dinheiro(valor)), dia: try dia("2025-11-03"), contrato: contrato,
    base: try mes(base), relatorio: 1)
}

/// A base with clients in the order of keys, as every base is.
func base(_ iso: String = "2025-10", _ clientes: Cliente...) throws -> Base {
  Base(competencia: try mes(iso), clientes: clientes.sorted { $0.chave < $1.chave })
}

func relatorio(_ recebimentos: Recebimentos, numero: Int = 1) throws -> Relatorio {
  Relatorio(
    numero: numero, dia: try dia("2025-11-03"), arquivo: "r.xlsx", sha256: "00",
    clientes: recebimentos.aReceber.count, valor: recebimentos.valorAReceber,
    desistencias: recebimentos.totalDeDesistencias)
}

extension Base {
  func cliente(_ nome: String) throws -> Cliente {
    let procurada = try chave(nome)
    return try #require(clientes.first { $0.chave == procurada })
  }
}

/// Numbers that are the same on every run for one seed (SplitMix64).
struct Sorteio: RandomNumberGenerator {
  private var state: UInt64

  init(semente: Int) { state = UInt64(truncatingIfNeeded: semente) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True once in so many times.
  mutating func umEm(_ vezes: Int) -> Bool { Int.random(in: 1...vezes, using: &self) == 1 }
}
