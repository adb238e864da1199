import FoundationEssentials

/// Files committed for the tests.
package enum Fixture {
  /// The root of the checkout.
  package static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The absolute path of something under `Fixtures/`.
  package static func path(_ relative: String) -> String { "\(root)/Fixtures/\(relative)" }

  /// The bytes of something under `Fixtures/`.
  package static func bytes(_ relative: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: path(relative))))
  }
}
