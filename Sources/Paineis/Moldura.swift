import Conciliacao
import Dominio
import Pages

// What stands around the sections: who, when, from what.

@Nodes func cabecalho(_ panorama: Panorama, em dia: Dia) -> [Node] {
  element("header") {
    element("p", ("class", "sobre")) { "Comissões" }
    element("h1") { panorama.base.porExtenso }
    element("p", ("class", "sob")) {
      "\(contagem(panorama.totais.clientes, "cliente", "clientes")); situação em "
      dia.marcado
    }
    element("nav", ("aria-label", "Nesta página")) {
      element("ul") {
        for secao in Secao.allCases where secao.existe(em: panorama) {
          element("li") {
            element("a", ("href", "#\(secao.rawValue)")) { secao.curto }
          }
        }
      }
    }
  }
}

/// What the reader must know before believing any figure.
@Nodes func avisos(_ panorama: Panorama) -> [Node] {
  for aviso in panorama.avisos {
    element("p", ("class", "aviso")) {
      element("strong") { aviso.titulo }
      " \(aviso.texto)"
      if let linha = aviso.comando {
        " Rode "
        comando(linha)
        "."
      }
    }
  }
}

@Nodes func rodape(_ panorama: Panorama, em dia: Dia) -> [Node] {
  element("footer") {
    if !panorama.fontes.isEmpty {
      element("p") {
        "Planilhas: "
          + panorama.fontes.map { "\($0.arquivo) (\($0.planilha.rawValue))" }
          .joined(separator: ", ") + "."
      }
    }
    element("p") {
      "Feito em \(dia.brasileiro) por "
      comando("comissoes painel --mes \(panorama.base.iso)")
      ". Esta página não muda sozinha: depois de um novo controle, de novos recebimentos ou de uma"
        + " decisão, rode o comando outra vez."
    }
  }
}

private struct Recado {
  let titulo: String
  let texto: String
  var comando: String?
}

extension Panorama {
  fileprivate var avisos: [Recado] {
    var avisos: [Recado] = []
    let lidas = Set(fontes.map(\.planilha))
    if !fecha {
      avisos.append(
        Recado(
          titulo: "As contas não fecham.",
          texto: "Não fature mais nada antes de saber por quê.",
          comando: "comissoes dados verificar"))
    }
    if !lidas.contains(.gestores) {
      avisos.append(
        Recado(
          titulo: "Ainda sem controle.",
          texto: "Os status e os valores saem do cruzamento com Gestores e WeboPay.",
          comando: "comissoes controle --mes \(base.iso) --gestores ARQUIVO --webopay ARQUIVO"))
    } else if !temEPR {
      avisos.append(
        Recado(
          titulo: "Ainda sem EPR.",
          texto: "Por enquanto todos os financiados constam como aguardando assinatura.",
          comando: "comissoes recebimentos --mes \(base.iso) --epr ARQUIVO --dry-run"))
    }
    return avisos
  }
}
