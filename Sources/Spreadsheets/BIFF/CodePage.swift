private import Glibc

/// Turns the bytes of a Windows or Macintosh code page into UTF-8: the texts of BIFF2 to BIFF5,
/// and text files.
///
/// In all of them a byte below 0x80 is ASCII. What the page does not know becomes U+FFFD. A page
/// that nobody knows is read as 1252, that of Western Windows; so is 1200, UTF-16, which bytes
/// cannot be in.
final class CodePage {
  private enum Method {
    /// One scalar for each byte from 0x80 on.
    case table([Unicode.Scalar])
    case iconv(iconv_t)
  }

  private let method: Method

  /// - Parameter number: of a CodePage record; nil for a workbook without one.
  init(_ number: UInt16?) {
    switch number {
    case 10000, 32768: method = .table(CodePageTable.macRoman)
    case 10006: method = .table(CodePageTable.macGreek)
    case 10079: method = .table(CodePageTable.macIcelandic)
    case 10081: method = .table(CodePageTable.macTurkish)
    default:
      let invalid = iconv_t(bitPattern: -1)
      if let name = number.flatMap(Self.iconvName), let descriptor = iconv_open("UTF-8", name),
        descriptor != invalid
      {
        method = .iconv(descriptor)
      } else {
        method = .table(CodePageTable.windows1252)
      }
    }
  }

  deinit {
    if case .iconv(let descriptor) = method { iconv_close(descriptor) }
  }

  func append(_ bytes: ByteView, to arena: TextArena) {
    if bytes.isASCII {
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

      /// Converts what is left, or hands out what the page holds back: those that compose
      /// characters (1255, 1258) wait for the next one.
      func convert(isFlushing: Bool) -> Bool {
        var target = output.baseAddress
        var room = output.count
        let result =
          isFlushing
          ? Glibc.iconv(descriptor, nil, nil, &target, &room)
          : Glibc.iconv(descriptor, &source, &left, &target, &room)
        let isStuck = result == -1 && errno != E2BIG
        arena.appendPiece(UnsafeRawBufferPointer(output).prefix(output.count - room))
        return !isStuck
      }

      while left > 0 {
        if convert(isFlushing: false) { continue }
        // An impossible byte, or a character cut off at the end: one byte is given up.
        _ = convert(isFlushing: true)
        arena.appendPiece(UTF8.encodedReplacementCharacter)
        source = source?.advanced(by: 1)
        left -= 1
      }
      _ = convert(isFlushing: true)
    }
  }

  /// How iconv calls a page. CodePage [MS-XLS] 2.4.52, and [OOo] for those before Windows.
  private static func iconvName(_ number: UInt16) -> String? {
    switch number {
    case 437, 737, 775, 850, 852, 855, 857, 858, 860...866, 869: "CP\(number)"
    case 874, 932, 936, 949, 950, 1250, 1251, 1253...1258, 1361: "CP\(number)"
    case 10007: "MAC-CYRILLIC"
    case 10017: "MAC-UK"
    case 10029: "MAC-CENTRALEUROPE"
    case 10001: "CP932"
    case 10002: "CP950"
    case 10003: "CP949"
    case 10008: "CP936"
    case 65001: "UTF-8"
    case 20866: "KOI8-R"
    case 28592...28606: "ISO-8859-\(number - 28590)"
    default: nil
    }
  }
}
