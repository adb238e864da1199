import Testing

@testable import DurableFiles

@Suite struct CompressionTests {
  /// An .xlsx is compressed already: to do it again takes as long and saves nothing.
  @Test func whatIsCompressedIsOnlyWrapped() throws {
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 100_000)
    let text = [UInt8](repeating: 7, count: 100_004)
    let (wrapped, compressed) = (try #require(gzip(zip)), try #require(gzip(text)))
    #expect(wrapped.count > zip.count)
    #expect(compressed.count < 2_000)
    #expect(gunzip(wrapped) == zip)
    #expect(gunzip(compressed) == text)
  }

  @Test func whatWasWorkedOutBeforeIsKeptTheSame() throws {
    try Folder.with { folder in
      let (one, other) = (ObjectStore(root: folder.at("a")), ObjectStore(root: folder.at("b")))
      let bytes = Array("conteúdo".utf8)
      let content = ObjectStore.Content(bytes)
      try one.put(content)
      #expect(try other.put(bytes) == content.sha256)
      #expect(try one.get(content.sha256) == bytes)
      #expect(
        try readFile(one.path(of: content.sha256)) == readFile(other.path(of: content.sha256)))
    }
  }
}
