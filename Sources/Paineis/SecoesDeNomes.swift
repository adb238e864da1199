import Conciliacao
import Dominio
import Pages

// The short lists of clients.

/// So many are shown; the table of receivables has all.
package let maioresEsperas = 10

func secaoDeEsperas(_ panorama: Panorama) -> [Node] {
  Secao.esperas.node(panorama, titulo: "As maiores comissões à espera de assinatura") {
    let maiores = panorama.esperas.prefix(maioresEsperas)
    tabela(
      "As maiores comissões de quem ainda não assinou",
      colunas: [("Cliente", false), ("Empreendimento", false), ("Valor", true)]
    ) {
      for item in maiores {
        element("tr") {
          element("th", ("scope", "row")) { item.cliente.texto }
          element("td") { item.empreendimento ?? "–" }
          element("td", ("class", "n")) { item.valor?.emReais() ?? "–" }
        }
      }
    }
    if panorama.aguardando.clientes > maiores.count {
      element("p", ("class", "nota")) {
        "São \(milhares(maiores.count)) de"
          + " \(contagem(panorama.aguardando.clientes, "cliente", "clientes"))"
          + " aguardando assinatura, \(panorama.aguardando.valor.emReais()) ao todo. Todos estão em "
        element("a", ("href", "#\(Secao.recebiveis.rawValue)")) { "Recebíveis" }
        "."
      }
    }
  }
}

func secaoDeEstornos(_ panorama: Panorama) -> [Node] {
  Secao.estornos.node(panorama, titulo: "Estornos: comissões a devolver") {
    tabela(
      "Clientes já faturados que desistiram ou receberam desconto",
      colunas: [("Cliente", false), ("Status", false), ("A devolver", true)]
    ) {
      for item in panorama.estornos {
        element("tr") {
          element("th", ("scope", "row")) { item.cliente.texto }
          element("td") { item.status.nome }
          element("td", ("class", "n")) { item.estorno?.emReais() ?? "–" }
        }
      }
      linhaDoTotal(panorama.totais.estornos)
    }
    element("p", ("class", "nota")) {
      "Quando o dinheiro voltar: "
      comando("comissoes estorno registrar NOME --motivo TEXTO")
    }
  }
}

private func linhaDoTotal(_ valor: Dinheiro) -> Node {
  element("tr", ("class", "total")) {
    element("th", ("scope", "row")) { "Total" }
    element("td")
    element("td", ("class", "n")) { valor.emReais() }
  }
}
