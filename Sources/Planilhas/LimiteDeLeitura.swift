package import Spreadsheets

/// A limit of reading as `limites` of the configuration names it. Docs/regras.md §9
///
/// The table `todos` is what the configuration is read by and what messages name as remedy.
package struct LimiteDeLeitura: Sendable {
  package enum Unidade: Int, Sendable {
    case um = 1
    case kib = 1024
    case mib = 1_048_576
  }

  /// Its key under `limites`; the unit stands at the end.
  package let chave: String
  package let unidade: Unidade
  /// In the unit. The upper end is where a library or a stored shape ends.
  package let faixa: ClosedRange<Int>
  private let caminho: any WritableKeyPath<Limits, Int> & Sendable

  private init(
    _ chave: String, _ unidade: Unidade, ate maximo: Int,
    _ caminho: any WritableKeyPath<Limits, Int> & Sendable
  ) {
    self.chave = chave
    self.unidade = unidade
    self.faixa = 1...maximo
    self.caminho = caminho
  }

  /// - Parameter valor: one of `faixa`.
  package func mudar(_ limites: inout Limits, para valor: Int) {
    limites[keyPath: caminho] = valor * unidade.rawValue
  }

  /// In the unit.
  package func valor(em limites: Limits) -> Int { limites[keyPath: caminho] / unidade.rawValue }

  package static let todos: [LimiteDeLeitura] = [
    tamanhoDoArquivo, partesDoZip, parteDescompactada, totalDescompactado, taxaDeCompressao,
    niveisDeXML, niveisDeHTML, atributosDeXML, nomesDeXML, etiquetaDeXML, caracteresPorCelula,
    linhas, colunas,
    abas,
    textosCompartilhados, taxaDeTextos, celulasVazias,
  ]

  static let tamanhoDoArquivo = LimiteDeLeitura(
    "tamanho_do_arquivo_mib", .mib, ate: 1 << 20, \.fileSize)
  static let partesDoZip = LimiteDeLeitura("partes_do_zip", .um, ate: 1_000_000, \.zipEntries)
  static let parteDescompactada = LimiteDeLeitura(
    "parte_descompactada_mib", .mib, ate: 1 << 20, \.inflatedPart)
  static let totalDescompactado = LimiteDeLeitura(
    "total_descompactado_mib", .mib, ate: 1 << 20, \.inflatedTotal)
  static let taxaDeCompressao = LimiteDeLeitura(
    "taxa_de_compressao", .um, ate: 1_000_000, \.compressionRatio)
  static let niveisDeXML = LimiteDeLeitura("niveis_de_xml", .um, ate: 250, \.xmlDepth)
  static let niveisDeHTML = LimiteDeLeitura("niveis_de_html", .um, ate: 2000, \.htmlDepth)
  static let atributosDeXML = LimiteDeLeitura(
    "atributos_de_xml", .um, ate: 100_000, \.xmlAttributes)
  static let nomesDeXML = LimiteDeLeitura("nomes_de_xml", .um, ate: 1_000_000, \.xmlNames)
  static let etiquetaDeXML = LimiteDeLeitura("etiqueta_de_xml_kib", .kib, ate: 8192, \.xmlTag)
  static let caracteresPorCelula = LimiteDeLeitura(
    "caracteres_por_celula", .um, ate: 4_000_000, \.textLength)
  static let linhas = LimiteDeLeitura("linhas", .um, ate: 100_000_000, \.rows)
  static let colunas = LimiteDeLeitura("colunas", .um, ate: 65_536, \.columns)
  static let abas = LimiteDeLeitura("abas", .um, ate: 1_000_000, \.sheets)
  static let textosCompartilhados = LimiteDeLeitura(
    "textos_compartilhados", .um, ate: 1_000_000_000, \.sharedTexts)
  static let taxaDeTextos = LimiteDeLeitura("taxa_de_textos", .um, ate: 1_000_000, \.textRatio)
  static let celulasVazias = LimiteDeLeitura(
    "celulas_vazias", .um, ate: 100_000_000_000, \.blankCells)
}

extension Limit {
  /// What in the configuration raises it.
  package var chave: LimiteDeLeitura {
    switch self {
    case .fileSize: .tamanhoDoArquivo
    case .zipEntries: .partesDoZip
    case .inflatedPart: .parteDescompactada
    case .inflatedTotal: .totalDescompactado
    case .compressionRatio: .taxaDeCompressao
    case .xmlDepth: .niveisDeXML
    case .htmlDepth: .niveisDeHTML
    case .xmlAttributes: .atributosDeXML
    case .xmlNames: .nomesDeXML
    case .xmlTag: .etiquetaDeXML
    case .textLength: .caracteresPorCelula
    case .rows: .linhas
    case .columns: .colunas
    case .sheets: .abas
    case .sharedTexts: .textosCompartilhados
    case .textRatio: .taxaDeTextos
    case .blankCells: .celulasVazias
    }
  }

  /// What there is too much of.
  var explicacao: String {
    switch self {
    case .fileSize(let bytes): "mais de \(bytes >> 20) MiB"
    case .zipEntries(let count): "mais de \(count) arquivos internos"
    case .inflatedPart(let bytes): "mais de \(bytes >> 20) MiB depois de descompactado"
    case .inflatedTotal(let bytes):
      "mais de \(bytes >> 20) MiB depois de descompactado, somadas as partes"
    case .compressionRatio(let ratio): "descompactado, fica mais de \(ratio) vezes maior"
    case .xmlDepth(let depth): "mais de \(depth) níveis de XML"
    case .htmlDepth(let depth): "mais de \(depth) elementos de HTML um dentro do outro"
    case .xmlAttributes(let count): "mais de \(count) atributos em um elemento de XML"
    case .xmlNames(let count): "mais de \(count) nomes de XML diferentes"
    case .xmlTag(let bytes): "um elemento de XML com mais de \(bytes >> 10) KiB de atributos"
    case .textLength(let length): "um texto com mais de \(length) caracteres em uma célula"
    case .rows(let count): "mais de \(count) linhas"
    case .columns(let count): "mais de \(count) colunas"
    case .sheets(let count): "mais de \(count) abas"
    case .sharedTexts(let count): "mais de \(count) textos compartilhados"
    case .textRatio(let ratio): "os textos de uma aba somam mais de \(ratio) vezes o arquivo"
    case .blankCells(let count):
      "mais de \(count) células vazias a escrever como csv. Escolha outra aba com --aba, ou use"
        + " --formato json, que só escreve as que têm valor"
    }
  }
}
