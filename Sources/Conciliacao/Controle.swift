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
  /// Clients whose manual decision the spreadsheets have come to contradict, in the order of keys.
  package let contrariados: [ChaveDeNome]
}

/// Crosses a base with Gestores and WeboPay. Docs/regras.md §5 and §6
///
/// Sets the situation of every client, whatever it was: to what the rules say, or to what the
/// director decided in their place. Never touches what was billed.
package func cruzar(
  _ base: Base, gestores: [Gestores.Registro], webopay: [WeboPay.Registro],
  em corrida: Corrida = Corrida()
) -> Controle {
  let cruzamento = Cruzamento(gestores: gestores, webopay: webopay, vinculos: base.vinculos)
  var cruzada = base
  var estatisticas = Controle.Estatisticas()
  var alertas: [Alerta] = []
  for indice in cruzada.clientes.indices {
    let antes = cruzada.clientes[indice].situacao
    let decisao = decidir(cruzamento.fatos(de: cruzada.clientes[indice].chave))
    alertas += decisao.alertas
    cruzada.clientes[indice].aceitar(decisao.situacao)
    let depois = cruzada.clientes[indice].situacao
    guard depois != antes else { continue }
    estatisticas.clientesAtualizados += 1
    if depois.status != antes.status {
      estatisticas.novos[depois.status, default: 0] += 1
    }
  }

  let naBase = Set(base.clientes.map(\.chave))
  alertas += cruzamento.gestores.primeiros { !naBase.contains($0) }.map(Alerta.gestoresNaoBase)
  alertas += cruzamento.primeirasParcelas.primeiros { !naBase.contains($0) }
    .map(Alerta.webopayNaoBase)
  alertas += cruzamento.gestores.repetidos(em: .gestores)
  alertas += cruzamento.primeirasParcelas.repetidos(em: .webopay)
  Sugestoes(cruzada, cruzamento).preencher(&alertas)

  let marcados = cruzada.anotar(alertas, de: .controle, em: corrida)
  estatisticas.alertasGerados = marcados.count { $0.novo }
  return Controle(
    base: cruzada, alertas: marcados, estatisticas: estatisticas,
    contrariados: cruzada.clientes.filter { $0.decisao?.contrariada == true }.map(\.chave))
}

extension Cliente {
  /// What the rules say; it holds unless the director has decided in their place.
  fileprivate mutating func aceitar(_ regras: Situacao) {
    decisao?.regras = regras
    situacao = decisao?.situacao ?? regras
  }
}
