package import Dominio

/// What all bases together know to be billed, by client. Docs/regras.md §7
///
/// A link of names that any base has counts for all: whoever was billed under one spelling is not
/// billed again under another, in whichever month the link was made, and also once it was taken
/// back.
package struct ContasConhecidas {
  private let vinculados: NomesVinculados
  /// A base that knows of more bills of a name than another knows better.
  private let porNome: [ChaveDeNome: [Faturamento]]
  /// The names that were billed, by the client whom they mean.
  private let grafias: [ChaveDeNome: [ChaveDeNome]]

  /// - Parameters:
  ///   - bases: whose bills count.
  ///   - outras: whose links count besides.
  package init(_ bases: [Base], vinculosDe outras: [Base] = []) {
    let vinculados = NomesVinculados((bases + outras).flatMap(\.vinculos))
    var porNome: [ChaveDeNome: [Faturamento]] = [:]
    for base in bases.sorted(by: { $0.competencia < $1.competencia }) {
      // By places, because a loop over the clients copies each, and most have no bill.
      for lugar in base.clientes.indices where base.clientes[lugar].temFaturamento {
        let (nome, faturamentos) = (base.clientes[lugar].chave, base.clientes[lugar].faturamentos)
        if faturamentos.count > porNome[nome]?.count ?? 0 { porNome[nome] = faturamentos }
      }
    }
    self.vinculados = vinculados
    self.porNome = porNome
    grafias =
      vinculados.estaVazio ? [:] : Dictionary(grouping: porNome.keys) { vinculados[$0] }
  }

  /// True when nothing was billed under any name.
  var estaVazio: Bool { porNome.isEmpty }

  /// Under this name, oldest first.
  func faturados(como nome: ChaveDeNome) -> [Faturamento] { porNome[nome] ?? [] }

  /// Under the client's other names.
  func faturados(comoOutroNomeDe nome: ChaveDeNome) -> [Faturamento] {
    var faturamentos: [Faturamento] = []
    for grafia in (grafias[vinculados[nome]] ?? []).sorted() where grafia != nome {
      faturamentos.juntar(faturados(como: grafia))
    }
    return faturamentos
  }

  /// Whom the name means.
  func cliente(de nome: ChaveDeNome) -> ChaveDeNome { vinculados[nome] }

  /// True when both names mean one client.
  package func saoUmCliente(_ um: ChaveDeNome, _ outro: ChaveDeNome) -> Bool {
    cliente(de: um) == cliente(de: outro)
  }
}

extension Base {
  /// The base with what others have billed, also where it was made before the bill and does not
  /// know of it: as it is to be shown and summed up.
  package func comHerancas(de outras: [Base]) -> Base {
    let contas = ContasConhecidas(
      outras.filter { $0.competencia != competencia }, vinculosDe: [self])
    guard !contas.estaVazio else { return self }
    var base = self
    for indice in base.clientes.indices {
      base.clientes[indice].herdar(contas)
    }
    return base
  }
}

/// All bases of a data directory, each with what the others have billed.
package func comHerancas(_ bases: [Base]) -> [Base] {
  bases.map { $0.comHerancas(de: bases) }
}

extension Cliente {
  /// Takes over bills that the client's own record does not know of.
  mutating func herdar(_ contas: ContasConhecidas) {
    guard !contas.estaVazio else { return }
    herdar(contas.faturados(como: chave))
    var todos = faturamentos
    todos.juntar(contas.faturados(comoOutroNomeDe: chave))
    herdar(todos)
  }

  /// The same of a record of bills that is longer than the client's own.
  mutating func herdar(_ faturamentos: [Faturamento]) {
    guard faturamentos.count > self.faturamentos.count else { return }
    faturamento = faturamentos.last
    anteriores = Array(faturamentos.dropLast())
  }
}

extension [Faturamento] {
  /// Adds the bills that are not among these, in the order of months and reports. Of two records of
  /// one bill the one that knows of the money given back stays.
  fileprivate mutating func juntar(_ outros: [Faturamento]) {
    for outro in outros {
      if let indice = firstIndex(where: { $0.mesmaConta(que: outro) }) {
        if self[indice].devolucao == nil { self[indice] = outro }
      } else {
        append(outro)
      }
    }
    sort { ($0.base, $0.relatorio) < ($1.base, $1.relatorio) }
  }
}

extension Faturamento {
  /// The same bill, whatever has been added to its record since.
  func mesmaConta(que outro: Faturamento) -> Bool {
    (valor, dia, contrato, base, relatorio)
      == (outro.valor, outro.dia, outro.contrato, outro.base, outro.relatorio)
  }
}
