import Conciliacao
import Dominio
import Pages

func secaoDaPonte(_ panorama: Panorama) -> [Node] {
  guard let ponte = panorama.ponte else {
    return Secao.ponte.node(panorama, titulo: "De onde veio o valor a receber") {
      element("p") {
        "Não há base de um mês anterior: a ponte aparece a partir do segundo mês."
      }
    }
  }
  return Secao.ponte.node(
    panorama, titulo: "De \(ponte.de.porExtenso) a \(ponte.para.porExtenso)"
  ) {
    element("p") {
      "Como o valor a receber de \(ponte.de.porExtenso) virou o de \(ponte.para.porExtenso)."
        + " Contam só os clientes que já têm valor."
    }
    element("div", ("class", "lado")) {
      figura(desenho(ponte))
      tabela(
        "A ponte de \(ponte.de.porExtenso) a \(ponte.para.porExtenso)",
        colunas: [("A receber", false), ("Clientes", true), ("Valor", true)]
      ) {
        linha(
          "A receber em \(ponte.de.porExtenso), antes de faturar",
          [milhares(ponte.inicial.clientes), ponte.inicial.valor.emReais()], classe: "ponta")
        for parte in ponte.linhas {
          linha(parte.motivo.texto, [milhares(parte.quantos), parte.valor.emReais()])
        }
        linha(
          "Ainda a receber em \(ponte.para.porExtenso)",
          [milhares(ponte.final.clientes), ponte.final.valor.emReais()], classe: "total")
      }
    }
    element("p", ("class", "nota")) {
      "Diferença não explicada: \(ponte.diferenca.emReais()). O mesmo em planilha: "
      comando("comissoes ponte --de \(ponte.de.iso) --para \(ponte.para.iso) --formato csv")
    }
    if ponte.estornos.haAlgo { estornos(ponte) }
  }
}

/// Each bar begins where the one above it ended.
private func desenho(_ ponte: Ponte) -> BarChart {
  var saldo = ponte.inicial.valor
  var bars = [
    BarChart.Bar(
      ponte.de.porExtenso, saldo.emReais(), to: saldo.medida, tone: "um")
  ]
  for parte in ponte.linhas where parte.valor != .zero {
    let novo = saldo + parte.valor
    bars.append(
      BarChart.Bar(
        parte.motivo.curto, parte.valor.emReais(), from: saldo.medida, to: novo.medida,
        tone: parte.valor < .zero ? "menos" : "mais"))
    saldo = novo
  }
  bars.append(
    BarChart.Bar(
      ponte.para.porExtenso, ponte.final.valor.emReais(), to: ponte.final.valor.medida,
      tone: "um"))
  return BarChart(
    id: "g-ponte", title: "O que somou e o que subtraiu",
    summary: bars.map { "\($0.label) \($0.value)" }.emFrase, bars: bars)
}

private func estornos(_ ponte: Ponte) -> Node {
  tabela(
    "A devolver, de \(ponte.de.porExtenso) a \(ponte.para.porExtenso)",
    colunas: [("A devolver", false), ("Clientes", true), ("Valor", true)]
  ) {
    linha("No fim de \(ponte.de.porExtenso)", ["", ponte.estornos.inicial.emReais()])
    for (nome, _, parcela, soma) in ponte.estornos.partes {
      let valor = soma ? parcela.valor : .zero - parcela.valor
      linha(nome, [milhares(parcela.clientes.count), valor.emReais()])
    }
    linha(
      "No fim de \(ponte.para.porExtenso)", ["", ponte.estornos.final.emReais()], classe: "total")
    let depois = ponte.estornos.devolvidosDepois
    if !depois.clientes.isEmpty {
      linha(
        "Desses, devolvidos depois", [milhares(depois.clientes.count), depois.valor.emReais()])
    }
  }
}

extension PonteDeEstornos {
  fileprivate var haAlgo: Bool {
    inicial != .zero || final != .zero || partes.contains { !$0.parcela.clientes.isEmpty }
  }
}

extension Ponte.Motivo {
  /// Short enough to stand above a bar on a telephone.
  fileprivate var curto: String {
    switch self {
    case .faturado(let mes): "Faturados por \(mes.porExtenso)"
    case .voltou: "Voltaram ao status de antes"
    case .passou: "Faturados no meio"
    case .mudouDeValor: "Valor que mudou"
    case .liberado: "Liberados"
    case .entrou, .saiu, .mudouDeStatus, .igual: texto
    }
  }
}
