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
  var referencia = Vistos()
  if let acompanhamento = conferencias.first(where: { $0.planilha == .acompanhamento }) {
    referencia.incluir(acompanhamento)
  } else if let base {
    for chave in base.chaves { referencia.incluir(chave, onde: base.nome) }
  }
  var outras = Vistos()
  for lugar in conferencias.indices {
    let conferencia = conferencias[lugar]
    var proprios = Vistos()
    for nome in conferencia.nomes where !proprios.contem(nome.chave) {
      let vistos =
        conferencia.planilha == .acompanhamento ? [proprios] : [referencia, outras, proprios]
      if let (chave, onde) = vistos.parecido(com: nome.chave) {
        conferencias[lugar].acrescentar(
          .nomeParecido, nome,
          "\"\(nome.chave)\" só difere de \"\(chave)\" (\(onde)) em acentos ou espaços;"
            + " para o programa são dois clientes")
      }
      proprios.incluir(nome.chave, onde: "linha \(nome.linha)")
    }
    outras.incluir(conferencia)
  }
}

/// Names that were met, by what is left of them without accents and spaces.
private struct Vistos {
  private var porDobra: [String: [(chave: ChaveDeNome, onde: String)]] = [:]

  mutating func incluir(_ chave: ChaveDeNome, onde: String) {
    guard !contem(chave) else { return }
    porDobra[chave.dobra, default: []].append((chave, onde))
  }

  mutating func incluir(_ conferencia: Conferencia) {
    for nome in conferencia.nomes {
      incluir(nome.chave, onde: "\(conferencia.arquivo), linha \(nome.linha)")
    }
  }

  func contem(_ chave: ChaveDeNome) -> Bool {
    porDobra[chave.dobra]?.contains { $0.chave == chave } ?? false
  }

  /// Another name that is like this one.
  func parecido(com chave: ChaveDeNome) -> (chave: ChaveDeNome, onde: String)? {
    porDobra[chave.dobra]?.first { $0.chave != chave }
  }
}

extension [Vistos] {
  /// The first that knows the name, as it stands or otherwise, decides.
  fileprivate func parecido(com chave: ChaveDeNome) -> (chave: ChaveDeNome, onde: String)? {
    for vistos in self {
      if vistos.contem(chave) { return nil }
      if let parecido = vistos.parecido(com: chave) { return parecido }
    }
    return nil
  }
}

extension ChaveDeNome {
  fileprivate var dobra: String { Rotulo(texto).texto.filter { $0 != " " } }
}
