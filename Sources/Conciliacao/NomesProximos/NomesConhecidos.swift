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
  private let conhecidos: [NomeConhecido]
  private let indice: NameIndex

  /// - Parameter planilha: where the names stand.
  init(_ conhecidos: [NomeConhecido], em planilha: Planilha) {
    self.planilha = planilha
    self.conhecidos = conhecidos
    indice = NameIndex(conhecidos.map(\.nome.texto))
  }

  /// Up to three names that may be meant, likeliest first.
  func candidatos(a procurado: NomeConhecido) -> [Candidato] {
    let achados = indice.matches(for: procurado.nome.texto, least: Confianca.minimaSemIndicio)
    return achados.map { achado -> Candidato in
      let conhecido = conhecidos[achado.place]
      let indicios = Indicio.entre(procurado, conhecido)
      return Candidato(
        nome: conhecido.nome, planilha: planilha,
        confianca: min(Confianca.maxima, achado.score + indicios.reduce(0) { $0 + $1.peso }),
        razoes: achado.likenesses.map(\.razao) + indicios.map(\.rawValue))
    }.filter { $0.confianca >= Confianca.minima }
      .sorted { ($1.confianca, $0.nome) < ($0.confianca, $1.nome) }
      .prefix(3).map(\.self)
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

  static func entre(_ um: NomeConhecido, _ outro: NomeConhecido) -> [Indicio] {
    var indicios: [Indicio] = []
    let empreendimentos = (um.empreendimento?.soLetras, outro.empreendimento?.soLetras)
    let mesmoEmpreendimento =
      empreendimentos.0 != nil && empreendimentos.0 == empreendimentos.1
    let outroEmpreendimento =
      empreendimentos.0 != nil && empreendimentos.1 != nil && !mesmoEmpreendimento
    if !outroEmpreendimento, let unidade = um.unidade?.soLetras,
      unidade == outro.unidade?.soLetras
    {
      indicios.append(.unidade)
    }
    if mesmoEmpreendimento { indicios.append(.empreendimento) }
    let valores = Set(um.valores.map(\.arredondado)).subtracting([.zero])
    if outro.valores.contains(where: { valores.contains($0.arredondado) }) {
      indicios.append(.valor)
    }
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
    case .accents: "mesmo nome sem acentos"
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
