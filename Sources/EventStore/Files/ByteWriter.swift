/// Builds the bytes of a small stored structure; numbers are little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write<T: FixedWidthInteger>(_ value: T) {
    var rest = value
    for _ in 0..<MemoryLayout<T>.size {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest = rest &>> 8
    }
  }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }
  mutating func write(_ value: SIMD4<UInt32>) { for lane in 0..<4 { write(value[lane]) } }

  mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(raw: [UInt8]) { bytes.append(contentsOf: raw) }

  mutating func pad(toMultipleOf step: Int) {
    while bytes.count % step != 0 { bytes.append(0) }
  }
}

/// Reads what `ByteWriter` wrote; nil once anything does not fit.
struct ByteReader {
  private let bytes: UnsafeBytes
  private(set) var offset = 0
  /// False after a read past the end: every value since is zero or empty.
  private(set) var isSound = true

  init(_ bytes: UnsafeBytes) { self.bytes = bytes }

  var isAtEnd: Bool { isSound && offset == bytes.count }

  mutating func read<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type = T.self) -> T {
    let size = MemoryLayout<T>.size
    guard isSound, offset + size <= bytes.count else {
      isSound = false
      return 0
    }
    defer { offset += size }
    return T(littleEndian: bytes.load(offset, as: T.self))
  }

  mutating func readBool() -> Bool { read(UInt8.self) != 0 }

  mutating func readChecksum() -> SIMD4<UInt32> {
    SIMD4(read(UInt32.self), read(UInt32.self), read(UInt32.self), read(UInt32.self))
  }

  /// A length that was stored as 64 bits; unsound if it cannot be one.
  mutating func readCount() -> Int {
    let value = read(UInt64.self)
    guard let count = Int(exactly: value), count <= 1 << 48 else {
      isSound = false
      return 0
    }
    return count
  }

  /// A number of things that follow, each of at least one byte.
  mutating func readListCount() -> Int {
    let count = Int(read(UInt32.self))
    guard count <= bytes.count - offset else {
      isSound = false
      return 0
    }
    return count
  }

  mutating func readString() -> String {
    let length = readListCount()
    guard isSound else { return "" }
    defer { offset += length }
    return bytes.slice(offset, length).string
  }
}
