/// A key pressed at a terminal.
package enum Key: Equatable, Sendable {
  case character(Character)
  case enter
  case backspace
  case escape
  /// Control and a letter: `.control("c")`.
  case control(Character)
  /// An arrow, or any other key that sends more than a character.
  case other
  /// The input has ended, or the terminal has gone.
  case end
  /// No key: the process is asked to stop.
  case signal(Int32)
}

/// Makes keys of the bytes that a terminal sends.
struct KeyDecoder {
  /// - Parameter next: the next byte; nil when none comes soon.
  static func key(_ first: UInt8, _ next: () -> UInt8?) -> Key {
    switch first {
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x1B: escape(next)
    case 0x01...0x1A: .control(Character(Unicode.Scalar(first + 0x60)))
    case 0..<0x20: .other
    default: character(first, next)
    }
  }

  /// The key alone, or what the other keys send: `ESC [ 1 ; 5 A`. [ECMA-48] 5.4
  private static func escape(_ next: () -> UInt8?) -> Key {
    guard let second = next() else { return .escape }
    guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else { return .other }
    while let byte = next() {
      if (0x40...0x7E).contains(byte) { break }
    }
    return .other
  }

  private static func character(_ first: UInt8, _ next: () -> UInt8?) -> Key {
    var bytes = [first]
    let length =
      switch first {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF8: 4
      default: 1
      }
    while bytes.count < length, let byte = next() { bytes.append(byte) }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first
    else { return .other }
    return .character(character)
  }
}
