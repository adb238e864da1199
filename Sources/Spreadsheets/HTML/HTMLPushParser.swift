private import CLibXML2

/// Receives the events of an HTML page. What it throws ends the reading.
protocol HTMLReceiver: AnyObject {
  func start(_ element: HTMLElement) throws(SpreadsheetError)
  /// Every element that was started ends, by its own tag or because another one ended it.
  func end(_ name: XMLName) throws(SpreadsheetError)
  /// A piece of text: valid UTF-8, references resolved.
  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError)
  func comment(_ text: UnsafeBufferPointer<UInt8>)
}

/// An element as it starts, its name in lower case. Valid only while the receiver handles it.
struct HTMLElement {
  let name: XMLName
  /// Name and value by turns, a null behind the last.
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// How many columns and rows a cell reaches over; 1 where it does not say, or something else.
  var spans: (width: Int, height: Int) {
    guard attributes != nil else { return (1, 1) }
    return (integer("colspan") ?? 1, integer("rowspan") ?? 1)
  }

  private func integer(_ name: StaticString) -> Int? {
    value(name).flatMap { Int(digits: $0.trimmed) }
  }

  func string(_ name: StaticString) -> String? {
    value(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether there is an attribute of this name, with or without a value.
  func has(_ name: StaticString) -> Bool { field(name) != nil }

  private func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let value = field(name)?[1] else { return nil }
    var count = 0
    while value[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: value, count: count)
  }

  private func field(_ name: StaticString) -> UnsafeMutablePointer<UnsafePointer<UInt8>?>? {
    guard var field = attributes else { return nil }
    while let attribute = field[0] {
      if XMLName(bytes: attribute) == name { return field }
      field += 2
    }
    return nil
  }
}

/// The door to libxml2's parser of HTML: takes a page as UTF-8 in pieces and passes its events on.
///
/// It never fails on the page itself: what is no HTML is mended or passed over, as browsers do.
final class HTMLPushParser {
  private let receiver: any HTMLReceiver
  private let depthLimit: Int
  private var context: htmlParserCtxtPtr?
  private var guardian: MarkupGuard
  private var depth = 0
  private var failure: SpreadsheetError?

  init(receiver: any HTMLReceiver, limits: Limits) {
    self.receiver = receiver
    depthLimit = limits.htmlDepth
    guardian = MarkupGuard(textLength: limits.textLength)
  }

  deinit { if let context { htmlFreeParserCtxt(context) } }

  /// Takes the next piece of the page.
  func push(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
    try makeContext()
    let text = guardian.clean(piece)
    try text.withUnsafeBufferPointer { (bytes) throws(SpreadsheetError) in
      try parse(UnsafeRawBufferPointer(bytes), isLast: false)
    }
  }

  /// Says that the page ends here.
  func finish() throws(SpreadsheetError) {
    try makeContext()
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func makeContext() throws(SpreadsheetError) {
    guard context == nil else { return }
    clibxml2_silence()
    var handler = Self.handler
    context = htmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    guard let context else { throw .damaged(.structure, part: "") }
    // The page comes as UTF-8, whatever it says of itself.
    let options =
      HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue
    htmlCtxtUseOptions(context, Int32(options))
  }

  private func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool
  ) throws(SpreadsheetError) {
    htmlParseChunk(
      context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    if let failure { throw failure }
  }

  // MARK: Events

  private func start(_ element: HTMLElement) {
    // What is left of the piece is passed over: this parser does not like to be stopped inside.
    guard failure == nil else { return }
    do throws(SpreadsheetError) {
      guard depth < depthLimit else { throw .beyond(.htmlDepth(depthLimit), part: "") }
      depth += 1
      try receiver.start(element)
    } catch {
      failure = error
    }
  }

  private func end(_ name: XMLName) {
    guard failure == nil else { return }
    depth -= 1
    do throws(SpreadsheetError) { try receiver.end(name) } catch { failure = error }
  }

  private func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    do throws(SpreadsheetError) { try receiver.text(piece) } catch { failure = error }
  }

  private func comment(_ text: UnsafePointer<UInt8>) {
    var count = 0
    while text[count] != 0 { count += 1 }
    receiver.comment(UnsafeBufferPointer(start: text, count: count))
  }

  // MARK: Callbacks

  private static func parser(_ pointer: UnsafeMutableRawPointer) -> HTMLPushParser {
    Unmanaged<HTMLPushParser>.fromOpaque(pointer).takeUnretainedValue()
  }

  private static var handler: htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.initialized = clibxml2_sax2_magic()
    handler.startElement = { pointer, name, attributes in
      guard let pointer, let name else { return }
      HTMLPushParser.parser(pointer)
        .start(HTMLElement(name: XMLName(bytes: name), attributes: attributes))
    }
    handler.endElement = { pointer, name in
      guard let pointer, let name else { return }
      HTMLPushParser.parser(pointer).end(XMLName(bytes: name))
    }
    handler.characters = { pointer, bytes, count in
      guard let pointer else { return }
      HTMLPushParser.parser(pointer).text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    // Scripts and styles come this way: nothing that anybody reads.
    handler.cdataBlock = { _, _, _ in }
    handler.comment = { pointer, text in
      guard let pointer, let text else { return }
      HTMLPushParser.parser(pointer).comment(text)
    }
    handler.serror = { _, _ in }
    return handler
  }
}
