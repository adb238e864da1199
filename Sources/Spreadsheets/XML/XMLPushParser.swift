private import CLibXML2
private import Glibc

/// The door to libxml2: takes an XML part in pieces and passes its events on.
///
/// No network, no files, no entities: a document type declaration is refused where it begins. The
/// first error ends the reading. Nothing is ever printed.
final class XMLPushParser {
  /// libxml2 tells the encoding by this many bytes.
  private static let signatureSize = 4
  /// Bytes that libxml2 is given at a time. What it keeps is measured in between.
  private static let pieceSize = 1 << 18

  private let part: String
  private let receiver: any XMLReceiver
  private let limits: Limits
  private var context: xmlParserCtxtPtr?
  private var tagGuard: XMLTagGuard?
  /// The first bytes of the part, until there are enough to tell the encoding.
  private var head: [UInt8] = []
  /// Whether bytes beyond ASCII stand for what they are in UTF-8.
  private var isUTF8 = false
  private var depth = 0
  /// How many namespaces were declared at which depth, in the elements that are open.
  private var namespaces: [(depth: Int, count: Int)] = []
  private var namespaceCount = 0
  private var failure: SpreadsheetError?
  private var isStopped = false

  /// - Parameter part: the name that errors carry.
  init(part: String, receiver: any XMLReceiver, limits: Limits) {
    self.part = part
    self.receiver = receiver
    self.limits = limits
  }

  deinit { if let context { xmlFreeParserCtxt(context) } }

  /// Takes the next piece of the part.
  /// - Returns: `.stop` when the receiver wants no more.
  func push(_ piece: UnsafeRawBufferPointer) throws(SpreadsheetError) -> Flow {
    var rest = piece
    if context == nil {
      let missing = min(XMLEncoding.headSize - head.count, rest.count)
      head.append(contentsOf: rest[..<missing])
      rest = UnsafeRawBufferPointer(rebasing: rest[missing...])
      guard head.count == XMLEncoding.headSize else { return .proceed }
      try parseHead()
    }
    try parse(rest)
    return isStopped ? .stop : .proceed
  }

  /// Says that the part ends here.
  func finish() throws(SpreadsheetError) {
    if context == nil { try parseHead() }
    guard !isStopped else { return }
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func parseHead() throws(SpreadsheetError) {
    guard let encoding = XMLEncoding(head: head) else {
      throw .damaged(.xml(line: 1), part: part)
    }
    isUTF8 = encoding.isUTF8
    tagGuard = XMLTagGuard(encoding: encoding, limits: limits, part: part)
    try makeContext(signature: head.prefix(Self.signatureSize), encoding)
    try head.withView { (head) throws(SpreadsheetError) in
      // The guard wants all of it, libxml2 has the signature already.
      try tagGuard?.check(UnsafeRawBufferPointer(head.buffer))
      try parse(
        UnsafeRawBufferPointer(head.slice(Self.signatureSize, count: head.count).buffer),
        isLast: false)
    }
  }

  private func parse(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) {
    try tagGuard?.check(bytes)
    var rest = bytes
    while !rest.isEmpty && !isStopped {
      let count = min(rest.count, Self.pieceSize)
      try parse(UnsafeRawBufferPointer(rebasing: rest[..<count]), isLast: false)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  private func makeContext(
    signature: ArraySlice<UInt8>, _ encoding: XMLEncoding
  ) throws(SpreadsheetError) {
    clibxml2_silence()
    var handler = Self.handler
    context = signature.withUnsafeBytes {
      xmlCreatePushParserCtxt(
        &handler, Unmanaged.passUnretained(self).toOpaque(),
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil)
    }
    guard let context else { throw .damaged(.structure, part: part) }
    // NOENT: attribute values hold `&` as such. No other entity can be declared.
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    if case .misnamed = encoding { options |= XML_PARSE_IGNORE_ENC.rawValue }
    xmlCtxtUseOptions(context, Int32(options))
  }

  private func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool
  ) throws(SpreadsheetError) {
    guard let context else { return }
    xmlParseChunk(
      context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    if let failure { throw failure }
    // Some errors of the decoders halt the parser and are told to nobody.
    if !isStopped, context.pointee.wellFormed == 0 || context.pointee.disableSAX != 0 {
      throw .damaged(.xml(line: line), part: part)
    }
    guard Int(xmlDictSize(context.pointee.dict)) <= limits.xmlNames else {
      throw .beyond(.xmlNames(limits.xmlNames), part: part)
    }
  }

  /// Reads what it has been given, without waiting for enough to tell the encoding: what comes next
  /// is content, so the declaration has been.
  func beginContent() throws(SpreadsheetError) {
    if context == nil, head.count >= Self.signatureSize { try parseHead() }
  }

  /// Whether elements in UTF-8 could be left out here without changing what the rest means: libxml2
  /// has dealt with every byte so far and stands inside of the root.
  /// - Parameter levels: how deep those elements are.
  func canSpareElements(levels: Int) -> Bool {
    guard isUTF8, failure == nil, depth > 0, depth + levels <= limits.xmlDepth,
      let input = context?.pointee.input
    else { return false }
    return input.pointee.cur == input.pointee.end
  }

  /// Counts the lines of bytes that are left out, so that errors tell the right one.
  func skipLines(in bytes: UnsafeBufferPointer<UInt8>) {
    guard let input = context?.pointee.input else { return }
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, let end = memchr(start, 0x0A, rest.count) {
      input.pointee.line &+= 1
      rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(end) - start + 1)...])
    }
  }

