/// Receives the events of an XML part as the parser meets them. What it throws ends the reading.
///
/// Names are told without prefix, whatever the namespace: the parts of a workbook are read by
/// local names, in the transitional, the strict or no namespace.
protocol XMLReceiver: AnyObject {
  func start(_ element: XMLElement) throws(SpreadsheetError)
  func end(_ name: XMLName) throws(SpreadsheetError) -> Flow
  /// A piece of text: valid UTF-8, whole characters, references resolved, line ends normalised.
  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError)
}

extension XMLReceiver {
  func end(_ name: XMLName) throws(SpreadsheetError) -> Flow { .proceed }
  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {}
}

extension ZipArchive {
  /// Reads an XML part of many elements of one kind as a stream.
  /// - Parameter purpose: as for `read`.
  func parseElements(
    of path: PackagePath, for purpose: Int? = nil, into receiver: some PlainElementReceiver
  ) throws(SpreadsheetError) {
    guard limits.allowPlainElements else { return try parse(path, for: purpose, into: receiver) }
    let elements = PlainElements(part: path.text, receiver: receiver, limits: limits)
    var isStopped = false
    do throws(SpreadsheetError) {
      try read(path, for: purpose) { (piece) throws(SpreadsheetError) in
        let flow = try elements.push(piece)
        isStopped = flow == .stop
        return flow
      }
    } catch {
      try elements.cutOff()
      throw error
    }
    if !isStopped { try elements.finish() }
  }

  /// Reads an XML part as a stream.
  /// - Parameter purpose: as for `read`.
  func parse(
    _ path: PackagePath, for purpose: Int? = nil, into receiver: any XMLReceiver
  ) throws(SpreadsheetError) {
    let parser = XMLPushParser(part: path.text, receiver: receiver, limits: limits)
    var isStopped = false
    try read(path, for: purpose) { (piece) throws(SpreadsheetError) in
      let flow = try parser.push(piece)
      isStopped = flow == .stop
      return flow
    }
    if !isStopped { try parser.finish() }
  }
}
