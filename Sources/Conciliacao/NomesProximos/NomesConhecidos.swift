import Dominio
import NearNames

/// A name with what else is known of its sale: what speaks for two spellings being one client.
struct NomeConhecido {
  let nome: ChaveDeNome
  var empreendimento: String?
  var unidade: String?
  /// Every amount that stands by the name.
  var valores: [Dinheiro] = []
}

/// Names among which one that was not found is looked for. Docs/regras.md §3
struct NomesConhecidos {
  private let planilha: Planilha
  private let nomes: [ChaveDeNome]
  private let conhecer: (Int) -> NomeConhecido
  private let indice: NameIndex

  /// - Parameters:
  ///   - planilha: where the names stand.
  ///   - conhecer: what is known of the name of a place; asked for the few that are near enough.
  init(
    _ nomes: [ChaveDeNome], em planilha: Planilha, _ conhecer: @escaping (Int) -> NomeConhecido
  ) {
    self.planilha = planilha
    self.nomes = nomes
    self.conhecer = conhecer
    indice = NameIndex(nomes.map(\.texto))
  }

  /// Up to three names that may be meant, likeliest first.
  ///
  /// - Parameter inclui: whether a name comes into question.
  func candidatos(
    a procurado: NomeConhecido, onde inclui: (ChaveDeNome) -> Bool = { _ in true }
  ) -> [Candidato] {
    let pistas = Pistas(procurado)
    let achados = indice.matches(for: procurado.nome.texto, least: Confianca.minimaSemIndicio)
    return achados.filter { inclui(nomes[$0.place]) }.map { achado -> Candidato in
      let indicios = Indicio.entre(pistas, Pistas(conhecer(achado.place)))
      return Candidato(
        nome: nomes[achado.place], planilha: planilha,
        confianca: min(Confianca.maxima, achado.score + indicios.reduce(0) { $0 + $1.peso }),
        razoes: achado.likenesses.map(\.razao) + indicios.map(\.rawValue))
    }.filter { $0.confianca >= Confianca.minima }
      .sorted { ($1.confianca, $0.nome) < ($0.confianca, $1.nome) }
      .prefix(3).map(\.self)
  }
}

/// What is known of a name, ready to be compared.
private struct Pistas {
  let empreendimento: String?
  let unidade: String?
  let valores: Set<Dinheiro>

  init(_ conhecido: NomeConhecido) {
    empreendimento = conhecido.empreendimento?.soLetras
    unidade = conhecido.unidade?.soLetras
    valores = Set(conhecido.valores.map(\.arredondado)).subtracting([.zero])
  }
}

/// In per cent.
private enum Confianca {
  /// By the name alone; less than `minima`, because of what else may speak for it.
  static let minimaSemIndicio = 60
  static let minima = 70
  /// A program is never sure.
  static let maxima = 99
}

/// What besides the name is the same.
private enum Indicio: String {
  case unidade = "mesma unidade"
  case empreendimento = "mesmo empreendimento"
  case valor = "mesmo valor"

  var peso: Int {
    switch self {
    case .unidade: 10
    case .empreendimento: 3
    case .valor: 6
    }
  }

  static func entre(_ um: Pistas, _ outro: Pistas) -> [Indicio] {
    var indicios: [Indicio] = []
    let mesmoEmpreendimento =
      um.empreendimento != nil && um.empreendimento == outro.empreendimento
    let outroEmpreendimento =
      um.empreendimento != nil && outro.empreendimento != nil && !mesmoEmpreendimento
    if !outroEmpreendimento, let unidade = um.unidade, unidade == outro.unidade {
      indicios.append(.unidade)
    }
    if mesmoEmpreendimento { indicios.append(.empreendimento) }
    if !um.valores.isDisjoint(with: outro.valores) { indicios.append(.valor) }
    return indicios
  }
}

extension String {
  /// Letters and digits in lower case; nil without any.
  fileprivate var soLetras: String? {
    let letras = lowercased().filter { $0.isLetter || $0.isNumber }
    return letras.isEmpty ? nil : letras
  }
}

extension Likeness {
  /// In words, for people.
  fileprivate var razao: String {
    switch self {
    case .same: "mesmo nome"
    case .accents: "mesmo nome, sem contar acentos e sinais"
    case .spaces: "mesmas letras, com outros espaços"
    case .particles: "só mudam DA, DE, DOS"
    case .order: "mesmos nomes em outra ordem"
    case .letters(1): "uma letra de diferença"
    case .letters(2): "duas letras de diferença"
    case .letters(let numero): "\(numero) letras de diferença"
    case .gender: "só muda o fim do primeiro nome"
    case .initial: "um nome abreviado"
    case .missingMiddle(1): "falta o sobrenome do meio"
    case .missingMiddle(let numero): "faltam \(numero) sobrenomes do meio"
    case .missingFirst: "falta o primeiro nome"
    case .missingLast: "falta o último sobrenome"
    case .generation: "só um tem FILHO, NETO ou JÚNIOR no fim: pode ser outra pessoa"
    case .otherWord: "um dos nomes é outro"
    }
  }
}

extension Candidato {
  /// The confidence in words.
  package var confiancaPorExtenso: String {
    switch confianca {
    case 90...: "muito provável"
    case 80...: "provável"
    default: "possível"
    }
  }
}
