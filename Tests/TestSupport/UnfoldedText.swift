extension String {
  /// The words of a screen with single spaces between them, wherever its lines were broken.
  package var unfolded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
