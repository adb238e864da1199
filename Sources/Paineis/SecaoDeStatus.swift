import Conciliacao
import Dominio
import Pages

func secaoDeStatus(_ panorama: Panorama) -> [Node] {
  Secao.status.node(panorama, titulo: "Clientes por status") {
    element("div", ("class", "lado tres")) {
      figura(
        BarChart(
          id: "g-status", title: "Quantos clientes",
          summary: panorama.porStatus.map { "\($0.status.nome) \($0.soma.clientes)" }.emFrase,
          bars: panorama.porStatus.map {
            BarChart.Bar(
              $0.status.nome, milhares($0.soma.clientes), to: Double($0.soma.clientes), tone: "um")
          }))
      figura(
        BarChart(
          id: "g-valores", title: "Quanto em comissões",
          summary: panorama.porStatus.map { "\($0.status.nome) \($0.soma.valor.emReais())" }
            .emFrase,
          bars: panorama.porStatus.map {
            BarChart.Bar(
              $0.status.nome, $0.soma.valor.emReais(), to: $0.soma.valor.medida, tone: "dois")
          }))
      tabela(
        "Clientes e comissões por status",
        colunas: [("Status", false), ("Clientes", true), ("Comissões", true)]
      ) {
        for parte in panorama.porStatus {
          linha(parte.status.nome, [milhares(parte.soma.clientes), parte.soma.valor.emReais()])
        }
        linha(
          "Total",
          [
            milhares(panorama.totais.clientes),
            panorama.porStatus.map(\.soma.valor).soma.emReais(),
          ], classe: "total")
      }
    }
    element("p", ("class", "nota")) {
      "O valor de Financiado inclui o que já foi faturado. Cada comissão conta arredondada a"
        + " centavos, como é faturada."
    }
  }
}

extension [String] {
  /// `um, dois, três.`
  var emFrase: String { joined(separator: ", ") + "." }
}
