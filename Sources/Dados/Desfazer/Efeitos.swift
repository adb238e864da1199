import Dominio
import DurableFiles

/// Which operations hold, and which were taken back.
package struct Efeitos: Sendable {
  /// Numbers of those that hold, in the order in which they came to hold.
  private var ordem: [Int] = []
  /// Numbers of those taken back, the last one at the end.
  private var desfeitas: [Int] = []
  private let operacoes: [Int: Operacao]
  /// The number of the last operation that is neither `desfazer` nor `refazer`.
  private var ultimaNova = 0
  /// By which operation each one was last taken back.
  private var desfeitaPor: [Int: Int] = [:]

  package init(_ historico: [Operacao]) {
    operacoes = Dictionary(
      historico.map { ($0.numero, $0) }, uniquingKeysWith: { first, _ in first })
    for operacao in historico {
      switch (operacao.acao, operacao.alvo) {
      case (.desfazer, let alvo?):
        ordem.removeAll { $0 == alvo }
        desfeitas.append(alvo)
        desfeitaPor[alvo] = operacao.numero
      case (.refazer, let alvo?):
        desfeitas.removeAll { $0 == alvo }
        ordem.append(alvo)
      case (.configurarForma, _):
        // No base is another for it: what was taken back can still be done again.
        ordem.append(operacao.numero)
      default:
        ordem.append(operacao.numero)
        ultimaNova = operacao.numero
      }
    }
  }

  package func vale(_ numero: Int) -> Bool { ordem.contains(numero) }

  /// What taking an operation back would do; without a number, the last one that holds.
  package func desfazer(_ numero: Int?, em retrato: Retrato) throws(DesfazerError) -> Reposicao {
    guard let numero = numero ?? ordem.last else { throw .nada(a: .desfazer) }
    let alvo = try operacao(numero)
    guard let lugar = ordem.firstIndex(of: numero) else {
      throw .semEfeito(numero: numero, a: .desfazer)
    }
    let dependem = dependentes(de: alvo, entre: ordem[(lugar + 1)...].compactMap { operacoes[$0] })
    guard dependem.isEmpty else { throw .dependem(numero: numero, de: dependem) }
    guard alvo.gravou.allSatisfy({ retrato.sha256($0.key) == $0.value.depois }) else {
      throw .mudou(numero: numero, a: .desfazer)
    }
    return Reposicao(
      acao: .desfazer, alvo: alvo, bases: alvo.gravou.mapValues(\.antes),
      arquivo: try arquivo(de: alvo, a: .desfazer, retrato.acervo))
  }

  /// What doing an operation again would do; without a number, the last one that was taken back.
  ///
  /// Only while nothing new was done since: a month made meanwhile may have billed the same clients,
  /// and no list of what the operation had read would tell of it.
  package func refazer(_ numero: Int?, em retrato: Retrato) throws(DesfazerError) -> Reposicao {
    guard let numero = numero ?? desfeitas.last else { throw .nada(a: .refazer) }
    let alvo = try operacao(numero)
    guard desfeitas.contains(numero) else {
      throw .semEfeito(numero: numero, a: .refazer)
    }
    // What changed no base is held against the file that it did change.
    guard desfeitaPor[numero] ?? 0 > ultimaNova || alvo.acao == .configurarForma,
      alvo.gravou.allSatisfy({ retrato.sha256($0.key) == $0.value.antes }),
      alvo.leu.allSatisfy({ retrato.sha256($0.key) == $0.value })
    else { throw .mudou(numero: numero, a: .refazer) }
    return Reposicao(
      acao: .refazer, alvo: alvo, bases: alvo.gravou.mapValues(\.depois),
      arquivo: try arquivo(de: alvo, a: .refazer, retrato.acervo))
  }

  /// The change of the configuration that goes with it; nil for an operation that had none.
  private func arquivo(
    de alvo: Operacao, a acao: Operacao.Acao, _ acervo: Acervo
  ) throws(DesfazerError) -> TrocaDeArquivo? {
    guard alvo.acao == .configurarForma else { return nil }
    let ultimaDasBases =
      acao == .desfazer ? ordem.last { operacoes[$0]?.acao != .configurarForma } : nil
    guard let troca = acao == .desfazer ? alvo.ajuste?.inversa : alvo.ajuste else {
      throw .naoEhDasBases(alvo, antes: ultimaDasBases)
    }
    let achado: [UInt8]?
    do throws(FileError) {
      let pendente = acervo.ajustePendente(de: troca.caminho)
      achado = if let pendente { pendente.depois } else { try readFileIfThere(troca.caminho) }
    } catch {
      throw .arquivo(error)
    }
    guard achado == troca.antes else {
      throw .arquivoMudou(alvo, a: acao, troca, achado: achado, antes: ultimaDasBases)
    }
    return troca
  }

  private func operacao(_ numero: Int) throws(DesfazerError) -> Operacao {
    guard let operacao = operacoes[numero] else { throw .inexistente(numero: numero) }
    guard operacao.alvo == nil else { throw .naoSeDesfaz(operacao) }
    return operacao
  }

  /// All that would have to be taken back first, the newest first: who builds on one of those
  /// depends as well.
  private func dependentes(de alvo: Operacao, entre posteriores: [Operacao]) -> [Operacao] {
    posteriores.reduce(into: []) { dependentes, operacao in
      if ([alvo] + dependentes).contains(where: operacao.depende) { dependentes.append(operacao) }
    }.reversed()
  }
}

extension Operacao {
  /// True when this one wrote or read a base that the other had written, or changed the same file.
  fileprivate func depende(de outra: Operacao) -> Bool {
    if let ajuste, ajuste.caminho == outra.ajuste?.caminho { return true }
    return outra.gravou.keys.contains { gravou[$0] != nil || leu[$0] != nil }
  }
}
