import Dominio
import Planilhas
import Spreadsheets

// What `planilha mostrar` prints for people.

extension RetratoDePlanilha {
  var texto: String {
    var texto = "\(arquivo): \(formato.descricao), \(contagem(abas.count, "aba", "abas"))\n"
    if let extensaoEnganosa {
      texto +=
        "O nome termina em .\(extensaoEnganosa), mas o conteúdo é outro: vale o conteúdo.\n"
    }
    if let programa { texto += "O arquivo diz ter sido escrito por \(programa.legivel).\n" }
    texto += "\n" + tabelaDeAbas
    for achado in identificacao.reconhecidas { texto += "\n" + achado.texto }
    if identificacao.reconhecidas.isEmpty { texto += "\n" + textoSemReconhecida }
    return texto + abas.map(\.texto).joined()
  }

  private var tabelaDeAbas: String {
    var tabela = Tabela([
      ("Aba", .esquerda), ("Situação", .esquerda), ("Linhas", .direita), ("Colunas", .direita),
    ])
    for aba in abas {
      tabela.acrescentar([
        aba.nome.legivel, aba.visibilidade.nome, "\(aba.tamanho.linhas)",
        "\(aba.tamanho.colunas)",
      ])
    }
    return tabela.texto
  }

  private var textoSemReconhecida: String {
    let nenhuma = "Não é nenhuma das quatro planilhas do mês"
    guard let falta = identificacao.maisParecida, let achado = falta.achado else {
      return "\(nenhuma): nenhum cabeçalho conhecido nas abas visíveis.\n"
    }
    return "\(nenhuma). A mais parecida é \(falta.planilha.rawValue):"
      + " a linha \(achado.linha) da aba \"\(achado.aba.legivel)\" tem"
      + " \(achado.colunas.joined(separator: ", "));"
      + " \(achado.faltando.count == 1 ? "falta" : "faltam")"
      + " \(achado.faltando.joined(separator: ", ")).\n"
  }
}

extension Reconhecimento {
  fileprivate var texto: String {
    var texto =
      "É uma planilha \(planilha.rawValue): aba \"\(aba.legivel)\","
      + " cabeçalho na linha \(linhaDoCabecalho),"
      + " a primeira que tem \(doCabecalho.joined(separator: " e "))\n"
    for coluna in colunas {
      let outras = coluna.tambemEm.joined(separator: ", ")
      let repetida = coluna.repetida ? " (está também em \(outras); vale esta)" : ""
      texto += "  \(coluna.letra)  \(coluna.nome)\(repetida)\n"
    }
    if !ausentes.isEmpty { texto += "  Não há: \(ausentes.joined(separator: ", "))\n" }
    texto += "Importá-la daria \(contagem(registros, "registro", "registros"))"
    guard !avisos.isEmpty else { return texto + ", sem nenhum aviso.\n" }
    texto += " e \(contagem(avisos.count, "aviso", "avisos")):\n"
    return texto + avisos.map { "  \($0.linha)" }.joined()
  }
}

extension RetratoDePlanilha.Aba {
  fileprivate var texto: String {
    guard !linhas.isEmpty else { return "" }
    let largura = linhas.reduce(0) { max($0, $1.celulas.count) }
    var tabela = Tabela(
      [("", .direita)] + (0..<largura).map { (CellReference.letters(ofColumn: $0), .esquerda) })
    for linha in linhas {
      let vazias = [String](repeating: "", count: largura - linha.celulas.count)
      tabela.acrescentar(["\(linha.numero)"] + linha.celulas.map(\.legivel) + vazias)
    }
    return "\nPrimeiras linhas da aba \"\(nome.legivel)\":\n" + tabela.texto
  }
}

extension Sheet.Visibility {
  /// For people.
  fileprivate var nome: String {
    switch self {
    case .visible: "visível"
    case .hidden: "oculta"
    case .veryHidden: "muito oculta"
    }
  }
}

extension WorkbookFormat {
  /// For people.
  var descricao: String {
    switch self {
    case .xlsx: "pasta de trabalho do Excel (.xlsx)"
    case .biff8: "Excel 97 a 2003 (.xls, BIFF8)"
    case .biff5: "Excel 5 ou 95 (.xls, BIFF5)"
    case .biff4: "Excel 4 (.xls, BIFF4)"
    case .biff3: "Excel 3 (.xls, BIFF3)"
    case .biff2: "Excel 2 (.xls, BIFF2)"
    case .html: "página HTML com tabelas"
    case .spreadsheetML: "planilha XML do Excel 2003"
    case .csv: "texto separado por vírgula, ponto e vírgula ou tabulação (CSV)"
    }
  }
}

extension String {
  /// Without what moves a terminal or turns the direction of the text: what comes out of a file
  /// must not write over what this program says.
  fileprivate var legivel: String {
    var legivel = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0: legivel.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: continue
      default: legivel.append(scalar)
      }
    }
    return String(legivel)
  }
}
