import DurableFiles

/// What ties a line to its place, read from the very bytes: a line that only means the same is not
/// the one that was written.
///
///     {"n":12,…,"anterior":"<sha256>","sha256":"<sha256>"}
struct LinhaEncadeada {
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
  func segue(_ outra: LinhaEncadeada?, primeira: Bool) -> Bool {
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
