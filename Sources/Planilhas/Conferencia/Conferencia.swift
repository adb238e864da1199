package import Dominio

/// All that a look at one spreadsheet tells before anything is done with it. Docs/regras.md §4
package struct Conferencia: Sendable, Equatable {
  /// One thing that is wrong, where importing stops or leaves something out.
  package struct Problema: Sendable, Equatable {
    package enum Tipo: String, Sendable {
      /// The file cannot be read at all.
      case ilegivel
      /// No header, no visible sheet, or a required column missing.
      case cabecalho
      /// A remark of importing.
      case aviso
      case nomeRepetido = "nome_repetido"
      /// Like another name but for accents, case or spaces.
      case nomeParecido = "nome_parecido"
      /// What the rules will make of a row, when that asks for somebody.
      case previsto
      /// Fewer rows than the last time, or clients missing who wait for their commission.
      case sumico
    }

    package let tipo: Tipo
    package let aviso: Aviso

    package init(_ tipo: Tipo, _ aviso: Aviso) {
      self.tipo = tipo
      self.aviso = aviso
    }
  }

  /// A record's name and its row, in Excel's numbers.
  package struct Nome: Sendable, Equatable {
    package let chave: ChaveDeNome
    package let linha: Int
  }

  package let planilha: Planilha
  package let arquivo: String
  /// The sheet that importing uses; nil when there is none.
  package internal(set) var aba: String?
  /// In Excel's numbers.
  package internal(set) var linhaDoCabecalho: Int?
  /// All texts of the header, wanted or not, from left to right.
  package internal(set) var colunas: [String] = []
  /// Those of all records, in sheet order.
  package internal(set) var nomes: [Nome] = []
  /// The letter of the column of names.
  package internal(set) var colunaDosNomes = "A"
  package internal(set) var problemas: [Problema] = []
  /// The records of Gestores or WeboPay, for what the rules will make of them.
  package internal(set) var lidos: Lidos?
  /// Where the columns stand.
  package internal(set) var origem: Origem?

  package enum Lidos: Sendable, Equatable {
    case gestores([Gestores.Registro])
    case webopay([WeboPay.Registro])
  }

  init(_ planilha: Planilha, arquivo: String) {
    self.planilha = planilha
    self.arquivo = arquivo
  }

  package var registros: Int { nomes.count }

  /// A file that cannot be opened, or cannot be read to its end.
  package init(_ planilha: Planilha, arquivo: String, _ erro: PlanilhaError) {
    self.init(planilha, arquivo: arquivo)
    let tipo: Problema.Tipo = if case .ilegivel = erro { .ilegivel } else { .cabecalho }
    problemas = [Problema(tipo, Aviso(erro, arquivo: arquivo))]
  }

  /// - Parameter celula: nil for what is wrong with the whole sheet.
  /// From top to bottom, as somebody goes through the sheet; what is of the whole sheet comes first.
  package mutating func ordenarPorLinha() {
    let lugares = problemas.enumerated().map { ordem, problema in
      let celula = problema.aviso.celula ?? ""
      let letras = celula.prefix { $0.isLetter }
      return (Int(celula.dropFirst(letras.count)) ?? 0, letras.count, String(letras), ordem)
    }
    problemas = lugares.sorted(by: <).map { problemas[$0.3] }
  }

  package mutating func acrescentar(
    _ tipo: Problema.Tipo, celula: String? = nil, _ mensagem: String
  ) {
    problemas.append(
      Problema(tipo, Aviso(arquivo: arquivo, aba: aba, celula: celula, mensagem: mensagem)))
  }

  mutating func acrescentar(_ tipo: Problema.Tipo, _ nome: Nome, _ mensagem: String) {
    acrescentar(tipo, celula: "\(colunaDosNomes)\(nome.linha)", mensagem)
  }
}

extension Aviso {
  /// The same trouble as a remark, which names the file by itself and ends without a full stop.
  fileprivate init(_ erro: PlanilhaError, arquivo: String) {
    if case .semCabecalho(let falta) = erro, let achado = falta.achado, achado.ehCabecalho {
      let colunas = achado.faltando.joined(separator: ", ")
      self.init(
        arquivo: arquivo, aba: achado.aba, celula: nil,
        mensagem: "no cabeçalho, na linha \(achado.linha), "
          + (achado.faltando.count == 1
            ? "falta a coluna \(colunas); sem ela o arquivo é recusado"
            : "faltam as colunas \(colunas); sem elas o arquivo é recusado"))
      return
    }
    var mensagem = erro.mensagem
    if mensagem.hasPrefix("\(arquivo): ") { mensagem.removeFirst(arquivo.count + 2) }
    if mensagem.hasSuffix(".") { mensagem.removeLast() }
    self.init(arquivo: arquivo, aba: nil, celula: nil, mensagem: mensagem)
  }
}
