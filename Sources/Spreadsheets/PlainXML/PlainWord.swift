/// Eight bytes that stand next to each other, the first in the lowest bits, looked at all at once: a
/// loop that ends after so many digits or letters as there happen to be is mostly foretold wrong by
/// the processor, and costs more for it than all its steps.
struct PlainWord {
  static let size = 8

  let bits: UInt64

  @inline(__always)
  init(at position: UnsafePointer<UInt8>) {
    bits = UInt64(
      littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
  }

  /// The bits of the first bytes of a word.
  /// - Parameter count: how many, 1 to 8.
  @inline(__always)
  static func mask(ofFirst count: Int) -> UInt64 { .max &>> (64 &- 8 &* UInt64(count)) }

  /// One byte, in each of the eight places.
  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The place of the first byte whose top bit is set; 8 without any.
  @inline(__always)
  private static func firstMarked(_ bits: UInt64) -> Int {
    (bits & all(0x80)).trailingZeroBitCount &>> 3
  }

  /// The decimal digits that the word begins with: how many, and the number that they make.
  @inline(__always)
  var leadingDigits: (count: Int, number: Int) {
    let digits = bits ^ Self.all(0x30)
    // What is above 9 gets a top bit; bytes behind the first such may be marked wrongly.
    let count = Self.firstMarked(digits &+ Self.all(0x76) | digits)
    // As eight digits with zeros in front; then pairs of digits, of pairs, and of fours are joined.
    var number = digits << UInt64(64 &- 8 &* count)
    number = (number &* 10 &+ number &>> 8) & 0x00FF_00FF_00FF_00FF
    number = (number &* 100 &+ number &>> 16) & 0x0000_FFFF_0000_FFFF
    number = (number &* 10_000 &+ number &>> 32) & 0xFFFF_FFFF
    return (count, Int(truncatingIfNeeded: number))
  }

  /// The place of the first byte that is more than a letter of a plain text: beyond ASCII, a control
  /// character, or one of `<&_]`; 8 without any.
  @inline(__always)
  var firstNoteworthy: Int {
    // A byte that is zero gets a top bit when 1 is taken from it; so do larger ones than 0x80, which
    // are noteworthy themselves, and perhaps bytes behind the first such.
    let marks =
      (bits &- Self.all(0x20)) | ((bits ^ Self.all(UInt8(ascii: "<"))) &- Self.all(1))
      | ((bits ^ Self.all(UInt8(ascii: "&"))) &- Self.all(1))
      | ((bits ^ Self.all(UInt8(ascii: "_"))) &- Self.all(1))
      | ((bits ^ Self.all(UInt8(ascii: "]"))) &- Self.all(1)) | bits
    return Self.firstMarked(marks)
  }
}

/// One to eight bytes to be taken in one comparison.
struct PlainLiteral {
  let bits: UInt64
  let mask: UInt64
  let count: Int

  init(_ text: StaticString) {
    count = text.utf8CodeUnitCount
    mask = PlainWord.mask(ofFirst: count)
    bits = (0..<count).reduce(0) { $0 | UInt64(text.utf8Start[$1]) << UInt64(8 * $1) }
  }

  /// The first bytes of a word.
  init(_ word: PlainWord, count: Int) {
    self.count = count
    mask = PlainWord.mask(ofFirst: count)
    bits = word.bits & mask
  }
}

extension PlainCursor {
  /// The bytes that come next.
  @inline(__always)
  var word: PlainWord { PlainWord(at: position) }
}
