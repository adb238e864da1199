import Conciliacao
import Dominio

/// Ends in the line that says whether all is explained.
func textoDePonte(_ ponte: Ponte) -> String {
  "De Base \(ponte.de.porExtenso) a Base \(ponte.para.porExtenso)\n\n"
    + ponte.textoDeStatus + "\n" + ponte.textoDeEstornos + ponte.textoDeValores
    + ponte.textoDeFaltas
    + "\n(Contam só os clientes que já têm valor.)\nDiferença não explicada: \(ponte.diferenca.emReais())\n"
}

extension Ponte {
  fileprivate var textoDeStatus: String {
    var tabela = Tabela([
      ("Clientes", .esquerda), (de.porExtenso, .direita), ("Entraram", .direita),
      ("Saíram", .direita), ("Vieram de outro", .direita), ("Foram a outro", .direita),
      (para.porExtenso, .direita),
    ])
    let colunas: [KeyPath<Movimento, Int>] = [
      \.inicial, \.entraram, \.sairam, \.vieram, \.foram, \.final,
    ]
    for movimento in movimentos {
      tabela.acrescentar([movimento.status.nome] + colunas.map { milhares(movimento[keyPath: $0]) })
    }
    tabela.acrescentar(
      ["Total"]
        + colunas.map { coluna in milhares(movimentos.reduce(0) { $0 + $1[keyPath: coluna] }) })
    return tabela.texto
  }

  fileprivate var textoDeValores: String {
    var tabela = Tabela([("A receber", .esquerda), ("Clientes", .direita), ("Valor", .direita)])
    tabela.acrescentar([
      "A receber em \(de.porExtenso), antes de faturar", milhares(inicial.clientes),
      inicial.valor.emReais(),
    ])
    for linha in linhas {
      tabela.acrescentar([linha.motivo.texto, milhares(linha.quantos), linha.valor.emReais()])
    }
    tabela.acrescentar([
      "Ainda a receber em \(para.porExtenso)", milhares(final.clientes), final.valor.emReais(),
    ])
    return tabela.texto
  }

  /// Nothing when there is nothing to give back at either end, nor was anything in between.
  fileprivate var textoDeEstornos: String {
    let nada = estornos.inicial == .zero && estornos.final == .zero
    guard !nada || estornos.partes.contains(where: { !$0.parcela.clientes.isEmpty }) else {
      return ""
    }
    var tabela = Tabela([("A devolver", .esquerda), ("Clientes", .direita), ("Valor", .direita)])
    tabela.acrescentar(["No fim de \(de.porExtenso)", "", estornos.inicial.emReais()])
    for (nome, _, parcela, soma) in estornos.partes {
      let valor = soma ? parcela.valor : .zero - parcela.valor
      tabela.acrescentar([nome, "\(parcela.clientes.count)", valor.emReais()])
    }
    tabela.acrescentar(["No fim de \(para.porExtenso)", "", estornos.final.emReais()])
    let depois = estornos.devolvidosDepois
    if !depois.clientes.isEmpty {
      tabela.acrescentar([
        "Desses, devolvidos depois", "\(depois.clientes.count)", depois.valor.emReais(),
      ])
    }
    return tabela.texto + "\n"
  }

  /// What keeps the bridge from closing, and what to do.
  fileprivate var textoDeFaltas: String {
    guard !fecha else { return "" }
    var texto = "\nA ponte não fecha.\n"
    for cliente in semExplicacao {
      texto += "  \(cliente): o valor mudou, e nada explica por quê\n"
    }
    for falha in contradicoes.map(Constatacao.init) {
      texto += "  \(falha.lugar): \(falha.descricao)\n"
    }
    return texto + "  Não fature mais nada; rode 'comissoes dados verificar'.\n"
  }
}

extension Ponte.Motivo {
  /// For programs.
  var codigo: String {
    switch self {
    case .faturado: "faturado"
    case .entrou: "entrou"
    case .saiu: "saiu"
    case .passou: "passou"
    case .mudouDeStatus: "mudou_de_status"
    case .mudouDeValor: "mudou_de_valor"
    case .voltou: "voltou"
    case .liberado: "liberado"
    case .igual: "igual"
    }
  }

  var mes: Competencia? { if case .faturado(let mes) = self { mes } else { nil } }
  var status: (de: Status, para: Status)? {
    if case .mudouDeStatus(let de, let para) = self { (de, para) } else { nil }
  }
}

extension Ponte {
  /// The lines from one end to the other.
  var csv: TabelaCSV {
    var tabela = TabelaCSV(["motivo", "mes", "de", "para", "clientes", "valor"])
    tabela.acrescentar([
      .texto("inicial"), .texto(de.iso), .texto(nil), .texto(nil), .numero(inicial.clientes),
      .valor(inicial.valor),
    ])
    for linha in linhas {
      tabela.acrescentar([
        .texto(linha.motivo.codigo), .texto(linha.motivo.mes?.iso),
        .texto(linha.motivo.status?.de.rawValue), .texto(linha.motivo.status?.para.rawValue),
        .numero(linha.quantos), .valor(linha.valor),
      ])
    }
    tabela.acrescentar([
      .texto("final"), .texto(para.iso), .texto(nil), .texto(nil), .numero(final.clientes),
      .valor(final.valor),
    ])
    tabela.acrescentar([
      .texto("diferenca"), .texto(nil), .texto(nil), .texto(nil), .numero(semExplicacao.count),
      .valor(diferenca),
    ])
    return tabela
  }
}
