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
  SHA256(bytes, bytes.count, &digest)
  return hexadecimal(digest[...])
}

private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
