package import Dominio

/// The outcome of making a month's base from Acompanhamento.
package struct CriacaoDeBase: Sendable {
  package var base: Base
  /// Alert 5 of Acompanhamento: all that hold, new or not.
  package let alertas: [Alerta]
  /// Clients whom the replaced base had billed, or the director had decided upon, and whom the new
  /// Acompanhamento no longer has: they stay, so that no bill and no decision is lost.
  package let mantidos: [ChaveDeNome]
  /// Clients for whom a decision holds that was taken on a name linked to theirs.
  package let decididosPorVinculo: [(cliente: ChaveDeNome, nome: ChaveDeNome)]
}

/// Makes the base of a month: one client a name. Docs/regras.md §3 and §7
///
/// - Parameters:
///   - registros: the rows of Acompanhamento.
///   - anterior: the base of the same month that is being replaced. Its clients who are still
///     there keep what was decided and billed.
///   - outras: the bases of the other months. What the earlier ones billed is inherited; from the
///     newest of them also what the director decided and linked.
package func criarBase(
  _ competencia: Competencia, registros: [Acompanhamento.Registro], anterior: Base?,
  outras: [Base], em corrida: Corrida = Corrida()
) -> CriacaoDeBase {
  let passadas = outras.filter { $0.competencia < competencia }
  let vespera = passadas.max { $0.competencia < $1.competencia }
  let vinculos = anterior?.vinculos ?? vespera?.vinculos ?? []
  let vinculados = NomesVinculados(vinculos)
  let indice = IndiceDeNomes(vinculados.aplicar(registros))
  let contas = ContasConhecidas(passadas, vinculosDe: [anterior].compactMap(\.self))
  let grafias = Dictionary(grouping: vinculos.map(\.nome)) { vinculados[$0] }
  let palavras = DecisoesPorNome(passadas)
  let conhecidos = Dictionary(
    (anterior?.clientes ?? []).map { ($0.chave, $0) }, uniquingKeysWith: { first, _ in first })

  let nomes = indice.nomes
  var clientes = nomes.map { nome in
    var cliente =
      conhecidos[nome]
      ?? Cliente(
        chave: nome, decisao: palavras.primeira(de: [nome] + (grafias[nome] ?? [])))
    cliente.linhas = indice.linhas(de: nome)
    cliente.cadastro = indice[nome]?.cadastro ?? Acompanhamento.Cadastro()
    cliente.herdar(contas)
    return cliente
  }
  let mantidos = (anterior?.clientes ?? []).filter { cliente in
    let faturado = cliente.faturamentos.contains { $0.base == competencia }
    return (faturado || cliente.decisao != nil) && indice[cliente.chave] == nil
  }
  // The names were in order.
  if !mantidos.isEmpty {
    clientes += mantidos.map { cliente in
      var cliente = cliente
      cliente.linhas = []
      return cliente
    }
    clientes.sort { $0.chave < $1.chave }
  }

  var base = Base(
    competencia: competencia, clientes: clientes, alertas: anterior?.alertas ?? [],
    relatorios: anterior?.relatorios ?? [], fontes: anterior?.fontes ?? [], vinculos: vinculos)
  var corrida = corrida
  corrida.passadas = passadas
  let alertas = base.anotar(
    indice.repetidos(em: .acompanhamento), de: .criacaoDeBase, em: corrida)
  return CriacaoDeBase(
    base: base, alertas: alertas, mantidos: mantidos.map(\.chave),
    decididosPorVinculo: clientes.compactMap { cliente in
      guard conhecidos[cliente.chave] == nil, let nome = cliente.decisao?.nome,
        nome != cliente.chave
      else { return nil }
      return (cliente.chave, nome)
    })
}

extension Cliente {
  /// A client who is new to a base; what the director decided in the month before goes on.
  fileprivate init(chave: ChaveDeNome, decisao: DecisaoManual?) {
    self.init(chave: chave, linhas: [])
    guard var decisao else { return }
    decisao.regras = .inicial
    self.decisao = decisao
    situacao = decisao.situacao
  }
}
