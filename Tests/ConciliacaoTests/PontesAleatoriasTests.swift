import Dominio
import Testing

@testable import Conciliacao

/// Bridges between months that the rules themselves have made, in any order of the steps. A failure
/// names its seed.
struct PontesAleatoriasTests {
  private static let sementes = 1...70

  @Test(arguments: sementes)
  func betweenAnyTwoMonthsNothingIsUnexplained(semente: Int) throws {
    let bases = try Historia(semente: semente).bases
    for (lugar, de) in bases.enumerated() {
      for para in bases[(lugar + 1)...] {
        let ponte = try #require(Ponte(bases, de: de.competencia, para: para.competencia))
        let caso: Comment = "\(semente): \(de.competencia.iso) a \(para.competencia.iso): \(ponte)"
        #expect(ponte.diferenca == .zero, caso)
        #expect(ponte.semExplicacao.isEmpty, caso)
        #expect(ponte.contradicoes.isEmpty, caso)
        #expect(ponte.estornos.diferenca == .zero, caso)
        #expect(ponte.diferencaDeClientes == 0, caso)
        #expect(ponte.final.valor >= .zero, caso)
        let umaVez = ponte.linhas.filter { !$0.ehFaturamento }.flatMap(\.clientes)
        #expect(Set(umaVez).count == umaVez.count, caso)
        #expect(
          Set(umaVez).isSuperset(of: (de.clientes + para.clientes).map(\.chave)), caso)
      }
    }
  }

  @Test(arguments: sementes)
  func aCentOnAReportIsSeen(semente: Int) throws {
    var bases = try Historia(semente: semente).bases
    var sorteio = Sorteio(semente: -semente)
    guard
      let lugar = bases.indices.filter({ !bases[$0].relatorios.isEmpty })
        .randomElement(using: &sorteio)
    else { return }
    let certo = bases[lugar].relatorios[0]
    bases[lugar].relatorios[0] = Relatorio(
      numero: certo.numero, dia: certo.dia, arquivo: certo.arquivo, sha256: certo.sha256,
      clientes: certo.clientes, valor: certo.valor + Dinheiro(centavos: 1),
      desistencias: certo.desistencias)
    try expectDamage(em: bases, lugar, diferenca: Dinheiro(centavos: 1), semente)
  }

  @Test(arguments: sementes)
  func aCentOnABillIsSeen(semente: Int) throws {
    var bases = try Historia(semente: semente).bases
    var sorteio = Sorteio(semente: -semente)
    let faturados = bases.indices.flatMap { lugar in
      bases[lugar].clientes.indices.filter {
        bases[lugar].clientes[$0].faturamento?.base == bases[lugar].competencia
      }.map { (lugar, $0) }
    }
    guard let (lugar, cliente) = faturados.randomElement(using: &sorteio) else { return }
    bases[lugar].clientes[cliente].faturamento = bases[lugar].clientes[cliente].faturamento.map {
      Faturamento(
        valor: $0.valor + Dinheiro(centavos: 1), dia: $0.dia, contrato: $0.contrato, base: $0.base,
        relatorio: $0.relatorio)
    }
    try expectDamage(em: bases, lugar, diferenca: Dinheiro(centavos: -1), semente)
  }

  /// Every bridge over the month shows the difference.
  private func expectDamage(
    em bases: [Base], _ lugar: Int, diferenca: Dinheiro, _ semente: Int
  ) throws {
    for de in bases.indices where de <= lugar {
      for para in bases.indices where para >= lugar && para > de {
        let ponte = try #require(
          Ponte(bases, de: bases[de].competencia, para: bases[para].competencia))
        #expect(ponte.diferenca == diferenca, "\(semente): \(de) a \(para): \(ponte)")
        #expect(!ponte.fecha)
      }
    }
  }
}

/// Four months of one house: made, crossed, billed, released and given back, the months mixed.
private struct Historia {
  private(set) var bases: [Base] = []
  private var sorteio: Sorteio
  private var relatorios = 0
  private let nomes: [ChaveDeNome]

