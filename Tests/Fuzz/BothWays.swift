private import Spreadsheets

/// Reads damaged sheets and shared texts both ways, by libxml2 alone and with plain elements taken
/// straight from the bytes, and compares.
enum BothWays {
  /// - Returns: the numbers of mutants that are not the same, of how many, and of those how many
  ///   could be read.
  static func run(
    _ numbers: Range<Int>, run: UInt64, seeds: [Seed]
  ) -> (different: [Int], compared: Int, readable: Int) {
    var different: [Int] = []
    var compared = 0
    var readable = 0
    for number in numbers {
      guard let bytes = mutant(number, run: run, seeds: seeds) else { continue }
      compared += 1
      let plain = outcome(of: bytes, isPlain: true)
      if plain != outcome(of: bytes, isPlain: false) { different.append(number) }
      if case .success = plain { readable += 1 }
    }
    return (different, compared, readable)
  }

  /// A workbook with damage in a sheet or in its shared texts.
  static func mutant(_ number: Int, run: UInt64, seeds: [Seed]) -> [UInt8]? {
    var random = SeededRandom(seed: run, stream: number)
    for _ in 0..<100 {
      guard let seed = seeds.any(&random) else { return nil }
      if let bytes = ZipParts.mutated(seed.bytes, &random, only: isOfMany) { return bytes }
    }
    return nil
  }

  /// Parts of which plain elements are taken.
  private static func isOfMany(_ name: String) -> Bool {
    name.contains("sheets/sheet") || name.contains("sharedStrings")
  }

  private static func outcome(
    of bytes: [UInt8], isPlain: Bool
  ) -> Result<[UInt8], SpreadsheetError> {
    var limits = Limits()
    limits.readsPlainXML = isPlain
    return Result { () throws(SpreadsheetError) in
      let workbook = try openWorkbook(ByteSource(bytes), limits: limits)
      var dump: [UInt8] = []
      for sheet in workbook.sheets {
        try workbook.readRows(of: sheet) { row in
          for cell in row.cells {
            dump += Array("\(row.index) \(cell.column) \(cell.kind) ".utf8)
            dump += withUnsafeBytes(of: cell.number.bitPattern) { Array($0) }
            dump.append(cell.boolean ? 1 : 0)
            dump += row.utf8(of: cell)
          }
          return .proceed
        }
      }
      return dump
    }
  }
}
