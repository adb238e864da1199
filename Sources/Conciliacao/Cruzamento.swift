package import Dominio

/// What Gestores and WeboPay say, by client of a base: the facts that the engine decides on.
package struct Cruzamento {
  let gestores: IndiceDeNomes<Gestores.Registro>
  let primeirasParcelas: IndiceDeNomes<WeboPay.Registro>
  private let outrasParcelas: [ChaveDeNome: [WeboPay.Registro]]

  /// - Parameter vinculos: spellings that mean a client.
  package init(
    gestores: [Gestores.Registro], webopay: [WeboPay.Registro], vinculos: [Vinculo] = []
  ) {
    let vinculados = NomesVinculados(vinculos)
    let webopay = vinculados.aplicar(webopay)
    self.gestores = IndiceDeNomes(vinculados.aplicar(gestores))
    primeirasParcelas = IndiceDeNomes(webopay.lazy.filter { $0.parcela == 1 })
    outrasParcelas = Dictionary(
      grouping: webopay.lazy.filter { $0.parcela != 1 }, by: \.cliente
    ).mapValues { registros in
      Dictionary(grouping: registros, by: \.parcela).sorted { $0.key < $1.key }.compactMap {
        $0.value.min { $0.linha < $1.linha }
      }
    }
  }

  /// Every name that either spreadsheet has, in the order of keys.
  package var nomes: [ChaveDeNome] {
    Set(gestores.nomes).union(primeirasParcelas.nomes).sorted()
  }

  /// The row of Gestores that counts for a client; nil without one.
  package func linhaEmGestores(de cliente: ChaveDeNome) -> Int? { gestores[cliente]?.linha }

  package func fatos(de cliente: ChaveDeNome) -> Fatos {
    Fatos(
      cliente: cliente, gestores: gestores[cliente], webopay: primeirasParcelas[cliente],
      outrasParcelas: outrasParcelas[cliente] ?? [])
  }
}
