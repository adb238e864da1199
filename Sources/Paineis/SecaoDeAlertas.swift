import Conciliacao
package import Dominio
import Pages

func secaoDeAlertas(_ panorama: Panorama) -> [Node] {
  Secao.alertas.node(panorama, titulo: "Alertas em aberto") {
    if panorama.alertas.isEmpty {
      element("p") { "Nenhum alerta em aberto." }
    } else {
      figura(
        BarChart(
          id: "g-alertas", title: "Por severidade",
          summary: panorama.porSeveridade.map { "\($0.nome) \($0.quantos)" }.emFrase,
          bars: panorama.porSeveridade.map {
            BarChart.Bar(
              $0.nome, milhares($0.quantos), to: Double($0.quantos), tone: $0.tom)
          }))
      element("table") {
        element("caption", ("class", "falado")) {
          "Alertas em aberto por severidade e tipo, e o comando que lista cada tipo"
        }
        element("thead") {
          element("tr") {
            element("th", ("scope", "col")) { "Severidade" }
            element("th", ("scope", "col")) { "Tipo" }
            element("th", ("scope", "col"), ("class", "n")) { "Quantos" }
            element("th", ("scope", "col")) { "Para ver cada um" }
          }
        }
        element("tbody") {
          for parte in panorama.alertas { linha(parte, de: panorama.base) }
        }
      }
    }
  }
}

private func linha(_ parte: Panorama.DeAlerta, de base: Competencia) -> Node {
  element("tr") {
    element("td") {
      element("span", ("class", "selo \(parte.tipo.severidade.classe)")) {
        "\(parte.tipo.severidade.sinal) \(parte.tipo.severidade.nome)"
      }
    }
    element("th", ("scope", "row")) {
      parte.tipo.nome.capitulado
      element("small") { parte.tipo.acaoSugerida }
    }
    element("td", ("class", "n")) { milhares(parte.quantos) }
    element("td", ("class", "comando")) {
      comando(comandoDosAlertas(parte.tipo, de: base))
    }
  }
}

/// What lists the open alerts of one kind.
package func comandoDosAlertas(_ tipo: TipoDeAlerta, de base: Competencia) -> String {
  "comissoes alertas --mes \(base.iso) --tipo \(tipo.numero)"
}

extension Panorama {
  fileprivate var porSeveridade: [(nome: String, quantos: Int, tom: StaticString)] {
    TipoDeAlerta.Severidade.allCases.sorted { $0.ordem < $1.ordem }.compactMap { severidade in
      let quantos = alertas.filter { $0.tipo.severidade == severidade }
        .reduce(0) { $0 + $1.quantos }
      return quantos == 0 ? nil : (severidade.nome.capitulado, quantos, severidade.classe)
    }
  }
}

extension TipoDeAlerta.Severidade {
  fileprivate var classe: StaticString {
    switch self {
    case .alta: "alta"
    case .media: "media"
    case .baixa: "baixa"
    }
  }

  /// So that colour is not all that tells.
  fileprivate var sinal: String {
    switch self {
    case .alta: "▲"
    case .media: "◆"
    case .baixa: "●"
    }
  }
}
