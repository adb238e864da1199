/// A receiver of an XML part whose bulk is one kind of element, one after the other, and that takes
/// those that are plain straight from the bytes.
protocol PlainElementReceiver: XMLReceiver {
  /// How each of the elements begins, with its name: `<row`.
  static var opening: StaticString { get }
  /// How each of them ends that is not empty: `</row>`.
  static var closing: StaticString { get }
  /// Whether what libxml2 has told so far ends between two of them.
  var isBetweenElements: Bool { get }
  /// Takes plain elements, and the white space between them, up to `limit` or to the first that is
  /// not plain, before which the cursor then stands and of which nothing is taken.
  func takePlainElements(
    _ cursor: inout PlainCursor, limit: UnsafePointer<UInt8>
  ) throws(SpreadsheetError) -> PlainReach
}

/// Why a receiver takes no more plain elements.
enum PlainReach {
  /// The limit is reached.
  case limit
  /// What comes next is not plain, or something else.
  case other
  /// No more are wanted.
  case stop
}

/// Reads an XML part of many elements of one kind, several times as fast as libxml2 does alone.
///
/// libxml2 reads the part, but the plain ones of those elements are kept from it and given to the
/// receiver at once. What is not plain goes to libxml2 with all that surrounds it, so it alone says
/// what is well-formed and what it means; after it the next plain elements are kept from it again.
/// Both ways the receiver is told the same.
final class PlainElements<Receiver: PlainElementReceiver> {
  /// More without the end of an element is left to libxml2.
  private static var longestElement: Int { 4 << 20 }
  /// How deep a row is, counted from itself: row, cell, inline text, run.
  private static var levels: Int { 4 }

  private let parser: XMLPushParser
  private let receiver: Receiver
  /// Bytes that are not yet dealt with, in a row.
  private var window: [UInt8] = []
  private var isScanning = false
  private var isFailed = false
  /// Bytes at the start of the window that are libxml2's, whatever they look like.
  private var conceded = 0

  init(part: String, receiver: Receiver, limits: Limits) {
    self.receiver = receiver
    parser = XMLPushParser(part: part, receiver: receiver, limits: limits)
  }

  /// Takes the next piece of the part.
  /// - Returns: `.stop` when the receiver wants no more.
  func push(_ piece: UnsafeRawBufferPointer) throws(SpreadsheetError) -> Flow {
    window.append(contentsOf: piece)
    return try work(isLast: false)
  }

  /// Says that the part ends here.
  func finish() throws(SpreadsheetError) {
    if try work(isLast: true) == .proceed { try parser.finish() }
  }

  /// Says that no more of the part can be had: what is there still means what it means.
  func cutOff() throws(SpreadsheetError) {
    if !isFailed { _ = try work(isLast: true) }
  }

  private func work(isLast: Bool) throws(SpreadsheetError) -> Flow {
    // Nothing plain holds a zero: it ends every step of the cursor.
    window.append(contentsOf: repeatElement(0, count: PlainCursor.padding))
    var done = 0
    isFailed = true
    let flow = try window.withUnsafeBufferPointer { (bytes) throws(SpreadsheetError) in
      try work(on: bytes, done: &done, isLast: isLast)
    }
    isFailed = false
    window.removeLast(PlainCursor.padding)
    window.removeSubrange(..<done)
    return flow
  }

  /// - Parameters:
  ///   - bytes: the window, with its padding at the end.
  ///   - done: set to how many of them are dealt with.
  private func work(
    on bytes: UnsafeBufferPointer<UInt8>, done: inout Int, isLast: Bool
  ) throws(SpreadsheetError) -> Flow {
    guard let start = bytes.baseAddress else { return .proceed }
    let count = bytes.count - PlainCursor.padding
    while true {
      if isScanning {
        let rest = UnsafeBufferPointer(start: start + done, count: count - done)
        let complete = isLast ? rest.count : rest.endOfLast(Receiver.opening, Receiver.closing)
        var cursor = PlainCursor(start + done)
        let reach = try receiver.takePlainElements(&cursor, limit: start + done + complete)
        parser.skipLines(in: UnsafeBufferPointer(start: start + done, end: cursor.position))
        done = cursor.position - start
        switch reach {
        case .stop: return .stop
        case .limit where count - done < Self.longestElement && !isLast: return .proceed
        case .limit, .other:
          isScanning = false
          conceded = 1
        }
      }
      let rest = UnsafeBufferPointer(start: start + done, count: count - done)
      let next = rest.first(Receiver.opening, from: conceded)
      let end: Int
      if let next {
        // libxml2 would wait for what comes after the white space; nobody needs that.
        end = rest.endWithoutSpace(upTo: next)
      } else {
        // The last bytes may be its beginning.
        end = isLast ? rest.count : max(rest.count - Receiver.opening.utf8CodeUnitCount, 0)
      }
      if end > 0 {
        let piece = UnsafeRawBufferPointer(start: start + done, count: end)
        if try parser.push(piece) == .stop { return .stop }
        done += end
        conceded = 0
      }
      guard let next else { return .proceed }
      try parser.beginContent()
      isScanning = parser.canSpareElements(levels: Self.levels) && receiver.isBetweenElements
      // Behind the white space that is left, and its own first byte.
      if !isScanning { conceded = next - end + 1 }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    self.init(start: start, count: end - start)
  }

  /// Where these bytes first stand, not before `from`.
  fileprivate func first(_ literal: StaticString, from: Int) -> Int? {
    let length = literal.utf8CodeUnitCount
    guard count >= length else { return nil }
    var index = from
    while index <= count - length {
      if self[index] == literal.utf8Start[0], holds(literal, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Behind the last of the closings, or before the last of the openings, whatever comes later: up
  /// to there elements are whole. 0 when neither is there.
  fileprivate func endOfLast(_ opening: StaticString, _ closing: StaticString) -> Int {
    var index = count
    while index > 0 {
      index -= 1
      guard self[index] == UInt8(ascii: "<") else { continue }
      if holds(closing, at: index) { return index + closing.utf8CodeUnitCount }
      if holds(opening, at: index) { return index }
    }
    return 0
  }

  /// The end of these bytes without the white space before it.
  fileprivate func endWithoutSpace(upTo end: Int) -> Int {
    var end = end
    while end > 0, PlainByte.isSpace(self[end - 1]) { end -= 1 }
    return end
  }

  @inline(__always)
  private func holds(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard length <= count - index else { return false }
    for offset in 0..<length where self[index + offset] != literal.utf8Start[offset] {
      return false
    }
    return true
  }
}
