/// A 128-bit fingerprint of a file's raw bytes: equal files are equal, different ones differ by all likelihood.
///
/// It recognises "the same file again" and is no protection against a forger. Words of 16 bytes are folded by 64 × 64 bit
/// multiplication in four lanes, as in the well-known family of multiply-fold hashes.
public struct FileDigest: Hashable, Sendable, Codable, CustomStringConvertible {
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// 32 lowercase hexadecimal digits.
  public var description: String { Self.hex(high) + Self.hex(low) }

  /// Reads `description` back.
  public init?(_ text: String) {
    guard text.utf8.count == 32, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 < 0x80 }),
      let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  private static func hex(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The digest of a whole file, read once from beginning to end.
  public static func ofFile(_ path: String) throws(TextFileError) -> FileDigest {
    let file = try RawFile(path: path)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { unsafe block.deallocate() }
    while try unsafe file.read(into: block) > 0 {}
    return file.digest()
  }
}

/// The running state of a `FileDigest`.
struct DigestState {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9, 0x4B33_A62E_D433_D4A3, 0x4D5A_2DA5_1DE1_AA47
  )
  /// Bytes that do not fill a block of 64 yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
  )

  @inline(__always)
  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// Takes in the next bytes; how they are cut into calls does not matter.
  mutating func update(_ bytes: RawSpan) {
    let count = bytes.byteCount
    length &+= UInt64(count)
    var start = 0
    if !rest.isEmpty {
      while rest.count < 64, start < count {
        rest.append(ByteWords.byte(bytes, start))
        start += 1
      }
      guard rest.count == 64 else { return }
      let block = rest
      unsafe mix(block.span.bytes, from: 0, blocks: 1)
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (count - start) / 64
    mix(bytes, from: start, blocks: blocks)
    start += blocks * 64
    while start < count {
      rest.append(ByteWords.byte(bytes, start))
      start += 1
    }
  }

  private mutating func mix(_ bytes: RawSpan, from start: Int, blocks: Int) {
    var (a, b, c, d) = lanes
    let keys = Self.keys
    var at = start
    for _ in 0..<blocks {
      a = Self.fold(ByteWords.load(bytes, at) ^ keys.0, ByteWords.load(bytes, at &+ 8) ^ a)
      b = Self.fold(ByteWords.load(bytes, at &+ 16) ^ keys.1, ByteWords.load(bytes, at &+ 24) ^ b)
      c = Self.fold(ByteWords.load(bytes, at &+ 32) ^ keys.2, ByteWords.load(bytes, at &+ 40) ^ c)
      d = Self.fold(ByteWords.load(bytes, at &+ 48) ^ keys.3, ByteWords.load(bytes, at &+ 56) ^ d)
      at &+= 64
    }
    lanes = (a, b, c, d)
  }

  /// The digest of everything taken in so far.
  func finish() -> FileDigest {
    var last = self
    if !last.rest.isEmpty {
      let block = rest + [UInt8](repeating: 0, count: 64 - rest.count)
      unsafe last.mix(block.span.bytes, from: 0, blocks: 1)
    }
    let (a, b, c, d) = last.lanes
    let keys = Self.keys
    let low = Self.fold(
      Self.fold(a ^ keys.1, b ^ length), Self.fold(c ^ keys.2, d ^ keys.3) ^ keys.0)
    let high = Self.fold(
      Self.fold(c ^ keys.0, a ^ keys.3), Self.fold(d ^ length, b ^ keys.2) ^ keys.1)
    return FileDigest(high: high, low: low)
  }
}
