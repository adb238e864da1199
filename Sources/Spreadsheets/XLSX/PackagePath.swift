/// The path of a part in a package, as relationships and zip entries write it in many ways:
/// `xl/workbook.xml`, `/xl/workbook.xml`, `xl\Workbook.xml`, `xl/a%20b.xml`.
///
/// [ECMA-376] Part 2, 6.2.
struct PackagePath: Hashable {
  /// Bytes of the longest name that is looked at. [ECMA-376] Part 2 sets none, other programs
  /// write at most 255.
  static let longestName = 1024

  /// Without a leading slash, with `/` between the segments, as written otherwise.
  let text: String
  /// What two paths to the same part have in common.
  let key: String

  /// - Parameter name: of a zip entry, or a path from the root of the package.
  init(_ name: String) { self.init(name, relativeToFolder: []) }

  /// - Parameters:
  ///   - target: of a relationship, perhaps with a fragment behind `#`.
  ///   - source: the part that names the target.
  init(_ target: String, relativeTo source: PackagePath) {
    self.init(
      String(target.prefix { $0 != "#" }),
      relativeToFolder: source.text.split(separator: "/").dropLast())
  }

  private init(_ name: String, relativeToFolder folder: [Substring]) {
    let bytes = name.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let decoded = String(decoding: Self.percentDecoded(bytes), as: UTF8.self)
    var segments = decoded.utf8.first == UInt8(ascii: "/") ? [] : folder
    for segment in decoded.split(separator: "/") {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    text = segments.joined(separator: "/")
    key = text.lowercased()
  }

  /// The part that holds the relationships of this part: `xl/_rels/workbook.xml.rels`.
  var relationships: PackagePath {
    var segments = text.split(separator: "/")
    let name = segments.popLast() ?? ""
    segments += ["_rels", "\(name).rels"]
    return PackagePath(segments.joined(separator: "/"))
  }

  /// The letters behind the last point of the name, in lower case.
  var fileExtension: String {
    let name = key.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: ".") else { return "" }
    return String(name[name.index(after: point)...])
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var decoded: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
        let high = hexDigit(bytes[position + 1]), let low = hexDigit(bytes[position + 2])
      {
        decoded.append(high << 4 | low)
        position += 3
      } else {
        decoded.append(bytes[position])
        position += 1
      }
    }
    return decoded
  }
}

/// The value of an ASCII hexadecimal digit of either case.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
