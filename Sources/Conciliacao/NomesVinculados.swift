import Dominio

/// Whom each spelling means, by the director's word. Docs/regras.md §11
struct NomesVinculados {
  private let clientes: [ChaveDeNome: ChaveDeNome]

  init(_ vinculos: [Vinculo]) {
    clientes = Dictionary(
      vinculos.map { ($0.nome, $0.cliente) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(nome: ChaveDeNome) -> ChaveDeNome { clientes[nome] ?? nome }

  /// The rows under the names of the clients whom they mean.
  func aplicar<Registro: RegistroDeCliente>(_ registros: [Registro]) -> [Registro] {
    guard !clientes.isEmpty else { return registros }
    return registros.map { registro in
      guard let cliente = clientes[registro.cliente] else { return registro }
      var vinculado = registro
      vinculado.cliente = cliente
      return vinculado
    }
  }
}
