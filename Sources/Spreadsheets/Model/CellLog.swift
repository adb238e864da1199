/// The cells of a sheet as its file has them, in little room, to be read any number of times.
///
/// For formats in which only the whole file tells what its sheets are: it is read once, and takes
/// no more memory than what it brings.
struct CellLog {
  /// Bytes of a block, so that a long sheet is never copied as a whole.
  private static let blockSize = 1 << 20

  /// Of each entry a number for its column, one for its tag, its length, and its bytes; a row
  /// begins with zero and its number. Columns are one higher than they are.
  private var fullBlocks: [[UInt8]] = []
  private var block: [UInt8] = []

  mutating func begin(row: Int) {
    makeRoom()
    append(number: 0)
    append(number: row)
  }

  /// - Parameters:
  ///   - tag: whatever the caller wants to know of the cell later.
  ///   - text: UTF-8.
  mutating func append(column: Int, tag: Int = 0, text: some Collection<UInt8>) {
    makeRoom()
    append(number: column + 1)
    append(number: tag)
    append(number: text.count)
    block.append(contentsOf: text)
  }

  /// Hands over what was put in, in that order, until one of the closures says stop. A text is
  /// valid only while its closure runs.
  func read(
    row beginRow: (Int) throws(SpreadsheetError) -> Flow,
    cell: (_ column: Int, _ tag: Int, _ text: UnsafeBufferPointer<UInt8>)
      throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    for block in fullBlocks + [block] {
      let flow = try block.withUnsafeBufferPointer { (bytes) throws(SpreadsheetError) -> Flow in
        var position = 0
        while position < bytes.count {
          let first = Self.number(in: bytes, at: &position)
          let second = Self.number(in: bytes, at: &position)
          if first == 0 {
            if try beginRow(second) == .stop { return .stop }
          } else {
            let count = Self.number(in: bytes, at: &position)
            try cell(
              first - 1, second, UnsafeBufferPointer(rebasing: bytes[position..<position + count]))
            position += count
          }
        }
        return .proceed
      }
      if flow == .stop { return }
    }
  }

  private mutating func makeRoom() {
    guard block.count >= Self.blockSize else { return }
    fullBlocks.append(block)
    block = []
    block.reserveCapacity(Self.blockSize + 1 << 16)
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  private mutating func append(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      block.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    block.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = bytes[position]
      position += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
  }
}
