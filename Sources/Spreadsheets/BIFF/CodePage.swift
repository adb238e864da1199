private import Glibc

/// Turns the bytes of a Windows or Macintosh code page into UTF-8: the texts of BIFF2 to BIFF5.
///
/// What the page does not know becomes U+FFFD. A page that nobody knows is read as 1252, the page
/// of Western Windows.
final class CodePage {
  private enum Method {
    /// One scalar for each byte from 0x80 on.
    case table([Unicode.Scalar])
    case iconv(iconv_t)
  }

  private let method: Method
  /// In UTF-16 an ASCII byte is no character.
  private let holdsASCII: Bool

  /// - Parameter number: of a CodePage record; nil for a workbook without one.
  init(_ number: UInt16?) {
    holdsASCII = number != 1200
    switch number {
    case 10006: method = .table(Self.macGreek)
    case 10081: method = .table(Self.macTurkish)
    default:
      let invalid = iconv_t(bitPattern: -1)
      if let name = number.flatMap(Self.iconvName), let descriptor = iconv_open("UTF-8", name),
        descriptor != invalid
      {
        method = .iconv(descriptor)
      } else {
        method = .table(Self.windows1252)
      }
    }
  }

  deinit {
    if case .iconv(let descriptor) = method { iconv_close(descriptor) }
  }

  func append(_ bytes: ByteView, to arena: TextArena) {
    if holdsASCII, bytes.isASCII {
      arena.appendPiece(bytes.buffer)
      return
    }
    switch method {
    case .table(let upperHalf):
      for byte in bytes.buffer {
        let scalar = byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
        arena.appendPiece(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    case .iconv(let descriptor): convert(bytes, with: descriptor, to: arena)
    }
  }

  private func convert(_ bytes: ByteView, with descriptor: iconv_t, to arena: TextArena) {
    Glibc.iconv(descriptor, nil, nil, nil, nil)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { output in
      // iconv promises not to write to its input; only its type lacks the promise.
      var source = UnsafeMutablePointer<CChar>(
        mutating: UnsafeRawPointer(bytes.buffer.baseAddress)?.assumingMemoryBound(to: CChar.self))
      var left = bytes.count
      while left > 0 {
        var target = output.baseAddress
        var room = output.count
        let result = Glibc.iconv(descriptor, &source, &left, &target, &room)
        let failure = errno
        let written = UnsafeRawBufferPointer(output).prefix(output.count - room)
        arena.appendPiece(written)
        guard result == -1, failure != E2BIG else { continue }
        // An impossible byte, or a character cut off at the end: one byte is given up.
        arena.appendPiece(UTF8.encodedReplacementCharacter)
        source = source?.advanced(by: 1)
        left -= 1
      }
    }
  }

  /// How iconv calls a page. CodePage [MS-XLS] 2.4.52, and [OOo] 5.17 for those before Windows.
  private static func iconvName(_ number: UInt16) -> String? {
    switch number {
    case 437, 737, 775, 850, 852, 855, 857, 858, 860...866, 869: "CP\(number)"
    case 874, 932, 936, 949, 950, 1250, 1251, 1253...1258, 1361: "CP\(number)"
    case 1200: "UTF-16LE"
    case 10000, 32768: "MACINTOSH"
    case 10007: "MAC-CYRILLIC"
    case 10017: "MAC-UK"
    case 10029: "MAC-CENTRALEUROPE"
    case 10079: "MAC-IS"
    case 10001: "CP932"
    case 10002: "CP950"
    case 10003: "CP949"
    case 10008: "CP936"
    case 65001: "UTF-8"
    default: nil
    }
  }

  // The upper halves of pages that iconv does not have, and of the one that must always be there.
  private static let windows1252 =
    Array(
      "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars)
    + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }
  private static let macGreek = Array(
    ("Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩάΝ¬ΟΡ≈Τ«»…\u{A0}ΥΧΆΈœ–―“”‘’÷ΉΊΌΎ"
      + "έήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u{AD}").unicodeScalars)
  private static let macTurkish = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊"
      + "ÿŸĞğİıŞş‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙ\u{F8A0}ˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)
}
