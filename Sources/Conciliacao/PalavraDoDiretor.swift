package import Dominio

// What the director decides beyond the rules, on clients already billed. Docs/regras.md §7

extension Base {
  /// Lets a billed client be billed once more: a second contract, say.
  ///
  /// - Parameter cliente: with every bill that is known. They are kept on record here, so that the
  ///   next one stands beside them and not in their place.
  package mutating func liberar(_ cliente: Cliente, _ liberacao: Liberacao) {
    for indice in clientes.indices where clientes[indice].chave == cliente.chave {
      clientes[indice].herdar(cliente.faturamentos)
      clientes[indice].liberacao = liberacao
    }
  }

  /// Notes that the billed money of a client was given back: every bill that is still open.
  ///
  /// - Parameter ehDoCliente: true for every name of the client.
  package mutating func registrarEstorno(
    _ devolucao: Devolucao, ehDoCliente: (ChaveDeNome) -> Bool
  ) {
    for indice in clientes.indices where ehDoCliente(clientes[indice].chave) {
      clientes[indice].faturamento?.devolver(devolucao)
      for anterior in clientes[indice].anteriores.indices {
        clientes[indice].anteriores[anterior].devolver(devolucao)
      }
    }
  }
}

extension Faturamento {
  fileprivate mutating func devolver(_ devolucao: Devolucao) {
    if self.devolucao == nil { self.devolucao = devolucao }
  }
}
