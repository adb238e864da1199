package import Dominio

// What people say of alerts. Docs/regras.md §10

/// A person's word on one alert.
package struct PalavraSobreAlerta: Hashable, Sendable {
  package enum Palavra: Hashable, Sendable {
    case encerrar(Desfecho.Fim)
    case reabrir
  }

  package let palavra: Palavra
  package let motivo: String

  package init(_ palavra: Palavra, motivo: String) {
    self.palavra = palavra
    self.motivo = motivo
  }
}

/// Why a word on an alert would change nothing.
package enum RecusaDePalavra: Error, Equatable, Sendable {
  case jaEncerrado(Desfecho)
  case jaAberto
  /// The program ended it, and opens it again by itself when it is found again.
  case naoSeRepete(Desfecho)
}

extension Alerta {
  /// Nil when the word can be said.
  package func recusa(_ palavra: PalavraSobreAlerta.Palavra) -> RecusaDePalavra? {
    switch (palavra, desfecho) {
    case (.encerrar, nil): nil
    case (.encerrar, let desfecho?): .jaEncerrado(desfecho)
    case (.reabrir, nil): .jaAberto
    case (.reabrir, let desfecho?): desfecho.autor == .naoSeRepete ? .naoSeRepete(desfecho) : nil
    }
  }

  /// - Parameter operacao: the number that saying it has in the history.
  fileprivate mutating func ouvir(_ palavra: PalavraSobreAlerta, operacao: Int) {
    guard recusa(palavra.palavra) == nil else { return }
    switch palavra.palavra {
    case .encerrar(let fim):
      desfecho = Desfecho(fim, motivo: palavra.motivo, autor: .pessoa, operacao: operacao)
    case .reabrir:
      desfecho = nil
      desfechosAnteriores.esquecer(evidencias)
      reabertura = "reaberto na operação \(operacao): \(palavra.motivo)"
    }
  }
}

extension Base {
  /// Says of each alert, by its number, what was said; a word that would change nothing is passed
  /// over.
  package mutating func ouvir(_ palavras: [Int: PalavraSobreAlerta], operacao: Int) {
    for indice in alertas.indices {
      guard let palavra = palavras[alertas[indice].serie] else { continue }
      alertas[indice].ouvir(palavra, operacao: operacao)
    }
  }
}
