private import CZlib

/// The bytes as one gzip stream, with the fastest compression: contents are kept once and read
/// seldom. What is compressed already, as every .xlsx, is only wrapped.
func gzip(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  let level = bytes.starts(with: zipSignature) ? Z_NO_COMPRESSION : Z_BEST_SPEED
  guard czlib_deflate_init_gzip(&stream, level) == Z_OK else { return nil }
  defer { deflateEnd(&stream) }
  return run(&stream, bytes) { deflate(&$0, $1 ? Z_FINISH : Z_NO_FLUSH) }
}

/// Of the first file in a zip archive. [APPNOTE] 4.3.7
private let zipSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

/// The content of one gzip stream; nil when it is damaged.
func gunzip(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  guard czlib_inflate_init_gzip(&stream) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  return run(&stream, bytes) { stream, _ in inflate(&stream, Z_NO_FLUSH) }
}

/// Feeds the bytes to a stream in pieces and gathers what comes out.
/// - Parameter step: one call of zlib; its second argument is true for the last piece.
private func run(
  _ stream: inout z_stream, _ bytes: [UInt8], step: (inout z_stream, Bool) -> Int32
) -> [UInt8]? {
  let piece = 1 << 20
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  var offset = 0
  var status = Z_OK
  repeat {
    let end = min(offset + piece, bytes.count)
    var input = Array(bytes[offset..<end])
    let isLast = end == bytes.count
    offset = end
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      repeat {
        let count = buffer.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          status = step(&stream, isLast)
          return output.count - Int(stream.avail_out)
        }
        result.append(contentsOf: buffer[..<count])
      } while status == Z_OK && stream.avail_out == 0
    }
    if status == Z_STREAM_END { return offset == bytes.count ? result : nil }
  } while (status == Z_OK || status == Z_BUF_ERROR) && offset < bytes.count
  return nil
}
