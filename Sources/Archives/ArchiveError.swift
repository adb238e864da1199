/// Why some bytes are not an archive that can be unpacked, or cannot become one.
package enum ArchiveError: Error, Equatable, Sendable {
  /// Not a zip archive, or one that is cut short.
  case notAnArchive
  /// More entries, or larger ones, than the caller allows.
  case tooLarge
  /// An entry under a name that leads elsewhere, stands twice, or is no text.
  case badName(String)
  /// An entry that is a link or a device.
  case notAFile(String)
  /// An entry behind a password.
  case encrypted(String)
  /// An entry whose content is not what its checksum says.
  case damaged(String)
  /// The archive could not be made.
  case failed
}
