import Conciliacao
import Dominio
import Pages

/// The key figures.
func numeros(_ panorama: Panorama) -> [Node] {
  let totais = panorama.totais
  return Secao.resumo.node(panorama, titulo: "Resumo") {
    element("dl", ("class", "numeros")) {
      numero("A receber", totais.aReceber.emReais(), panorama.notaDoAReceber)
      numero("Faturado no mês", totais.faturado.emReais(), panorama.notaDoFaturado)
      numero(
        "Aguardando assinatura", panorama.aguardando.valor.emReais(),
        panorama.temEPR
          ? contagem(
            panorama.aguardando.clientes, "cliente que ainda não está no EPR",
            "clientes que ainda não estão no EPR")
          : contagem(panorama.aguardando.clientes, "cliente", "clientes") + ", ainda sem EPR")
      numero(
        "Desistências", milhares(totais.desistencias),
        totais.estornos == .zero
          ? "nada a devolver" : "\(totais.estornos.emReais()) a devolver em estornos")
      numero("Alertas em aberto", milhares(panorama.emAberto), panorama.notaDosAlertas)
      numero(
        "Clientes", milhares(totais.clientes),
        totais.requerAnalise == 0
          ? "nenhum em análise" : "\(milhares(totais.requerAnalise)) em análise")
    }
  }
}

private func numero(_ nome: String, _ valor: String, _ nota: String) -> Node {
  element("div") {
    element("dt") { nome }
    element("dd") {
      element("strong") { valor }
      element("span") { nota }
    }
  }
}

extension Panorama {
  fileprivate var notaDoAReceber: String {
    let clientes = recebiveis.count { !$0.estado.ehFaturado }
    return contagem(
      clientes, "financiado ainda não faturado", "financiados ainda não faturados")
  }

  fileprivate var notaDoFaturado: String {
    let clientes = contagem(faturados.clientes, "cliente", "clientes")
    let nota = "\(clientes) em \(contagem(relatorios, "relatório", "relatórios"))"
    return totais.devolvido == .zero ? nota : "\(nota); \(totais.devolvido.emReais()) devolvidos"
  }

  fileprivate var notaDosAlertas: String {
    let altos = alertas.filter { $0.tipo.severidade == .alta }.reduce(0) { $0 + $1.quantos }
    return altos == 0 ? "nenhum de severidade alta" : "\(milhares(altos)) de severidade alta"
  }
}
