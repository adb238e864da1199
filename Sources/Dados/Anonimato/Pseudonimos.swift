import Dominio
import DurableFiles
private import NormalForms

/// Other names for names: the same one for the same one, and never the same one for two.
///
/// A word becomes a word of the same length, vowels for vowels, consonants for consonants, digits
/// for digits; accents, case, blanks and signs stay, so that names that were near each other still
/// are. Which word it becomes hangs on a secret that is kept nowhere.
package struct Pseudonimos {
  private let segredo: [UInt8]
  private var palavras: [String: String] = [:]
  /// No name becomes a word that means something here.
  private var usadas = Set(doOficio.map { letras(de: $0) }).union(particulas)
  /// Words of FORMA to which somebody has given a meaning: they are of the house, and of no person.
  private var daCasa: Set<String> = []

  /// - Parameter segredo: nil for a new one.
  init(segredo: [UInt8]? = nil) {
    self.segredo = segredo ?? (0..<32).map { _ in UInt8.random(in: .min ... .max) }
  }

  /// Words that many names have, which say nothing of whose they are.
  private static let particulas: Set<String> = ["DA", "DAS", "DE", "DI", "DO", "DOS", "DU", "E"]

  /// Keeps the words of some FORMA, but for those that are part of a name too.
  mutating func manter(formas: [String], nomes: some Sequence<String>) {
    guard !formas.isEmpty else { return }
    // One or two letters tell of nobody.
    let deNomes = Set(nomes.flatMap(Self.palavras).filter { $0.count > 2 })
    daCasa.formUnion(formas.flatMap(Self.palavras).filter { !deNomes.contains($0) })
    usadas.formUnion(daCasa.map { Self.letras(de: $0) })
  }

  private static func palavras(de texto: String) -> [String] {
    texto.normalized(.composed).uppercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A name, or any other text that tells of somebody: every word of it.
  package mutating func texto(_ texto: String) -> String {
    trocar(texto) { _ in true }
  }

  /// What somebody has typed into FORMA or STATUS: every word but those that the rules know.
  package mutating func forma(_ texto: String) -> String {
    guard !Self.ehDoPrograma(texto) else { return texto }
    let daCasa = daCasa
    return trocar(texto) {
      !Self.doOficio.contains($0.uppercased()) && !daCasa.contains($0.uppercased())
    }
  }

  /// True for what stands in the place of a FORMA that is no text: an error of Excel, or what the
  /// program calls a cell of another kind.
  private static func ehDoPrograma(_ texto: String) -> Bool {
    if texto.hasPrefix("A DATA "), Dia(lendo: String(texto.dropFirst(7))) != nil { return true }
    return [
      "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "VERDADEIRO", "FALSO",
      "UMA DURAÇÃO", "UMA HORA SEM DIA", "UM NÚMERO FORA DO CALENDÁRIO",
    ].contains(texto)
  }

  /// A text of the program with names in it: its words in capitals, which are names or what
  /// somebody has typed into FORMA, but not those of the trade.
  ///
  /// - Parameter comNumeros: true when numbers too come from what somebody has typed.
  mutating func frase(_ texto: String, comNumeros: Bool) -> String {
    let (antes, depois) = ("Gestores (", ")")
    if texto.hasPrefix(antes), texto.hasSuffix(depois),
      Self.ehDoPrograma(String(texto.dropFirst(antes.count).dropLast(depois.count)))
    {
      return texto
    }
    var resultado = ""
    // What stands in quotes was typed.
    for (indice, parte) in texto.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      if indice > 0 { resultado += "\"" }
      let daCasa = daCasa
      resultado += trocar(String(parte)) { palavra in
        if daCasa.contains(palavra) { return false }
        if palavra.allSatisfy(\.isNumber) { return comNumeros || indice % 2 == 1 }
        return palavra == palavra.uppercased() && !Self.doOficio.contains(palavra)
      }
    }
    return resultado
  }

  /// The words in capitals that the program itself writes, and those that FORMA and STATUS have by
  /// the rules.
  private static let doOficio: Set<String> = [
    "ABERTO", "ALERTA", "ALTA", "COMISSÃO", "DESCONTO", "DESISTIU", "DISTRATO", "EM", "ENTROU",
    "EPR", "FIN", "FINANCIADO", "FORMA", "IMOB", "MEDIA", "NULO", "NÃO", "PAGO", "PIX", "QUITADO",
    "R", "STATUS",
  ]

  private mutating func trocar(_ texto: String, onde troca: (String) -> Bool) -> String {
    var resultado = ""
    var palavra = ""
    // Characters without width would part a word that is one; they count for no name.
    let visivel = String(
      String.UnicodeScalarView(
        texto.unicodeScalars.filter { $0.value != 0x200B && $0.value != 0xFEFF }))
    for caractere in visivel.normalized(.composed) {
      if caractere.isLetter || caractere.isNumber {
        palavra.append(caractere)
      } else {
        resultado += troca(palavra) ? outra(palavra) : palavra
        palavra = ""
        resultado.append(caractere)
      }
    }
    return resultado + (troca(palavra) ? outra(palavra) : palavra)
  }

  /// The other word, with the accents and the case of this one.
  private mutating func outra(_ palavra: String) -> String {
    guard !palavra.isEmpty, !Self.particulas.contains(palavra.uppercased()) else { return palavra }
    let marcada = palavra.normalized(.decomposed).unicodeScalars
    var letras = Array(palavraBase(Self.letras(de: palavra)).unicodeScalars)[...]
    var resultado = String.UnicodeScalarView()
    for escalar in marcada {
      if escalar.properties.isDiacritic {
        resultado.append(escalar)
      } else if let letra = letras.popFirst() {
        let letras = escalar.properties.isLowercase ? "\(letra)".lowercased() : "\(letra)"
        resultado.append(contentsOf: letras.unicodeScalars)
      }
    }
    resultado.append(contentsOf: letras)
    return String(resultado).normalized(.composed)
  }

  /// A word in capitals, without its accents.
  private static func letras(de palavra: String) -> String {
    let marcada = palavra.normalized(.decomposed).unicodeScalars
    return String(
      String.UnicodeScalarView(marcada.filter { !$0.properties.isDiacritic })
    ).uppercased()
  }

  private mutating func palavraBase(_ base: String) -> String {
    if let conhecida = palavras[base] { return conhecida }
    var candidata = base
    for tentativa in 0..<50 {
      candidata = sorteada(base, tentativa)
      if candidata != base, !usadas.contains(candidata) { break }
    }
    // Short words run out: then one gets longer.
    while usadas.contains(candidata) { candidata += "X" }
    usadas.insert(candidata)
    palavras[base] = candidata
    return candidata
  }

  private func sorteada(_ base: String, _ tentativa: Int) -> String {
    var resultado = ""
    for (lugar, letra) in base.enumerated() {
      let sorte = sha256(of: segredo + Array("\(tentativa) \(lugar) \(base)".utf8)).prefix(8)
      let numero = Int(sorte, radix: 16) ?? 0
      let escolha: [Character] =
        letra.isNumber
        ? Self.digitos(emLugarDe: letra, lugar)
        : Self.vogais.contains(letra) ? Self.vogais : Self.consoantes
      resultado.append(escolha[numero % escolha.count])
    }
    return resultado
  }

  private static let vogais = Array("AEIOU")
  private static let consoantes = Array("BCDFGHJLMNPRSTVXZ")

  /// A number that does not begin with 0 does not begin so afterwards.
  private static func digitos(emLugarDe digito: Character, _ lugar: Int) -> [Character] {
    Array(lugar == 0 && digito != "0" ? "123456789" : "0123456789")
  }
}
