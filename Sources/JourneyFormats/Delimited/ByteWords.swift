/// Eight bytes looked at in one machine word: a byte of the word that matches becomes 0x80, any other 0.
///
/// The first byte in memory is the lowest of the word (all supported machines are little-endian).
enum ByteWords {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080
  static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// 0x80 in exactly the bytes that are zero.
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 { ~(((word & lows) &+ lows) | word | lows) }

  /// The 8 × 8 bits of a word turned over their diagonal: bit *k* of byte *j* becomes bit *j* of byte *k*.
  ///
  /// By exchanging ever larger blocks, as in Warren, Hacker's Delight, 7–3.
  @inline(__always)
  static func transposed(_ word: UInt64) -> UInt64 {
    var bits = word
    var change = (bits ^ (bits &>> 7)) & 0x00AA_00AA_00AA_00AA
    bits ^= change ^ (change &<< 7)
    change = (bits ^ (bits &>> 14)) & 0x0000_CCCC_0000_CCCC
    bits ^= change ^ (change &<< 14)
    change = (bits ^ (bits &>> 28)) & 0x0000_0000_F0F0_F0F0
    return bits ^ change ^ (change &<< 28)
  }

  /// For the first sixteen bytes of 64: bit 0 for the first word, bit 1 for the second.
  @inline(__always)
  static var firstWeights: SIMD16<UInt8> {
    SIMD16(
      lowHalf: SIMD8(repeating: 1), highHalf: SIMD8(repeating: 2))
  }

  @inline(__always)
  static func load16(_ bytes: RawSpan, _ offset: Int) -> SIMD16<UInt8> {
    assert(offset >= 0 && offset + 16 <= bytes.byteCount)
    return unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// The bits of both words of a vector in one.
  @inline(__always)
  static func merged(_ vector: SIMD16<UInt8>) -> UInt64 {
    let words = unsafe unsafeBitCast(vector, to: SIMD2<UInt64>.self)
    return words[0] | words[1]
  }

  @inline(__always)
  static func load(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= bytes.byteCount)
    return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  static func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < bytes.byteCount)
    return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// The place of the first `byte` at or after `start`, else `bytes.byteCount`.
  @inline(__always)
  static func firstIndex(of byte: UInt8, in bytes: RawSpan, from start: Int) -> Int {
    firstIndex(of: byte, or: byte, in: bytes, from: start)
  }

  /// The place of the first `a` or `b` at or after `start`, else `bytes.byteCount`.
  @inline(__always)
  static func firstIndex(of a: UInt8, or b: UInt8, in bytes: RawSpan, from start: Int) -> Int {
    let end = bytes.byteCount
    let wantedA = repeated(a)
    let wantedB = repeated(b)
    var at = start
    while at &+ 8 <= end {
      let word = load(bytes, at)
      let marks = zeroBytes(word ^ wantedA) | zeroBytes(word ^ wantedB)
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < end {
      let found = byte(bytes, at)
      if found == a || found == b { return at }
      at &+= 1
    }
    return end
  }

  /// The place of the last `byte` before `end`, else nil.
  static func lastIndex(of byte: UInt8, in bytes: RawSpan, before end: Int) -> Int? {
    var at = end
    while at > 0 {
      at &-= 1
      if self.byte(bytes, at) == byte { return at }
    }
    return nil
  }

  /// How often `byte` stands in a range.
  static func count(of byte: UInt8, in bytes: RawSpan, from start: Int, to end: Int) -> Int {
    let wanted = repeated(byte)
    var count = 0
    var at = start
    while at &+ 8 <= end {
      let marks = zeroBytes(load(bytes, at) ^ wanted) &>> 7
      count &+= Int(truncatingIfNeeded: (marks &* ones) &>> 56)
      at &+= 8
    }
    while at < end {
      if self.byte(bytes, at) == byte { count &+= 1 }
      at &+= 1
    }
    return count
  }
}
