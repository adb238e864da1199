import Dominio
import NearNames
import Planilhas

/// What a name that somebody typed means among some names: in any case, without accents, in part,
/// as long as that is plain. Docs/regras.md §9
enum NomeDigitado: Equatable {
  case um(ChaveDeNome)
  case duvida(Duvida)

  /// Why no single name is meant.
  enum Duvida: Equatable {
    /// In the order of keys.
    case varios([ChaveDeNome])
    /// None, and those that come near, nearest first.
    case nenhum(parecidos: [ChaveDeNome])
  }

  /// The same key decides; then the same letters without accents; then words that begin so, in
  /// this order; then the text anywhere within the name.
  init(_ digitado: String, entre nomes: some Sequence<ChaveDeNome>) {
    let nomes = Array(nomes)
    if let chave = ChaveDeNome(nome: digitado), nomes.contains(chave) {
      self = .um(chave)
      return
    }
    let procurado = Rotulo(digitado).texto
    // One or two letters are a slip sooner than a name, and what follows may write.
    guard procurado.count > 2 else {
      self = .duvida(.nenhum(parecidos: []))
      return
    }
    let rotulados = nomes.map { (nome: $0, texto: Rotulo($0.texto).texto) }
    let palavras = procurado.split(separator: " ")
    let modos: [(String) -> Bool] = [
      { $0 == procurado }, { palavras.comecam(emOrdem: $0) }, { $0.contains(procurado) },
    ]
    for serve in modos {
      let achados = Set(rotulados.filter { serve($0.texto) }.map(\.nome)).sorted()
      if let unico = achados.first {
        self = achados.count == 1 ? .um(unico) : .duvida(.varios(achados))
        return
      }
    }
    let indice = NameIndex(nomes.map(\.texto))
    self = .duvida(
      .nenhum(parecidos: indice.matches(for: digitado, least: 60).prefix(5).map { nomes[$0.place] })
    )
  }

  var unico: ChaveDeNome? {
    if case .um(let nome) = self { nome } else { nil }
  }

  /// Nil when one is meant.
  var duvida: Duvida? {
    if case .duvida(let duvida) = self { duvida } else { nil }
  }
}

extension [Substring] {
  /// True when each begins a word of the name, one after the other.
  fileprivate func comecam(emOrdem nome: String) -> Bool {
    var resto = self[...]
    for palavra in nome.split(separator: " ") {
      if let procurada = resto.first, palavra.hasPrefix(procurada) { resto = resto.dropFirst() }
    }
    return resto.isEmpty
  }
}

extension Falha {
  /// No single name was meant; says which there are.
  ///
  /// - Parameters:
  ///   - um: what one of the names is: `cliente`.
  ///   - varios: what some of them are: `clientes`.
  ///   - onde: where they were looked for: `na Base Outubro/2025`; nil for all bases.
  ///   - lista: where to look for the right one.
  init(
    _ duvida: NomeDigitado.Duvida, digitado: String, _ um: String, _ varios: String,
    em onde: String?, lista: String
  ) {
    switch duvida {
    case .varios(let nomes):
      let mostrados = nomes.prefix(10).map(\.texto).joined(separator: "; ")
      self.init(
        .noInput,
        "\"\(digitado)\" serve para \(nomes.count) \(varios)\(onde.map { " \($0)" } ?? ""): \(mostrados)"
          + (nomes.count > 10 ? "; …" : "") + ". Escreva mais do nome.")
    case .nenhum(let parecidos):
      let talvez =
        parecidos.isEmpty
        ? "" : " Parecidos: \(parecidos.map(\.texto).joined(separator: "; "))."
      self.init(
        .noInput, "Não há \(um) \"\(digitado)\" \(onde ?? "em nenhuma base").\(talvez) \(lista)")
    }
  }
}

extension Base {
  /// The client whom a typed name means; the spellings that are linked count, too.
  func cliente(chamado nome: String) throws(Falha) -> Cliente {
    let grafias = Dictionary(
      vinculos.map { ($0.nome, $0.cliente) }, uniquingKeysWith: { first, _ in first })
    let achado = NomeDigitado(nome, entre: clientes.map(\.chave))
    let chave =
      achado.unico ?? NomeDigitado(nome, entre: grafias.keys).unico.flatMap { grafias[$0] }
    if let chave, let cliente = clientes.first(where: { $0.chave == chave }) { return cliente }
    throw Falha(
      achado.duvida ?? .nenhum(parecidos: []), digitado: nome, "cliente", "clientes",
      em: "na \(self.nome)",
      lista: "Procure com 'comissoes base mostrar --mes \(competencia.iso) --nome TEXTO'.")
  }
}
