import Testing

@testable import Spreadsheets

/// Which program wrote a file, where the file says so.
@Suite struct ProducerTests {
  private func summary(_ name: [UInt8], page: Int = 1252) -> [UInt8] {
    let header = BIFF.u16(0xFFFE) + [UInt8](repeating: 0, count: 22) + BIFF.u32(1)
    let values =
      BIFF.u32(2) + BIFF.u16(page) + BIFF.u16(0) + BIFF.u32(0x1E) + BIFF.u32(name.count) + name
    let set =
      BIFF.u32(24 + values.count) + BIFF.u32(2) + BIFF.u32(1) + BIFF.u32(24) + BIFF.u32(18)
      + BIFF.u32(32) + values
    return header + [UInt8](repeating: 0, count: 16) + BIFF.u32(48) + set
  }

  @Test func `the summary of a compound file`() throws {
    let name = Array("Planilh".utf8) + [0xE3, 0x6F, 0]
    #expect(SummaryInformation.applicationName(in: summary(name)) == "Planilhão")
    let file = CompoundFileImage([
      .init(name: "Workbook", bytes: BIFF.workbook(BIFF.number(0, 0, 1))),
      .init(name: "\u{5}SummaryInformation", bytes: summary(Array("Microsoft Excel\0".utf8))),
    ])
    #expect(try openWorkbook(ByteSource(file.bytes)).producer() == "Microsoft Excel")
  }

  @Test func `a summary that is cut or changed says something or nothing`() {
    let whole = summary(Array("Excel\0".utf8))
    for length in 0..<whole.count {
      _ = SummaryInformation.applicationName(in: Array(whole[..<length]))
    }
    #expect(SummaryInformation.applicationName(in: Array(whole[..<60])) == nil)
    for index in whole.indices {
      var changed = whole
      changed[index] = 0xFF
      _ = SummaryInformation.applicationName(in: changed)
    }
  }

  @Test(arguments: [
    (
      "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>",
      "Microsoft Excel 16.0300"
    ),
    ("<Application>LibreOffice/7.4</Application><AppVersion>15.0</AppVersion>", "LibreOffice/7.4"),
    ("<Application>Calc</Application>", "Calc"), ("<AppVersion>1</AppVersion>", nil), ("<", nil),
  ])
  func `the properties of a package`(properties: String, name: String?) throws {
    let part = ZipBuilder.Entry("docProps/app.xml", "<Properties>\(properties)</Properties>")
    let bytes = ZipBuilder(XLSXBuilder().entries + [part]).bytes
    #expect(try openWorkbook(ByteSource(bytes)).producer() == name)
  }
}
