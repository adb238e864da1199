/// A workbook of values and nothing else: cells of every kind, in their places, without looks.
///
/// The library that writes reports knows no cells with errors, so the parts are made here; who has
/// a zip archive puts them into it. [ECMA-376] Part 1, 18.2 and 18.3
package struct PlainWorkbook: Sendable {
  package enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
    /// A serial of the date system.
    case date(Double)
    /// Days.
    case elapsed(Double)
    case boolean(Bool)
    /// `#N/A` and the like.
    case error(String)
  }

  package enum Visibility: String, Sendable { case visible, hidden, veryHidden }

  package struct Sheet: Sendable {
    let name: String
    let visibility: Visibility
    private var xml = ""

    package init(_ name: String, _ visibility: Visibility) {
      self.name = name
      self.visibility = visibility
    }

    /// Adds a row below those there are.
    ///
    /// - Parameters:
    ///   - index: zero-based.
    ///   - cells: by zero-based column, ascending.
    package mutating func add(row index: Int, _ cells: [(column: Int, value: Value)]) {
      xml += "<row r=\"\(index + 1)\">"
      for (column, value) in cells {
        xml += "<c r=\"\(letters(ofColumn: column))\(index + 1)\"\(value.xml)</c>"
      }
      xml += "</row>"
    }

    fileprivate var part: String {
      "<worksheet xmlns=\"\(main)\"><sheetData>\(xml)</sheetData></worksheet>"
    }
  }

  package let isFrom1904: Bool
  package var sheets: [Sheet] = []

  package init(isFrom1904: Bool) { self.isFrom1904 = isFrom1904 }

  /// The files of the workbook, by their names in the archive.
  package var parts: [(name: String, bytes: [UInt8])] {
    let fixed: [(String, String)] = [
      ("[Content_Types].xml", contentTypes),
      (
        "_rels/.rels",
        relationships([("\(office)/officeDocument", "xl/workbook.xml")])
      ),
      ("xl/workbook.xml", workbook),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map { ("\(office)/worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("\(office)/styles", "styles.xml")])
      ),
      ("xl/styles.xml", Self.styles),
    ]
    let all = fixed + sheets.enumerated().map { ("xl/worksheets/sheet\($0 + 1).xml", $1.part) }
    return all.map { ($0, Array("\(declaration)\($1)".utf8)) }
  }

  private var contentTypes: String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let overrides =
      [("workbook", "sheet.main"), ("styles", "styles")].map { ("/xl/\($0).xml", $1) }
      + sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", "worksheet") }
    return "<Types xmlns=\"\(openPackage)/content-types\">"
      + "<Default Extension=\"rels\""
      + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + overrides.map { "<Override PartName=\"\($0)\" ContentType=\"\(kind).\($1)+xml\"/>" }
      .joined() + "</Types>"
  }

  private var workbook: String {
    let list = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(place + 1)\""
        + " state=\"\(sheet.visibility.rawValue)\" r:id=\"rId\(place + 1)\"/>"
    }
    return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">"
      + "<workbookPr\(isFrom1904 ? " date1904=\"1\"" : "")/><sheets>\(list.joined())</sheets>"
      + "</workbook>"
  }

  private func relationships(_ targets: [(type: String, path: String)]) -> String {
    "<Relationships xmlns=\"\(openPackage)/relationships\">"
      + targets.enumerated().map { place, target in
        "<Relationship Id=\"rId\(place + 1)\" Type=\"\(target.type)\""
          + " Target=\"\(target.path)\"/>"
      }.joined() + "</Relationships>"
  }

  /// Three formats: general, a date with its time (22), elapsed time (46).
  private static let styles =
    "<styleSheet xmlns=\"\(main)\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/>"
    + "</fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
    + "</cellStyleXfs><cellXfs count=\"3\"><xf/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/>"
    + "<xf numFmtId=\"46\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
}

private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let openPackage = "http://schemas.openxmlformats.org/package/2006"

extension PlainWorkbook.Value {
  /// From the end of the cell's first attribute to the end of its content.
  fileprivate var xml: String {
    switch self {
    case .text(let text):
      " t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is>"
    case .number(let number): "><v>\(number)</v>"
    case .date(let serial): " s=\"1\"><v>\(serial)</v>"
    case .elapsed(let days): " s=\"2\"><v>\(days)</v>"
    case .boolean(let flag): " t=\"b\"><v>\(flag ? 1 : 0)</v>"
    case .error(let code): " t=\"e\"><v>\(escaped(code))</v>"
    }
  }
}

private func escaped(_ text: String) -> String {
  CellText.escaped(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
}

/// `A`, `Z`, `AA`… for 0, 25, 26…
private func letters(ofColumn column: Int) -> String {
  let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(max(0, column) % 26)))
  return column < 26 ? last : letters(ofColumn: column / 26 - 1) + last
}
