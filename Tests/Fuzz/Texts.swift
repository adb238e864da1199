/// Changes in what is text: pages, XML spreadsheets and separated texts.
enum Texts {
  /// What each of these formats has a meaning for.
  private static let words: [String] = [
    "<table>", "</table>", "<tr>", "<td>", "<td rowspan=0>", "<td colspan=1000 rowspan=65534>",
    "<caption>", "</caption>", "<br>", "<p>", "<tbody>", "</tr>", "</td>", "<!--", "-->",
    "<script>",
    "<meta charset=utf-16>", "&nbsp;", "&#0;", "&#x110000;", "&lt;", "<![CDATA[", "]]>",
    "<Worksheet ss:Name=\"a\">", "</Worksheet>", "<Table>", "</Table>",
    "<Row ss:Index=\"1048576\">",
    "<Row ss:Span=\"7\"/>", "</Row>", "<Cell ss:Index=\"16384\">", "</Cell>",
    "<Column ss:Index=\"2\" ss:Span=\"9\" ss:StyleID=\"a\"/>", "<Data ss:Type=\"DateTime\">",
    "<Data ss:Type=\"Number\">1e999", "<Data ss:Type=\"Error\">", "</Data>", "<Style ss:ID=\"a\">",
    "<x:Date1904/>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "\"", "\"\"", "'", ";", ",", "\t", "|", "\r",
    "\n", "\r\n", "sep=|\r\n", "\0", "\u{1A}", "\u{FEFF}", "\u{202E}", "=1+1", "<", ">", "&",
  ]
  private static let encodings: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]

  /// Nil when the seed is no text.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8]? {
    let isText = bytes.prefix(512).allSatisfy { $0 >= 0x20 || 0x09...0x0D ~= $0 }
    guard !bytes.isEmpty, isText || encodings.contains(where: bytes.starts) else { return nil }
    var mutant = bytes
    for _ in 0...random.below(8) { change(&mutant, &random) }
    return mutant
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = random.below(bytes.count + 1)
    switch random.below(8) {
    case 0, 1, 2: bytes.insert(contentsOf: (words.any(&random) ?? "").utf8, at: place)
    case 3:
      let word = Array((words.any(&random) ?? "").utf8)
      let many = repeatElement(word, count: 1 + random.below(2000)).joined()
      bytes.insert(contentsOf: Array(many), at: place)
    case 4:
      // A piece between two tags or fields, once more or no more.
      let end = min(bytes.count, place + random.below(400))
      if random.once(in: 2) {
        bytes.removeSubrange(place..<end)
      } else {
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count + 1))
      }
    case 5: if random.once(in: 8) { bytes = (encodings.any(&random) ?? []) + bytes }
    case 6: if random.once(in: 8) { bytes = bytes.flatMap { [$0, 0] } }
    default: RawBytes.mutate(&bytes, &random)
    }
  }
}