  private var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }

  // MARK: Events

  private func stop() {
    isStopped = true
    if let context { xmlStopParser(context) }
  }

  private func fail(_ error: SpreadsheetError) {
    if failure == nil { failure = error }
    stop()
  }

  private func start(_ name: XMLName, _ attributes: XMLAttributes, namespaces count: Int) {
    guard !isStopped else { return }
    guard depth < limits.xmlDepth else {
      return fail(.beyond(.xmlDepth(limits.xmlDepth), part: part))
    }
    if count > 0 {
      namespaces.append((depth, count))
      namespaceCount += count
      guard namespaceCount <= limits.xmlAttributes else {
        return fail(.beyond(.xmlAttributes(limits.xmlAttributes), part: part))
      }
    }
    do throws(SpreadsheetError) {
      try receiver.start(XMLElement(name: name, attributes: attributes, depth: depth))
    } catch {
      fail(error)
    }
    depth += 1
  }

  private func end(_ name: XMLName) {
    guard !isStopped else { return }
    depth -= 1
    if let last = namespaces.last, last.depth == depth {
      namespaceCount -= last.count
      namespaces.removeLast()
    }
    do throws(SpreadsheetError) {
      if try receiver.end(name) == .stop { stop() }
    } catch {
      fail(error)
    }
  }

  private func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !isStopped else { return }
    do throws(SpreadsheetError) {
      try receiver.text(piece)
    } catch {
      fail(error)
    }
  }

  // MARK: Callbacks

  private static func parser(_ pointer: UnsafeMutableRawPointer) -> XMLPushParser {
    Unmanaged<XMLPushParser>.fromOpaque(pointer).takeUnretainedValue()
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = clibxml2_sax2_magic()
    handler.startElementNs = { pointer, name, _, _, namespaces, _, count, _, fields in
      guard let pointer, let name else { return }
      XMLPushParser.parser(pointer)
        .start(
          XMLName(bytes: name), XMLAttributes(fields: fields, count: Int(count)),
          namespaces: Int(namespaces))
    }
    handler.endElementNs = { pointer, name, _, _ in
      guard let pointer, let name else { return }
      XMLPushParser.parser(pointer).end(XMLName(bytes: name))
    }
    handler.characters = { pointer, bytes, count in
      guard let pointer else { return }
      XMLPushParser.parser(pointer).text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { pointer, _, _, _ in
      guard let pointer else { return }
      let parser = XMLPushParser.parser(pointer)
      parser.fail(.damaged(.documentType, part: parser.part))
    }
    handler.externalSubset = handler.internalSubset
    handler.serror = { pointer, error in
      guard let pointer, let error, error.pointee.level == XML_ERR_FATAL else { return }
      let parser = XMLPushParser.parser(pointer)
      parser.fail(.damaged(.xml(line: Int(error.pointee.line)), part: parser.part))
    }
    return handler
  }
}
