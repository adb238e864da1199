import Testing

@testable import Spreadsheets

@Suite struct XLSXNumberFormatTests {
  @Test(arguments: [
    "dd/mm/yyyy", "dd/mm/yyyy;@", "m/d/yy", "mmm\\-yy", "[$-416]d\" de \"mmmm\" de \"yyyy;@",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "h:mm", "h:mm:ss AM/PM", "mm:ss.0", "ss.000",
    "[Red]dd/mm", "[=0]\"-\";dd/mm/yyyy", "\"em \"yyyy", "yyyy\\-mm\\-dd\\Thh:mm", "YYYY-MM-DD",
    "yyyy-mm-ddThh:mm:ssZ", "yyyy\"年\"m\"月\"d\"日\"", "ggge\"年\"m\"月\"", "e/m/d", "aaaa", "d",
    "_-dd/mm/yyyy_-", "* dd/mm", "dd.mm.yy", "[>=1]dd/mm hh:mm;h:mm",
  ])
  func dates(code: String) { #expect(NumberFormat.kind(ofCode: code) == .date) }

  @Test(arguments: ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[s]", "[ss].00", "[H]:MM;@", "[Red][h]:mm"])
  func elapsed(code: String) { #expect(NumberFormat.kind(ofCode: code) == .elapsed) }

  @Test(arguments: [
    "", "General", "GENERAL", "Geral", "Standard", "G/通用格式", "@", "0", "0.00",
    "#,##0.00",
    "0.00E+00", "##0.0E+0", "0e+0", "# ?/?", "0%", "\"R$\" #,##0.00", "R$ #,##0.00",
    "[$R$-416]\\ #,##0.00;[Red]\\-[$R$-416]\\ #,##0.00", "US$ #,##0.00", "0.00 USD",
    "[$USD] #,##0", "0\" dias\"", "0 \"h\"", "0\\d", "0_d", "0*d", "[Red]0;[Magenta]0", "[DBNum1]0",
    "General\" dd\"", "0;dd/mm/yyyy", ";;;", "[", "\"dd", "\\", "_", "000\\-00\\-0000",
    "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "[<=9999999]###\\-####;0",
  ])
  func numbers(code: String) { #expect(NumberFormat.kind(ofCode: code) == .number) }

  @Test func builtIn() {
    let dates = (0...200).filter { NumberFormat.kind(ofBuiltIn: $0) == .date }
    let elapsed = (0...200).filter { NumberFormat.kind(ofBuiltIn: $0) == .elapsed }
    let thai = Array(71...78) + [80, 81]
    #expect(dates == Array(14...22) + Array(27...36) + [45, 47] + Array(50...58) + thai)
    #expect(elapsed == [46, 79])
  }
}

@Suite struct XLSXCellNumberTests {
  private func parse(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { CellNumber.parse($0) }
  }

  @Test(arguments: [
    "0", "-0", "5", "+5", "331.48050000000001", "1234.56", ".5", "5.", "1e3", "1E+3", "1.5e-3",
    "123456789012345678", "12345678901234567890123", "9007199254740993", "9007199254740992.5",
    "18446744073709551615", "18446744073709551616", "1e22", "1e23", "9e307",
    "1.7976931348623157e308",
    "2.2250738585072014e-308", "5e-324", "1e-400", "0.1", "0.30000000000000004",
    "45963.354166666664", "0.0000000000000000001", "1844674407370955161.5", "0e999999999999",
  ])
  func likeTheStandardLibrary(text: String) throws {
    let expected = try #require(Double(text))
    let parsed = try #require(parse(text))
    #expect(parsed.bitPattern == expected.bitPattern)
  }

  @Test func randomNumbersOfSeventeenDigits() throws {
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(seed >> (seed & 31))
      let point = digits.index(digits.startIndex, offsetBy: Int(seed >> 40) % digits.count)
      let text = digits[..<point] + "." + digits[point...]
      #expect(parse(String(text)) == Double(String(text)), "\(text)")
    }
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "1e+", "1,5", "1.2.3", "0x10", "inf", "nan", "INF", "1 2", "1e400",
    "--1", "1e99999999999999999999", "１", "1d0",
  ])
  func whatIsNoNumber(text: String) { #expect(parse(text) == nil) }
}

@Suite struct XLSXISODateTests {
  private func serial(_ text: String, _ system: DateSystem = .from1900) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { ISODate.serial($0, system: system) }
  }

  @Test(arguments: [
    ("2025-11-03", 45964), ("2025-11-03T12:00:00", 45964.5), ("2025-11-03T12:00:00.000Z", 45964.5),
    ("2025-11-03 18:00", 45964.75), ("1900-01-01", 1), ("1900-02-28", 59), ("1900-03-01", 61),
    ("06:00:00", 0.25), ("1899-12-31", 0), ("9999-12-31", 2_958_465),
    ("2000-02-29T00:00:00.500", 36585.0 + 0.5 / 86_400),
  ])
  func from1900(text: String, expected: Double) { #expect(serial(text) == expected) }

  @Test(arguments: [
    "2025-02-29", "2025-02-31", "2100-02-29", "2025-04-31", "2025-13-01", "2025-11-00",
  ])
  func `a day that no calendar has is no date`(text: String) { #expect(serial(text) == nil) }

  @Test func from1904() {
    #expect(serial("1904-01-02", .from1904) == 1)
    #expect(serial("2025-11-03", .from1904) == 44502)
    #expect(serial("1903-12-31", .from1904) == nil)
  }

  @Test(arguments: [
    "", "2025", "2025-13-01", "2025-11-00", "2025-1-1", "2025-11-03T", "2025-11-03T25:00", "x",
    "12",
    "2025-11-03T12:00:00+03:00", "1899-12-30", "03/11/2025", "12:60", "12:00:00.",
  ])
  func whatIsNoDate(text: String) { #expect(serial(text) == nil) }
}

@Suite struct XLSXPackagePathTests {
  @Test(arguments: [
    ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"), ("/xl/a.xml", "xl/a.xml"),
    ("../customXml/item1.xml", "customXml/item1.xml"), ("./a.xml", "xl/a.xml"),
    ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"), ("\\xl\\a.xml", "xl/a.xml"),
    ("a%20b%C3%A9.xml", "xl/a bé.xml"), ("a%2.xml", "xl/a%2.xml"), ("a.xml#Plan1!A1", "xl/a.xml"),
    ("../../../a.xml", "a.xml"), ("", "xl"), ("%2e%2e/a.xml", "a.xml"),
  ])
  func targets(target: String, expected: String) {
    #expect(PackagePath(target, relativeTo: PackagePath("xl/workbook.xml")).text == expected)
  }

  @Test func relationshipsOfAPart() {
    #expect(PackagePath("xl/workbook.xml").relationships.text == "xl/_rels/workbook.xml.rels")
    #expect(PackagePath("a.xml").relationships.text == "_rels/a.xml.rels")
  }

  private static let places: [(String, Int?, Int?)] = [
    ("B12", 1, 11), ("xfd1048576", 16_383, 1_048_575), ("A", 0, nil), ("7", nil, 6), ("", nil, nil),
    ("A0", nil, nil), ("1A", nil, nil), ("$A$1", nil, nil), ("A1B", nil, nil),
    ("ABCDEFG1", nil, nil),
  ]

  @Test(arguments: places)
  func references(text: String, column: Int?, row: Int?) {
    let place = Array(text.utf8).withUnsafeBufferPointer { CellPlace($0) }
    #expect(place.column == column)
    #expect(place.row == row)
  }
}

@Suite struct XLSXTextPiecesTests {
  private func decode(_ runs: String..., limit: Int = 1000) throws -> String {
    var limits = Limits()
    limits.textLength = limit
    var pieces = TextPieces(limits: limits, part: "part")
    for run in runs {
      try Array(run.utf8).withUnsafeBufferPointer { try pieces.append($0) }
      try pieces.endRun()
    }
    return String(decoding: pieces.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x0041_", "_x0041_"), ("_x0041__x0042_", "AB"),
    ("_xD83D__xDE00_!", "😀!"), ("_xD83D_!", "\u{FFFD}!"), ("_xDE00__xD83D_", "\u{FFFD}\u{FFFD}"),
    ("_x00e9_", "é"), ("_X0041_", "_X0041_"), ("_x041_", "_x041_"), ("_x00G1_", "_x00G1_"),
    ("_", "_"),
    ("_x0041", "_x0041"), ("__x0041_", "_A"), ("_x_x0041_", "_xA"),
    ("nome_do_cliente", "nome_do_cliente"),
    ("é_x20AC_é", "é€é"), ("_xD83D__x0041_", "\u{FFFD}A"),
  ])
  func escapes(text: String, expected: String) throws { #expect(try decode(text) == expected) }

  @Test func anEscapeNeverReachesOverTheEndOfARun() throws {
    #expect(try decode("_x00", "41_") == "_x0041_")
  }

  @Test func theLimitIsThatOfTheTextNotOfItsEscapes() throws {
    #expect(try decode("_x0041__x0042_", limit: 2) == "AB")
    #expect(throws: SpreadsheetError.beyond(.textLength(2), part: "part")) {
      try decode("_x0041__x0042_c", limit: 2)
    }
  }
}
