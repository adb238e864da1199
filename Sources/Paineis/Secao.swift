import Conciliacao
import Dominio
import Pages

/// The parts of the page, in their order. The raw value is the address within it.
enum Secao: String, CaseIterable {
  case resumo
  case status
  case assinaturas
  case ponte
  case alertas
  case esperas
  case estornos
  case recebiveis

  /// In the list at the head of the page.
  var curto: String {
    switch self {
    case .resumo: "Resumo"
    case .status: "Status"
    case .assinaturas: "Assinaturas"
    case .ponte: "Ponte"
    case .alertas: "Alertas"
    case .esperas: "Aguardando"
    case .estornos: "Estornos"
    case .recebiveis: "Recebíveis"
    }
  }

  func existe(em panorama: Panorama) -> Bool {
    switch self {
    case .esperas: !panorama.esperas.isEmpty
    case .estornos: !panorama.estornos.isEmpty
    case .resumo, .status, .assinaturas, .ponte, .alertas, .recebiveis: true
    }
  }

  /// The section with its heading; nothing when the month has none.
  func node(
    _ panorama: Panorama, titulo: String, @Nodes content: () -> [Node]
  ) -> [Node] {
    guard existe(em: panorama) else { return [] }
    return [
      element("section", ("id", rawValue), ("aria-labelledby", "\(rawValue)-h")) {
        element("h2", ("id", "\(rawValue)-h")) { titulo }
        content()
      }
    ]
  }
}

/// A drawing with the words below it.
func figura(_ chart: BarChart) -> Node {
  element("figure") {
    element("figcaption") { chart.title }
    chart.node
  }
}

/// What to type. Its words stay whole where a line ends, so that nobody types half an option.
func comando(_ texto: String) -> Node {
  element("code") {
    for (lugar, palavra) in texto.split(separator: " ").enumerated() {
      if lugar > 0 { " " }
      element("span") { String(palavra) }
    }
  }
}

/// A table: its caption is read by all, or only aloud where the heading above says the same.
func tabela(
  _ legenda: String, colunas: [(nome: String, numero: Bool)], @Nodes linhas: () -> [Node]
) -> Node {
  element("table") {
    element("caption", ("class", "falado")) { legenda }
    element("thead") {
      element("tr") {
        for coluna in colunas {
          element("th", ("scope", "col"), ("class", coluna.numero ? "n" : nil)) { coluna.nome }
        }
      }
    }
    element("tbody", content: linhas)
  }
}

/// A row with the name of what it tells of, and figures.
func linha(_ nome: String, _ numeros: [String], classe: String? = nil) -> Node {
  element("tr", ("class", classe)) {
    element("th", ("scope", "row")) { nome }
    for numero in numeros { element("td", ("class", "n")) { numero } }
  }
}