  init(semente: Int) throws {
    sorteio = Sorteio(semente: semente)
    nomes = try (0..<14).map { try chave("CLIENTE \(preenchido($0, 2))") }
    let meses = try ["2025-09", "2025-10", "2025-11", "2025-12"].map(mes)
    for mes in meses {
      criar(mes)
      for _ in 0..<Int.random(in: 2...7, using: &sorteio) { try umPasso() }
    }
  }

  private mutating func criar(_ mes: Competencia) {
    let registros = nomes.enumerated().filter { _ in !sorteio.umEm(4) }.map {
      Acompanhamento.Registro(linha: $0.offset + 4, cliente: $0.element)
    }
    let anterior = bases.first { $0.competencia == mes }
    let outras = bases.filter { $0.competencia != mes }
    guardar(criarBase(mes, registros: registros, anterior: anterior, outras: outras).base)
  }

  private mutating func umPasso() throws {
    guard var base = sorteio.umEm(3) ? bases.randomElement(using: &sorteio) : bases.last else {
      return
    }
    let outras = bases.filter { $0.competencia != base.competencia }
    switch Int.random(in: 0...9, using: &sorteio) {
    case 0...3:
      guardar(cruzar(base, gestores: try gestores(), webopay: []).base)
    case 4...6:
      let epr = nomes.filter { _ in !sorteio.umEm(3) }.enumerated().map {
        EPR.Registro(linha: $0.offset + 2, cliente: $0.element)
      }
      let listas = analisarRecebimentos(&base, epr: epr, outras: outras)
      relatorios += 1
      base.faturar(listas, em: try relatorio(listas, numero: relatorios))
      guardar(base)
    case 7:
      let candidatos = base.clientes.filter { cliente in
        cliente.jaPago && !bases.contains { $0.liberou(cliente.chave) }
      }
      guard let cliente = candidatos.randomElement(using: &sorteio) else { return }
      base.liberar(cliente, Liberacao(dia: try dia("2025-11-20"), motivo: "outro"))
      guardar(base)
    case 8:
      guard
        let cliente = base.clientes.filter({ $0.estorno != nil })
          .randomElement(using: &sorteio)
      else { return }
      let dias = ["2025-09-20", "2025-10-31", "2025-11-01", "2025-12-24", "2026-02-01"]
      let devolucao = Devolucao(
        dia: try dia(dias.randomElement(using: &sorteio) ?? "2025-11-01"), motivo: "PIX")
      for lugar in bases.indices {
        bases[lugar].registrarEstorno(devolucao) { $0 == cliente.chave }
      }
    default:
      criar(base.competencia)
    }
  }

  private mutating func gestores() throws -> [Gestores.Registro] {
    let formas: [Gestores.Forma?] = [
      nil, .financiado, .financiado, .financiado, .desconto, .quitado,
    ]
    let situacoes: [Gestores.Situacao?] = [nil, nil, nil, nil, .desistiu]
    var registros: [Gestores.Registro] = []
    for (lugar, nome) in nomes.enumerated() where !sorteio.umEm(6) {
      registros.append(
        Gestores.Registro(
          linha: lugar + 3, cliente: nome, forma: formas.randomElement(using: &sorteio) ?? nil,
          situacao: situacoes.randomElement(using: &sorteio) ?? nil,
          comissao: sorteio.umEm(5)
            ? nil
            : try reais(
              "\(Int.random(in: 0...900, using: &sorteio)).\(Int.random(in: 100...999, using: &sorteio))"
            )))
    }
    return registros
  }

  private mutating func guardar(_ base: Base) {
    bases.removeAll { $0.competencia == base.competencia }
    bases.append(base)
    bases.sort { $0.competencia < $1.competencia }
  }
}

extension Base {
  fileprivate func liberou(_ chave: ChaveDeNome) -> Bool {
    clientes.contains { $0.chave == chave && $0.liberacao != nil }
  }
}
