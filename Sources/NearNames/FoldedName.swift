private import NormalForms

/// A name as it is compared: words of plain capital letters and digits, without the particles that
/// people leave out and put in as they like.
struct FoldedName: Sendable {
  let words: [Word]
  /// The letters of all words, particles too, with one space between words.
  let text: [UInt8]
  /// The same for the same letters, wherever the spaces are.
  let letters: UInt64
  /// The same for the same words in any order.
  let bag: UInt64

  private static let space = UInt8(ascii: " ")

  /// - Parameter name: any text; what has no letter and no digit has no words.
  init(_ name: String) {
    let folded = Self.fold(name)
    var text: [UInt8] = []
    text.reserveCapacity(folded.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(8)
    var letters = emptyHash
    var start = 0
    for end in 0...folded.count where end == folded.count || folded[end] == Self.gap {
      if end > start {
        if !text.isEmpty { text.append(Self.space) }
        let first = text.count
        text += folded[start..<end]
        letters = NearNames.hash(folded[start..<end], seed: letters)
        if !Self.isParticle(folded[start..<end]) { ranges.append(first..<text.count) }
      }
      start = end + 1
    }
    words = ranges.map { Word(text[$0]) }
    self.text = text
    self.letters = letters
    bag = words.reduce(0) { $0 &+ mix($1.hash) }
  }

  func letters(of word: Word) -> ArraySlice<UInt8> { text[word.start..<word.end] }

  /// Whether the letters are the same, spaces or not.
  func hasLetters(of other: FoldedName) -> Bool {
    letters == other.letters
      && text.lazy.filter { $0 != Self.space }
        .elementsEqual(other.text.lazy.filter { $0 != Self.space })
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
    if let folded = name.utf8.withContiguousStorageIfAvailable(foldCommon) ?? nil { return folded }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    // An acute accent alone is no border; its plain form would have a space.
    let signs = name.unicodeScalars.filter { $0.value != 0xB4 }
    let scalars = String(String.UnicodeScalarView(signs)).normalized(.plainlyDecomposed)
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

  /// The same straight from UTF-8, for a name of characters below U+0100; nil for any other.
  private static func foldCommon(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isCommon = true
    let folded = [UInt8](unsafeUninitializedCapacity: name.count) { bytes, count in
      var lead: UInt8 = 0
      for byte in name {
        switch (lead, byte) {
        case (_, 0x30...0x39), (_, 0x41...0x5A): bytes[count] = byte
        case (_, 0x61...0x7A): bytes[count] = byte - 0x20
        // The first byte of two, and signs that are no border within a word.
        case (_, 0xC2...0xC3), (_, 0x27), (_, 0x60), (0xC2, 0xB4):
          lead = byte
          continue
        case (_, 0..<0x80): bytes[count] = gap
        case (0xC3, _): bytes[count] = plainLetters[Int(byte) - 0x80]
        case (0xC2, 0x80..<0xA0): bytes[count] = gap
        // ª, ½ and the like have other plain forms.
        default:
          isCommon = false
          return
        }
        lead = 0
        count += 1
      }
    }
    return isCommon ? folded : nil
  }

  /// U+00C0 to U+00FF without their accents.
  private static let plainLetters = Array(
    "AAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTY".utf8)
}

/// A word of a name, with what is asked of it again and again. Where its letters stand in the text of
/// the name, and not the letters: an array of plain numbers is walked along without counting
/// references, which was most of making an index.
struct Word: Sendable {
  let start: Int
  let end: Int
  let first: UInt8
  let last: UInt8
  let hash: UInt64
  /// The hash of how it sounds: `THIAGO` and `TIAGO`, `LUIZ` and `LUIS` sound the same.
  let sound: UInt64
  /// Which letters it has, one bit each: what rules most pairs out without comparing them.
  let mask: UInt64

  init(_ letters: ArraySlice<UInt8>) {
    start = letters.startIndex
    end = letters.endIndex
    first = letters.first ?? 0
    last = letters.last ?? 0
    hash = NearNames.hash(letters)
    sound = Self.sound(of: letters)
    mask = letters.reduce(0) { $0 | (1 << UInt64($1 & 63)) }
  }

  var count: Int { end - start }
  var isInitial: Bool { count == 1 }
  /// `FILHO`, `JÚNIOR`: what tells a man from his father.
  var isGeneration: Bool { Self.generations.contains(hash) }

  private static let generations = Set(
    ["FILHO", "FILHA", "JUNIOR", "JR", "NETO", "NETA", "BISNETO", "SOBRINHO"]
      .map { NearNames.hash($0.utf8) })

  /// The usual ways to spell one sound in names of Brazil, as one: no doubled letters, no H.
  private static func sound(of letters: ArraySlice<UInt8>) -> UInt64 {
    var hash = emptyHash
    var previous: UInt8 = 0
    for place in letters.indices where letters[place] != UInt8(ascii: "H") {
      let letter = letters[place]
      let sound =
        switch letter {
        case UInt8(ascii: "P")
        where place + 1 < letters.endIndex && letters[place + 1] == UInt8(ascii: "H"):
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
