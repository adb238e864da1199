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

    /// The line in the file, from 1.
    package var linha: Int {
      switch self {
      case .ausente: 1
      case .ilegivel(let linha), .alterada(let linha), .foraDeOrdem(let linha, _, _),
        .outroFim(let linha):
        linha
      case .outroTamanho(let linhas, let esperadas): min(linhas, esperadas) + 1
      }
    }
  }

  /// Lines that are there and count.
  package private(set) var linhas = 0
  /// Bytes after the last line that counts, left by a step that was cut short before it became
  /// true. The next step overwrites them; they are no finding.
  package private(set) var sobra = 0
  /// In the order of lines.
  package private(set) var achados: [Achado] = []

  /// Nothing was cut off or added: lines, bytes and the hash of the last line are those that
  /// `estado.json` knows.
  package var inteira: Bool {
    achados.allSatisfy { achado in
      switch achado {
      case .ausente, .outroTamanho, .outroFim: false
      case .ilegivel, .alterada, .foraDeOrdem: true
      }
    }
  }

  /// Every line is what was written, after the line after which it was written.
  package var inalterada: Bool {
    achados.allSatisfy { achado in
      switch achado {
      case .ausente, .ilegivel, .alterada, .foraDeOrdem: false
      case .outroTamanho, .outroFim: true
      }
    }
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

    var anterior: LinhaLida?
    var esperado = 1
    for fatia in fatias(de: contam) {
      linhas += 1
      guard let linha = LinhaLida(fatia) else {
        achados.append(.ilegivel(linha: linhas))
        anterior = nil
        esperado += 1
        continue
      }
      if linha.gravado != linha.calculado { achados.append(.alterada(linha: linhas)) }
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
      || fatias.last.flatMap { LinhaLida($0) }?.calculado == estado.sha256
  }
}

private let quebra = UInt8(ascii: "\n")

/// Each line without its break; a last one without a break is a line too.
private func fatias(de bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var fatias = bytes.split(separator: quebra, omittingEmptySubsequences: false)
  if fatias.last?.isEmpty == true { fatias.removeLast() }
  return fatias
}

/// What ties a line to its place, read from the very bytes: a line that only means the same is not
/// the one that was written.
///
///     {"n":12,…,"anterior":"<sha256>","sha256":"<sha256>"}
private struct LinhaLida {
  let numero: Int
  let anterior: String?
  /// The hash that the line tells of itself.
  let gravado: String
  /// The hash that it should tell.
  let calculado: String

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let numero = Self.numero(bytes),
      let fim = Self.soma(apos: ",\"sha256\":\"", fechada: "\"}", noFimDe: bytes)
    else { return nil }
    self.numero = numero
    gravado = fim.soma
    calculado = sha256(of: Array(fim.resto))
    if let antes = Self.soma(apos: ",\"anterior\":\"", fechada: "\"", noFimDe: fim.resto) {
      anterior = antes.soma
    } else if fim.resto.suffix(16).elementsEqual(",\"anterior\":null".utf8) {
      anterior = nil
    } else {
      return nil
    }
  }

  /// - Parameter primeira: true for the first line of the file, which follows none.
  func segue(_ outra: LinhaLida?, primeira: Bool) -> Bool {
    if primeira { return anterior == nil }
    // After a line that cannot be read nothing can be said; that line is told.
    guard let outra else { return true }
    return anterior == outra.calculado || anterior == outra.gravado
  }

  private static func numero(_ bytes: ArraySlice<UInt8>) -> Int? {
    let inicio = "{\"n\":".utf8
    guard bytes.starts(with: inicio) else { return nil }
    let digitos = bytes.dropFirst(inicio.count).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digitos, as: UTF8.self))
  }

  /// A SHA-256 that stands at the end between two texts, and what stands before it all.
  private static func soma(
    apos inicio: String, fechada fim: String, noFimDe bytes: ArraySlice<UInt8>
  ) -> (soma: String, resto: ArraySlice<UInt8>)? {
    guard bytes.reversed().starts(with: fim.utf8.reversed()) else { return nil }
    let aberta = bytes.dropLast(fim.utf8.count)
    let soma = aberta.suffix(64)
    let resto = aberta.dropLast(64)
    guard soma.count == 64, resto.reversed().starts(with: inicio.utf8.reversed()) else {
      return nil
    }
    return (String(decoding: soma, as: UTF8.self), resto.dropLast(inicio.utf8.count))
  }
}
