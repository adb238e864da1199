/// Changes in the record stream of an old workbook, which then stands in a file by itself, as the
/// oldest ones do.
enum Records {
  private struct Record {
    var number: Int
    var body: [UInt8]
    /// What the record says its length is, when that is not how long it is.
    var declaredLength: Int?
  }

  /// Those that a reader takes an interest in.
  private static let numbers = [
    0x809, 0x009, 0x209, 0x409, 0x00A, 0x03C, 0x085, 0x0FC, 0x0FD, 0x203, 0x204, 0x205, 0x207,
    0x27E, 0x0BD, 0x006, 0x042, 0x022, 0x41E, 0x0E0, 0x02F, 0x004, 0x003, 0x002, 0x0D6, 0x08F,
  ]
  private static let boundSheet = 0x85
  private static let beginOfFile = 0x809

  /// Nil when the seed has no such stream.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8]? {
    guard let stream = CompoundLayout(bytes)?.workbook ?? stream(bytes) else { return nil }
    var records = parse(stream)
    guard records.count > 2 else { return nil }
    for _ in 0...random.below(6) { change(&records, &random) }
    if !random.once(in: 4) { mendOffsets(&records) }
    return records.flatMap(write)
  }

  private static func stream(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.first == 9 && bytes.count > 8 ? bytes : nil
  }

  private static func parse(_ stream: [UInt8]) -> [Record] {
    var records: [Record] = []
    var position = 0
    while let number = stream.number(at: position, size: 2),
      let length = stream.number(at: position + 2, size: 2),
      position + 4 + length <= stream.count
    {
      records.append(
        Record(number: number, body: Array(stream[position + 4..<position + 4 + length])))
      position += 4 + length
    }
    return records
  }

  private static func change(_ records: inout [Record], _ random: inout SeededRandom) {
    guard !records.isEmpty else { return }
    let index = random.below(records.count)
    let other = random.below(records.count)
    switch random.below(12) {
    case 0: records.remove(at: index)
    case 1: records.insert(records[other], at: index)
    case 2: records.swapAt(index, other)
    case 3: records[index].number = numbers.any(&random) ?? 0
    case 4: records[index].body.removeLast(random.below(records[index].body.count + 1))
    case 5: records[index].declaredLength = random.below(random.once(in: 2) ? 0x1_0000 : 64)
    case 6: split(&records, at: index, &random)
    case 7: records.insert(Record(number: 0x3C, body: []), at: index)
    case 8: records.insert(Record(number: numbers.any(&random) ?? 0, body: []), at: index)
    default:
      if records[index].body.count > 8224 { records[index].body.removeLast(100) }
      RawBytes.mutate(&records[index].body, &random)
    }
  }

  /// Lets a record go on in a Continue record.
  private static func split(
    _ records: inout [Record], at index: Int, _ random: inout SeededRandom
  ) {
    let body = records[index].body
    let cut = random.below(body.count + 1)
    records[index].body = Array(body[..<cut])
    let flags: [UInt8] = random.once(in: 2) ? [UInt8(random.below(2))] : []
    records.insert(Record(number: 0x3C, body: flags + body[cut...]), at: index + 1)
  }

  /// Points the list of sheets to where substreams begin now.
  private static func mendOffsets(_ records: inout [Record]) {
    var position = 0
    var starts: [Int] = []
    for record in records {
      if record.number == beginOfFile { starts.append(position) }
      position += 4 + record.body.count
    }
    var sheets = starts.dropFirst()
    for index in records.indices where records[index].number == boundSheet {
      if let start = sheets.popFirst() { records[index].body.set(start, at: 0, size: 4) }
    }
  }

  private static func write(_ record: Record) -> [UInt8] {
    let length = record.declaredLength ?? record.body.count
    return [
      UInt8(truncatingIfNeeded: record.number), UInt8(truncatingIfNeeded: record.number >> 8),
      UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8),
    ] + record.body
  }
}
