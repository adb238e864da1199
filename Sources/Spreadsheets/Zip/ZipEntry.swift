/// One file of a zip archive, as the central directory describes it. Local headers are believed
/// only for where the data begin, so wrong ones and data descriptors do no harm.
struct ZipEntry {
  enum Method: Equatable {
    case stored
    case deflated
    case other(Int)
  }

  let name: String
  let method: Method
  let isEncrypted: Bool
  let checksum: UInt32
  let compressedSize: Int
  /// Where its local header lies, counted from the start of the file.
  let headerOffset: Int
}
