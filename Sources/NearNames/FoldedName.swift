private import NormalForms

/// A name as it is compared: words of plain capital letters and digits, without the particles that
/// people leave out and put in as they like.
struct FoldedName: Sendable {
  let words: [Word]
  /// The letters of all words, particles too, without anything between them.
  let letters: [UInt8]
  /// The same, with one space between words.
  let text: [UInt8]
  /// The same for the same words in any order.
  let bag: UInt64

  /// - Parameter name: any text; what has no letter and no digit has no words.
  init(_ name: String) {
    var words: [Word] = []
    var letters: [UInt8] = []
    var text: [UInt8] = []
    let folded = Self.fold(name)
    words.reserveCapacity(8)
    letters.reserveCapacity(folded.count)
    text.reserveCapacity(folded.count)
    for word in folded.split(separator: Self.gap) {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text += word
      letters += word
      if !Self.isParticle(word) { words.append(Word(Array(word))) }
    }
    self.words = words
    self.letters = letters
    self.text = text
    bag = words.reduce(0) { $0 &+ mix($1.hash) }
  }

  /// `DA`, `DE`… say nothing of who it is.
  private static func isParticle(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3, let first = word.first else { return false }
    if word.count == 1 { return first == UInt8(ascii: "E") }
    guard first == UInt8(ascii: "D"), "AEIOU".utf8.contains(word[word.startIndex + 1]) else {
      return false
    }
    return word.count == 2 || word.last == UInt8(ascii: "S")
  }

  private static let gap: UInt8 = 0

  /// The capital letters and digits of a name, letters of other scripts in UTF-8, `gap` for everything else. An apostrophe within a
  /// word is no border: `D'AVILA` is `DAVILA`.
  private static func fold(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    let isCommon = name.unicodeScalars.allSatisfy { $0.value < 0x100 }
    let scalars = isCommon ? name : name.normalized(.plainlyDecomposed)
    for scalar in scalars.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A: bytes.append(UInt8(scalar.value))
      case 0x61...0x7A: bytes.append(UInt8(scalar.value) - 0x20)
      case 0x27, 0x60, 0xB4, 0x2019, 0x300...0x36F: continue
      case 0xC0...0xFF: bytes.append(plainLetters[Int(scalar.value) - 0xC0])
      case 0x80... where scalar.properties.isAlphabetic: bytes += String(scalar).utf8
      default: bytes.append(gap)
      }
    }
    return bytes
  }

  /// U+00C0 to U+00FF without their accents.
  private static let plainLetters = Array(
    "AAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTY".utf8)
}

/// A word of a name, with what is asked of it again and again.
struct Word: Sendable {
  let letters: [UInt8]
  let hash: UInt64
  /// The hash of how it sounds: `THIAGO` and `TIAGO`, `LUIZ` and `LUIS` sound the same.
  let sound: UInt64
  /// Which letters it has, one bit each: what rules most pairs out without comparing them.
  let mask: UInt64

  init(_ letters: [UInt8]) {
    self.letters = letters
    hash = NearNames.hash(letters)
    sound = Self.sound(of: letters)
    mask = letters.reduce(0) { $0 | (1 << UInt64($1 & 63)) }
  }

  var isInitial: Bool { letters.count == 1 }

  /// The usual ways to spell one sound in names of Brazil, as one: no doubled letters, no H.
  private static func sound(of letters: [UInt8]) -> UInt64 {
    var hash = emptyHash
    var previous: UInt8 = 0
    for (place, letter) in letters.enumerated() where letter != UInt8(ascii: "H") {
      let sound =
        switch letter {
        case UInt8(ascii: "P") where letters.dropFirst(place + 1).first == UInt8(ascii: "H"):
          UInt8(ascii: "F")
        case UInt8(ascii: "Y"): UInt8(ascii: "I")
        case UInt8(ascii: "W"): UInt8(ascii: "V")
        case UInt8(ascii: "K"), UInt8(ascii: "Q"): UInt8(ascii: "C")
        case UInt8(ascii: "Z"): UInt8(ascii: "S")
        default: letter
        }
      if sound != previous { hash = NearNames.hash(CollectionOfOne(sound), seed: hash) }
      previous = sound
    }
    return hash
  }
}

let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

/// FNV-1a, the same in every run: the order of results must not hang on chance.
func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = emptyHash) -> UInt64 {
  bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}

/// The finalizer of SplitMix64: spreads what differs over all bits.
func mix(_ value: UInt64) -> UInt64 {
  var mixed = value &+ 0x9E37_79B9_7F4A_7C15
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}
