private import CCrypto
private import Glibc

/// The SHA-256 of a file's content, in hexadecimal.
package func sha256(ofFile path: String) throws(FileError) -> String {
  let descriptor = try systemOpen(path, O_RDONLY, for: .open)
  defer { systemClose(descriptor) }
  guard let context = EVP_MD_CTX_new() else { throw FileError(.read, path: path, code: ENOMEM) }
  defer { EVP_MD_CTX_free(context) }
  var isGood = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  try readPieces(descriptor, path: path) { piece in
    isGood = EVP_DigestUpdate(context, piece.baseAddress, piece.count) == 1 && isGood
  }
  var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var count: UInt32 = 0
  isGood = EVP_DigestFinal_ex(context, &digest, &count) == 1 && isGood
  guard isGood else { throw FileError(.read, path: path, code: EIO) }
  return hexadecimal(digest.prefix(Int(count)))
}

/// The SHA-256 of some bytes, in hexadecimal.
package func sha256(of bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  if let algorithm, EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil) == 1 {
    return hexadecimal(digest[...])
  }
  SHA256(bytes, bytes.count, &digest)
  return hexadecimal(digest[...])
}

/// Looked up once. `SHA256` does that at each call, which costs more than the hash of a line of the
/// audit log.
nonisolated(unsafe) private let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    var place = 0
    for byte in bytes {
      text[place] = hexadecimalDigit(byte >> 4)
      text[place + 1] = hexadecimalDigit(byte & 15)
      place += 2
    }
    return place
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
