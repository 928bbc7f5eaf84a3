/// Codes in as few bytes each as they need: most columns know few texts, and memory costs time too.
struct CodeColumn: Sendable {
  private let bytes: UnsafeColumn<UInt8>
  /// Bytes of a code: 1, 2 or 4.
  let width: Int

  /// - Parameter limit: All of the codes are below this.
  init(_ codes: UnsafeColumn<UInt32>, count: Int, limit: Int) {
    width = limit <= 1 << 8 ? 1 : limit <= 1 << 16 ? 2 : 4
    bytes = UnsafeColumn(count: count * width)
    switch width {
    case 1: for row in 0..<count { bytes[row] = UInt8(truncatingIfNeeded: codes[row]) }
    case 2:
      for row in 0..<count {
        bytes.store(UInt16(truncatingIfNeeded: codes[row]), atByte: row * 2)
      }
    default: for row in 0..<count { bytes.store(codes[row], atByte: row * 4) }
    }
  }

  @inline(__always)
  subscript(row: Int) -> UInt32 {
    switch width {
    case 1: UInt32(bytes[row])
    case 2: UInt32(bytes.load(atByte: row * 2, as: UInt16.self))
    default: bytes.load(atByte: row * 4, as: UInt32.self)
    }
  }

  var byteCount: Int { bytes.count }
}
