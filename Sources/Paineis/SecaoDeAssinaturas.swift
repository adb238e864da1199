import Conciliacao
import Dominio
import Pages

/// The drawing has the last months; the table has all.
private let mesesNoDesenho = 12

func secaoDeAssinaturas(_ panorama: Panorama) -> [Node] {
  Secao.assinaturas.node(panorama, titulo: "Recebíveis por mês de assinatura") {
    if panorama.assinaturas.isEmpty {
      element("p") { "Nenhum contrato assinado entre os recebíveis deste mês." }
    } else {
      element("div", ("class", "lado")) {
        figura(
          BarChart(
            id: "g-assinaturas",
            title: panorama.assinaturas.count > mesesNoDesenho
              ? "Faturado e a faturar, últimos \(mesesNoDesenho) meses (todos na tabela)"
              : "Faturado e a faturar",
            summary: panorama.assinaturas.suffix(mesesNoDesenho).map {
              "\($0.nome) \($0.valor.emReais())"
            }.emFrase,
            bars: panorama.assinaturas.suffix(mesesNoDesenho).map {
              BarChart.Bar($0.nome, $0.valor.emReais(), to: $0.valor.medida, tone: "um")
            }))
        tabela(
          "Recebíveis por mês de assinatura do contrato",
          colunas: [("Assinatura", false), ("Faturado", true), ("A faturar", true), ("Soma", true)]
        ) {
          for parte in panorama.assinaturas {
            linha(
              parte.nome,
              [parte.faturado.valor, parte.aFaturar.valor, parte.valor].map { $0.emReais() })
          }
          linha(
            "Total",
            [
              panorama.assinaturas.map(\.faturado.valor).soma,
              panorama.assinaturas.map(\.aFaturar.valor).soma,
              panorama.assinaturas.map(\.valor).soma,
            ].map { $0.emReais() }, classe: "total")
        }
      }
    }
  }
}

extension Panorama.DeAssinatura {
  fileprivate var nome: String { mes?.brasileiro ?? "Sem data em EPR" }
}
