/// A 16-byte digest of an event id; all zero means "no id".
struct EventDigest: BitwiseCopyable, Hashable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  static let none = EventDigest()
}

/// SipHash-2-4 with 128 bits of output.
///
/// J.-P. Aumasson, D. J. Bernstein: "SipHash: a fast short-input PRF", 2012, and the authors' 128-bit variant.
struct SipHash128 {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  private init(key: EventDigest) {
    v0 = 0x736f_6d65_7073_6575 ^ key.low
    v1 = 0x646f_7261_6e64_6f6d ^ key.high ^ 0xEE
    v2 = 0x6c79_6765_6e65_7261 ^ key.low
    v3 = 0x7465_6462_7974_6573 ^ key.high
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value << bits) | (value >> (64 - bits))
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v1 = Self.rotate(v1, 13) ^ v0
    v0 = Self.rotate(v0, 32)
    v2 = v2 &+ v3
    v3 = Self.rotate(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = Self.rotate(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = Self.rotate(v1, 17) ^ v2
    v2 = Self.rotate(v2, 32)
  }

  @inline(__always)
  private mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  static func digest(_ bytes: UnsafeBytes, key: EventDigest) -> EventDigest {
    var hash = SipHash128(key: key)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash.absorb(bytes.load(offset, as: UInt64.self))
      offset += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << shift
      shift += 8
      offset += 1
    }
    hash.absorb(last)
    hash.v2 ^= 0xEE
    for _ in 0..<4 { hash.round() }
    let low = hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3
    hash.v1 ^= 0xDD
    for _ in 0..<4 { hash.round() }
    return EventDigest(low: low, high: hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3)
  }
}
