import Dominio

/// Whom each spelling means, by the director's word. Docs/regras.md §11
struct NomesVinculados {
  private let clientes: [ChaveDeNome: ChaveDeNome]

  init(_ vinculos: [Vinculo]) {
    clientes = Dictionary(
      vinculos.map { ($0.nome, $0.cliente) }, uniquingKeysWith: { first, _ in first })
  }

  var estaVazio: Bool { clientes.isEmpty }

  /// The links of several bases may follow one another; a circle of them ends where it began.
  subscript(nome: ChaveDeNome) -> ChaveDeNome {
    var cliente = nome
    var vistos: Set<ChaveDeNome> = []
    while let proximo = clientes[cliente], vistos.insert(cliente).inserted { cliente = proximo }
    return cliente
  }

  /// The rows under the names of the clients whom they mean.
  func aplicar<Registro: RegistroDeCliente>(_ registros: [Registro]) -> [Registro] {
    guard !clientes.isEmpty else { return registros }
    return registros.map { registro in
      var vinculado = registro
      vinculado.cliente = self[registro.cliente]
      return vinculado
    }
  }
}

extension Base {
  /// The base with its clients under the names that their spellings mean. Where both are clients of
  /// the base they stay two.
  func comNomes(_ vinculados: NomesVinculados) -> Base {
    guard !vinculados.estaVazio else { return self }
    let nomes = Set(clientes.map(\.chave))
    var base = self
    base.clientes = clientes.map { cliente in
      let nome = vinculados[cliente.chave]
      return nome == cliente.chave || nomes.contains(nome) ? cliente : cliente.com(chave: nome)
    }.sorted { $0.chave < $1.chave }
    return base
  }
}

extension Cliente {
  fileprivate func com(chave: ChaveDeNome) -> Cliente {
    Cliente(
      chave: chave, linhas: linhas, cadastro: cadastro, situacao: situacao,
      faturamento: faturamento, anteriores: anteriores, liberacao: liberacao, decisao: decisao)
  }
}
