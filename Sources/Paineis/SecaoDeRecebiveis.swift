import Conciliacao
import Dominio
import Pages

/// The whole table. The script adds search and order to it; without the script all rows stand.
///
/// The roles are said in full because the rows are laid out anew on a telephone, and some readers
/// then take the table for no table any more.
func secaoDeRecebiveis(_ panorama: Panorama) -> [Node] {
  Secao.recebiveis.node(panorama, titulo: "Recebíveis") {
    if panorama.recebiveis.isEmpty {
      element("p") { "Ninguém foi faturado neste mês, e ninguém está a receber." }
    } else {
      element("form", ("id", "busca"), ("role", "search"), ("hidden", "hidden")) {
        element("label", ("for", "procura")) { "Procurar" }
        element(
          "input", ("id", "procura"), ("type", "search"), ("autocomplete", "off"),
          ("placeholder", "nome, empreendimento, contrato, situação…"))
        element("p", ("id", "achados"), ("role", "status")) { "" }
      }
      element("table", ("id", "lista"), ("role", "table"), ("class", "lista")) {
        element("caption", ("class", "falado")) {
          "Comissões faturadas neste mês e a receber"
        }
        element("thead", ("role", "rowgroup")) {
          element("tr", ("role", "row")) {
            for (nome, classe) in colunas {
              element(
                "th", ("role", "columnheader"), ("scope", "col"), ("class", classe)
              ) { nome }
            }
          }
        }
        element("tbody", ("role", "rowgroup")) {
          for item in panorama.recebiveis { linha(item) }
        }
        element("tfoot", ("role", "rowgroup")) {
          total("Faturado", panorama.totais.faturado)
          total("A receber", panorama.totais.aReceber)
        }
      }
    }
  }
}

private let colunas: [(nome: String, classe: String?)] = [
  ("Cliente", nil), ("Empreendimento", nil), ("Contrato", nil), ("Assinatura", "d"),
  ("Situação", nil), ("Valor", "n"),
]

private func linha(_ item: Recebivel) -> Node {
  element("tr", ("role", "row")) {
    element("th", ("role", "rowheader"), ("scope", "row")) { item.cliente.texto }
    celula("e", item.empreendimento)
    celula("c", item.contrato)
    if let dia = item.assinatura {
      element("td", ("role", "cell"), ("class", "d")) { dia.marcado }
    } else {
      celula("d", nil)
    }
    element("td", ("role", "cell"), ("class", "s \(item.estado.classe)")) { item.estado.nome }
    element("td", ("role", "cell"), ("class", "n")) {
      if let valor = item.valor {
        element("data", ("value", valor.texto)) { valor.emReais() }
      } else {
        "sem valor"
      }
    }
  }
}

private func celula(_ classe: String, _ texto: String?) -> Node {
  element("td", ("role", "cell"), ("class", texto == nil ? "\(classe) falta" : classe)) {
    texto ?? "–"
  }
}

private func total(_ nome: String, _ valor: Dinheiro) -> Node {
  element("tr", ("role", "row")) {
    element("th", ("role", "rowheader"), ("scope", "row"), ("colspan", "5")) { nome }
    element("td", ("role", "cell"), ("class", "n")) { valor.emReais() }
  }
}

extension Recebivel.Estado {
  fileprivate var classe: StaticString {
    switch self {
    case .faturado: "pago"
    case .assinado: "pronto"
    case .revisar, .comOutroNome: "rever"
    case .aguardando: "espera"
    }
  }
}
