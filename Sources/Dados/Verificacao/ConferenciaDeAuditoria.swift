import DurableFiles

/// What the audit log is worth, as it lies there. Docs/regras.md §8
package struct ConferenciaDeAuditoria: Sendable, Equatable {
  package enum Achado: Sendable, Equatable {
    /// `estado.json` counts lines, and there is no log at all.
    case ausente(linhas: Int)
    /// Not a line as the program writes them.
    case ilegivel(linha: Int)
    /// Its SHA-256 is not that of its bytes.
    case alterada(linha: Int)
    /// The line before it is not the one it was written after: lines are missing, were added, or
    /// stand in another order.
    case foraDeOrdem(linha: Int, numero: Int, esperado: Int)
    /// The log ends before, or after, the line that `estado.json` calls the last.
    case outroTamanho(linhas: Int, esperadas: Int)
    /// The last line is not the one that `estado.json` knows.
    case outroFim(linha: Int)
    /// `estado.json` is of an earlier time: there are traces of a later operation, and what follows
    /// the lines that it counts is no rest of a step that was cut short.
    case estadoAntigo(linha: Int, operacao: Int, vista: Int)

    /// The line in the file, from 1.
    package var linha: Int {
      switch self {
      case .ausente: 1
      case .ilegivel(let linha), .alterada(let linha), .foraDeOrdem(let linha, _, _),
        .outroFim(let linha), .estadoAntigo(let linha, _, _):
        linha
      case .outroTamanho(let linhas, let esperadas): min(linhas, esperadas) + 1
      }
    }
  }

  /// Lines that are there and count.
  package private(set) var linhas = 0
  /// Bytes after the last line that counts. Unless `estado.json` is of an earlier time, a step that
  /// was cut short before it became true has left them; the next one overwrites them, and they are
  /// no finding.
  package private(set) var sobra = 0
  /// True when `estado.json` is of an earlier time.
  package private(set) var ehAntigo = false
  /// In the order of lines.
  package private(set) var achados: [Achado] = []
  /// The hashes of lines that are what was written, by their numbers.
  private var somas: [Int: String] = [:]

  /// True when the line that a report tells of is there, and is the same.
  package func confirma(_ testemunho: Testemunho) -> Bool {
    somas[testemunho.linhas] == testemunho.sha256
  }

  /// Nothing was cut off or added: lines, bytes and the hash of the last line are those that
  /// `estado.json` knows.
  package var inteira: Bool {
    achados.allSatisfy { achado in
      switch achado {
      case .ausente, .outroTamanho, .outroFim, .estadoAntigo: false
      case .ilegivel, .alterada, .foraDeOrdem: true
      }
    }
  }

  /// Every line is what was written, after the line after which it was written.
  package var inalterada: Bool {
    achados.allSatisfy { achado in
      switch achado {
      case .ausente, .ilegivel, .alterada, .foraDeOrdem: false
      case .outroTamanho, .outroFim, .estadoAntigo: true
      }
    }
  }

  mutating func acharEstadoAntigo(operacao: Int, vista: Int) {
    ehAntigo = true
    achados.append(.estadoAntigo(linha: linhas + 1, operacao: operacao, vista: vista))
  }

  /// - Parameters:
  ///   - bytes: the content of the log; nil when there is no such file.
  ///   - estado: how much of it counts.
  package init(_ bytes: [UInt8]?, contra estado: Estado.Auditoria) {
    guard let bytes, estado.linhas == 0 || !bytes.isEmpty else {
      if estado.linhas > 0 { achados = [.ausente(linhas: estado.linhas)] }
      return
    }
    let confirmadas = Self.confirmadas(bytes, estado)
    let contam = confirmadas ? bytes[..<estado.bytes] : bytes[...]
    sobra = bytes.count - contam.count

    var anterior: LinhaEncadeada?
    var esperado = 1
    for fatia in fatias(de: contam) {
      linhas += 1
      guard let linha = LinhaEncadeada(fatia) else {
        achados.append(.ilegivel(linha: linhas))
        anterior = nil
        esperado += 1
        continue
      }
      if linha.gravado == linha.calculado {
        somas[linha.numero] = linha.calculado
      } else {
        achados.append(.alterada(linha: linhas))
      }
      if linha.numero != esperado || !linha.segue(anterior, primeira: linhas == 1) {
        achados.append(
          .foraDeOrdem(linha: linhas, numero: linha.numero, esperado: esperado))
      }
      anterior = linha
      esperado = linha.numero &+ 1
    }
    if linhas != estado.linhas || contam.count != estado.bytes {
      achados.append(.outroTamanho(linhas: linhas, esperadas: estado.linhas))
    } else if linhas > 0, anterior?.calculado != estado.sha256 {
      achados.append(.outroFim(linha: linhas))
    }
  }

  /// True when what `estado.json` counts is there as a whole number of lines, so that whatever
  /// follows was never confirmed.
  private static func confirmadas(_ bytes: [UInt8], _ estado: Estado.Auditoria) -> Bool {
    guard estado.bytes >= 0, bytes.count >= estado.bytes else { return false }
    guard estado.bytes > 0 else { return true }
    let contam = bytes[..<estado.bytes]
    guard contam.last == quebra else { return false }
    let fatias = fatias(de: contam)
    return fatias.count == estado.linhas
      || fatias.last.flatMap { LinhaEncadeada($0) }?.calculado == estado.sha256
  }
}

private let quebra = UInt8(ascii: "\n")

/// Each line without its break; a last one without a break is a line too.
private func fatias(de bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var fatias = bytes.split(separator: quebra, omittingEmptySubsequences: false)
  if fatias.last?.isEmpty == true { fatias.removeLast() }
  return fatias
}
