package import Dominio

/// The outcome of crossing a base with Gestores and WeboPay.
package struct Controle: Sendable {
  /// The counts of one run. Docs/regras.md §6
  package struct Estatisticas: Sendable, Equatable {
    package var clientesAtualizados = 0
    /// Clients that entered the status in this run.
    package var novos: [Status: Int] = [:]
    /// Alerts that no earlier run had raised.
    package var alertasGerados = 0
  }

  package var base: Base
  /// All that hold in this run, new or not, in the order of identities.
  package let alertas: [Alerta]
  package let estatisticas: Estatisticas
}

/// Crosses a base with Gestores and WeboPay. Docs/regras.md §5 and §6
///
/// Sets the situation of every client, whatever it was; never touches what was billed.
package func cruzar(
  _ base: Base, gestores: [Gestores.Registro], webopay: [WeboPay.Registro]
) -> Controle {
  let porNomeEmGestores = IndiceDeNomes(gestores)
  let primeirasParcelas = IndiceDeNomes(webopay.lazy.filter { $0.parcela == 1 })
  let outrasParcelas = Dictionary(
    grouping: webopay.lazy.filter { $0.parcela != 1 }, by: \.cliente
  ).mapValues { Set($0.map(\.parcela)).sorted() }

  var cruzada = base
  var estatisticas = Controle.Estatisticas()
  var alertas: [Alerta] = []
  for indice in cruzada.clientes.indices {
    let antes = cruzada.clientes[indice].situacao
    let cliente = cruzada.clientes[indice].chave
    let decisao = decidir(
      Fatos(
        cliente: cliente, gestores: porNomeEmGestores[cliente],
        webopay: primeirasParcelas[cliente], outrasParcelas: outrasParcelas[cliente] ?? []))
    alertas += decisao.alertas
    guard decisao.situacao != antes else { continue }
    cruzada.clientes[indice].situacao = decisao.situacao
    estatisticas.clientesAtualizados += 1
    if decisao.situacao.status != antes.status {
      estatisticas.novos[decisao.situacao.status, default: 0] += 1
    }
  }

  let naBase = Set(base.clientes.map(\.chave))
  alertas += porNomeEmGestores.nomes.filter { !naBase.contains($0) }.map(Alerta.gestoresNaoBase)
  alertas += primeirasParcelas.nomes.filter { !naBase.contains($0) }.map(Alerta.webopayNaoBase)
  alertas += porNomeEmGestores.repetidos(em: .gestores)
  alertas += primeirasParcelas.repetidos(em: .webopay)

  let marcados = cruzada.anotar(alertas)
  estatisticas.alertasGerados = marcados.count { $0.novo }
  return Controle(base: cruzada, alertas: marcados, estatisticas: estatisticas)
}
