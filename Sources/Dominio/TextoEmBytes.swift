private import Glibc

// What is asked of every name of a month, answered from the bytes of its UTF-8. Through the views of
// `String`, scalar by scalar, it was a third of crossing one.

extension String {
  /// The UTF-8 where it lies; a text that the runtime holds in another form is copied first.
  func comBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }

  /// Negative when this text comes first in the order of bytes, 0 when both are the same.
  func ordemDosBytes(_ outro: String) -> Int {
    comBytes { left in
      outro.comBytes { right in
        guard let one = left.baseAddress, let other = right.baseAddress else {
          return left.count - right.count
        }
        let order = memcmp(one, other, min(left.count, right.count))
        return order == 0 ? left.count - right.count : Int(order)
      }
    }
  }

  /// True when `espacosDobrados` has nothing to fold, as in most cells: no white space but single
  /// spaces between words, and no character of the rarer scripts, which are looked at one by one.
  var temEspacosDobrados: Bool {
    comBytes { bytes in
      var previous = UInt8(ascii: " ")
      for byte in bytes {
        switch byte {
        case 0x09...0x0D: return false
        case 0x20 where previous == 0x20: return false
        // U+0085 and U+00A0 are white space.
        case 0x85 where previous == 0xC2, 0xA0 where previous == 0xC2: return false
        // The first byte of U+0300 and all beyond.
        case 0xCC...: return false
        default: previous = byte
        }
      }
      return previous != UInt8(ascii: " ")
    }
  }

  /// In upper case without locale.
  package var emMaiusculas: String { maiusculasDeTextoComum ?? uppercased() }

  /// The same when all letters are those of ASCII and U+00C0 to U+00FE, whose capitals are as long
  /// and stand 32 before them; else nil.
  var maiusculasDeTextoComum: String? {
    comBytes { bytes -> String? in
      var isUpper = true
      var previous: UInt8 = 0
      for byte in bytes {
        switch byte {
        case 0..<0x80: isUpper = isUpper && !Self.ehMinuscula(byte, depoisDe: previous)
        case 0xC3: break
        // ß and ÿ have no such capital.
        case 0x9F where previous == 0xC3, 0xBF where previous == 0xC3: return nil
        case 0x80..<0xC0 where previous == 0xC3:
          isUpper = isUpper && !Self.ehMinuscula(byte, depoisDe: previous)
        default: return nil
        }
        previous = byte
      }
      if isUpper { return self }
      return String(unsafeUninitializedCapacity: bytes.count) { capitals in
        var previous: UInt8 = 0
        for (place, byte) in bytes.enumerated() {
          capitals[place] = Self.ehMinuscula(byte, depoisDe: previous) ? byte - 0x20 : byte
          previous = byte
        }
        return bytes.count
      }
    }
  }

  /// Of a letter of two bytes, the second. ÷ stands among the small letters, and is none.
  private static func ehMinuscula(_ byte: UInt8, depoisDe previous: UInt8) -> Bool {
    byte < 0x80
      ? 0x61...0x7A ~= byte : previous == 0xC3 && 0xA0..<0xBF ~= byte && byte != 0xB7
  }
}
