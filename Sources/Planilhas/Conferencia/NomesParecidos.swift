package import Dominio

/// Names that are found nowhere as they stand, and elsewhere with other accents, case or spaces:
/// nothing crosses them. Docs/regras.md §3
///
/// - Parameters:
///   - conferencias: in the order of the month's work; receive what is found.
///   - base: who is in the base, and its name; Acompanhamento comes before it.
package func acrescentarNomesParecidos(
  em conferencias: inout [Conferencia], base: (nome: String, chaves: [ChaveDeNome])?
) {
  var dobras = Dobras()
  var referencia = Vistos()
  if let acompanhamento = conferencias.first(where: { $0.planilha == .acompanhamento }) {
    referencia.incluir(acompanhamento, &dobras)
  } else if let base {
    for chave in base.chaves { referencia.incluir(dobras[chave], onde: base.nome) }
  }
  var outras = Vistos()
  for lugar in conferencias.indices {
    let conferencia = conferencias[lugar]
    var proprios = Vistos()
    for nome in conferencia.nomes {
      let dobrado = dobras[nome.chave]
      guard !proprios.contem(dobrado) else { continue }
      let vistos =
        conferencia.planilha == .acompanhamento ? [proprios] : [referencia, outras, proprios]
      if let (chave, onde) = vistos.parecido(com: dobrado) {
        conferencias[lugar].acrescentar(
          .nomeParecido, nome,
          "\"\(nome.chave)\" só difere de \"\(chave)\" (\(onde())) em acentos ou espaços;"
            + " para o programa são dois clientes")
      }
      proprios.incluir(dobrado, onde: "linha \(nome.linha)")
    }
    outras.incluir(conferencia, &dobras)
  }
}

/// A name, and what is left of it without accents and spaces.
private struct NomeDobrado {
  let chave: ChaveDeNome
  let dobra: String
}

/// Folds each name once, in however many spreadsheets it stands.
private struct Dobras {
  private var feitas: [ChaveDeNome: String] = [:]

  subscript(chave: ChaveDeNome) -> NomeDobrado {
    mutating get {
      if let feita = feitas[chave] { return NomeDobrado(chave: chave, dobra: feita) }
      let letras = Rotulo(chave.texto).texto.utf8.filter { $0 != UInt8(ascii: " ") }
      let dobra = String(decoding: letras, as: UTF8.self)
      feitas[chave] = dobra
      return NomeDobrado(chave: chave, dobra: dobra)
    }
  }
}

/// Names that were met, by what is left of them.
private struct Vistos {
  private var porDobra: [String: [(chave: ChaveDeNome, onde: () -> String)]] = [:]

  mutating func incluir(_ nome: NomeDobrado, onde: @autoclosure @escaping () -> String) {
    guard !contem(nome) else { return }
    porDobra[nome.dobra, default: []].append((nome.chave, onde))
  }

  mutating func incluir(_ conferencia: Conferencia, _ dobras: inout Dobras) {
    for nome in conferencia.nomes {
      incluir(dobras[nome.chave], onde: "\(conferencia.arquivo), linha \(nome.linha)")
    }
  }

  func contem(_ nome: NomeDobrado) -> Bool {
    porDobra[nome.dobra]?.contains { $0.chave == nome.chave } ?? false
  }

  /// Another name that is like this one.
  func parecido(com nome: NomeDobrado) -> (chave: ChaveDeNome, onde: () -> String)? {
    porDobra[nome.dobra]?.first { $0.chave != nome.chave }
  }
}

extension [Vistos] {
  /// The first that knows the name, as it stands or otherwise, decides.
  fileprivate func parecido(
    com nome: NomeDobrado
  ) -> (chave: ChaveDeNome, onde: () -> String)? {
    for vistos in self {
      if vistos.contem(nome) { return nil }
      if let parecido = vistos.parecido(com: nome) { return parecido }
    }
    return nil
  }
}
