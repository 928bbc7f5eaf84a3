extension RawSpan {
  /// A hash of some bytes: a multiply and fold per eight bytes.
  @inline(__always)
  func sequenceHash(_ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count) ^ 0x2d35_8dcc_aa6c_78a5
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      hash = Self.fold(hash ^ word(at: place))
      place += 8
    }
    if place < range.upperBound {
      hash = Self.fold(hash ^ partialWord(place..<range.upperBound))
    }
    return Self.fold(hash ^ 0x8bb8_4b93_962e_acc9)
  }

  /// Whether `count` bytes here and there are equal.
  @inline(__always)
  func isEqual(at start: Int, to other: RawSpan, at otherStart: Int, count: Int) -> Bool {
    var done = 0
    while done + 8 <= count {
      if word(at: start + done) != other.word(at: otherStart + done) { return false }
      done += 8
    }
    while done < count {
      if unsafe unsafeLoad(fromUncheckedByteOffset: start + done, as: UInt8.self)
        != other.unsafeLoad(fromUncheckedByteOffset: otherStart + done, as: UInt8.self)
      {
        return false
      }
      done += 1
    }
    return true
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= byteCount)
    return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }

  /// Fewer than eight bytes as one number.
  @inline(__always)
  private func partialWord(_ range: Range<Int>) -> UInt64 {
    if range.lowerBound + 8 <= byteCount {
      return word(at: range.lowerBound) & ((1 << UInt64(8 * range.count)) &- 1)
    }
    var result: UInt64 = 0
    for place in range.reversed() {
      result =
        unsafe result << 8
        | UInt64(unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
    }
    return result
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return high ^ low
  }
}
