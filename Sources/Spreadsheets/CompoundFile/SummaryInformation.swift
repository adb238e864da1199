/// What the `\u{5}SummaryInformation` stream of a compound file says. [MS-OLEPS] 2.21, 3.1
enum SummaryInformation {
  static let streamName = "\u{5}SummaryInformation"

  private enum Property {
    static let codePage: UInt32 = 1
    static let applicationName: UInt32 = 18
  }

  /// VT_LPSTR and VT_I2, [MS-OLEPS] 2.15.
  private enum Kind {
    static let text: UInt32 = 0x1E
    static let short: UInt32 = 2
  }

  private static let mostProperties = 100

  /// The program that wrote the file; nil when the stream does not say or is damaged.
  static func applicationName(in stream: [UInt8]) -> String? {
    stream.withView { view -> String? in
      // The first property set begins where its entry behind the header says.
      let start = Int(view.uint32(at: 44))
      guard view.uint16(at: 0) == 0xFFFE, view.holds(8, at: start) else { return nil }
      let set = view.slice(start, count: view.count)
      var page: UInt16?
      var name: ByteView?
      for index in 0..<min(Int(set.uint32(at: 4)), mostProperties) {
        let value = set.slice(Int(set.uint32(at: 12 + 8 * index)), count: set.count)
        switch (set.uint32(at: 8 + 8 * index), value.uint32(at: 0)) {
        case (Property.codePage, Kind.short): page = value.uint16(at: 4)
        case (Property.applicationName, Kind.text):
          name = value.slice(8, count: Int(value.uint32(at: 4)))
        default: break
        }
      }
      guard let name else { return nil }
      let end = name.buffer.firstIndex(of: 0) ?? name.count
      let text = TextArena(shared: false)
      CodePage(page).append(name.slice(0, count: end), to: text)
      return text.count == 0 ? nil : String(decoding: text.bytes, as: UTF8.self)
    }
  }
}
