/// Numbers at a fixed number of bits, one after another, lowest bits first.
///
/// Width 0 stores nothing (all zero); above 57 bits a number takes 64, so that eight bytes always hold a whole one. At
/// 8, 16, 32 and 64 bits the bytes are those of a plain array.
enum BitPacking {
  /// The width that holds every number up to `largest`.
  static func width(for largest: UInt64) -> Int {
    let bits = 64 - largest.leadingZeroBitCount
    return bits > 57 ? 64 : bits
  }

  /// Bytes of `count` packed numbers: whole words, and one more so that every read of eight bytes stays inside.
  static func byteCount(_ count: Int, width: Int) -> Int {
    width == 0 ? 0 : ((count * width + 63) / 64 + 1) * 8
  }

  /// Writes `count` numbers at byte `start` of `target`, which has room for `byteCount`.
  @inline(__always)
  static func pack(
    _ count: Int, width: Int, into target: UnsafeColumn<UInt8>, at start: Int,
    _ value: (Int) -> UInt64
  ) {
    if width == 0 { return }
    // What the numbers do not fill lies in the last two words.
    let end = start + byteCount(count, width: width)
    target.store(UInt64(0), atByte: end - 8)
    if end - 16 >= start { target.store(UInt64(0), atByte: end - 16) }
    var offset = start
    switch width {
    case 8:
      for index in 0..<count {
        target[start + index] = UInt8(truncatingIfNeeded: value(index))
      }
    case 16:
      for index in 0..<count {
        target.store(UInt16(truncatingIfNeeded: value(index)), atByte: start + index * 2)
      }
    case 64:
      for index in 0..<count { target.store(value(index), atByte: start + index * 8) }
    default:
      var word: UInt64 = 0
      var filled = 0
      for index in 0..<count {
        let number = value(index)
        assert(number >> UInt64(width) == 0, "number wider than its column")
        word |= number &<< UInt64(filled)
        filled += width
        if filled >= 64 {
          target.store(word, atByte: offset)
          offset += 8
          filled -= 64
          // A shift by the whole width cannot happen: then nothing is left over and the mask gives zero.
          word = filled == 0 ? 0 : number &>> UInt64(width - filled)
        }
      }
      if filled > 0 { target.store(word, atByte: offset) }
    }
  }

  /// Calls `use(place, number)` for the numbers `range`, places counted from 0.
  @inline(__always)
  static func unpack(
    _ bytes: UnsafeBytes, at start: Int, width: Int, _ range: Range<Int>,
    _ use: (Int, UInt64) -> Void
  ) {
    let count = range.count
    switch width {
    case 0: for place in 0..<count { use(place, 0) }
    case 8:
      let first = start + range.lowerBound
      for place in 0..<count { use(place, UInt64(bytes[first + place])) }
    case 16:
      let first = start + range.lowerBound * 2
      for place in 0..<count { use(place, UInt64(bytes.load(first + place * 2, as: UInt16.self))) }
    case 32:
      let first = start + range.lowerBound * 4
      for place in 0..<count { use(place, UInt64(bytes.load(first + place * 4, as: UInt32.self))) }
    case 64:
      let first = start + range.lowerBound * 8
      for place in 0..<count { use(place, bytes.load(first + place * 8, as: UInt64.self)) }
    default: unpackOdd(bytes, at: start, width: width, range, use)
    }
  }

  @inline(__always)
  private static func unpackOdd(
    _ bytes: UnsafeBytes, at start: Int, width: Int, _ range: Range<Int>,
    _ use: (Int, UInt64) -> Void
  ) {
    let mask = (UInt64(1) << UInt64(width)) - 1
    @inline(__always) func single(_ index: Int) -> UInt64 {
      let bit = index * width
      return (bytes.load(start + bit >> 3, as: UInt64.self) &>> UInt64(bit & 7)) & mask
    }
    let count = range.count
    var place = 0
    while place < count && (range.lowerBound + place) & 7 != 0 {
      use(place, single(range.lowerBound + place))
      place += 1
    }
    // Eight numbers fill exactly `width` bytes, so the offsets and shifts are the same in every group.
    var group = start + ((range.lowerBound + place) * width) >> 3
    let (o2, o4, o6) = ((width * 2) >> 3, (width * 4) >> 3, (width * 6) >> 3)
    let step = UInt64(width)
    let (s2, s4, s6) = (step * 2 & 7, step * 4 & 7, step * 6 & 7)
    if width <= 28 {
      // Eight bytes hold two numbers wherever they begin.
      @inline(__always) func pair(_ place: Int, _ word: UInt64) {
        use(place, word & mask)
        use(place + 1, word &>> step & mask)
      }
      while place + 8 <= count {
        pair(place, bytes.load(group, as: UInt64.self))
        pair(place + 2, bytes.load(group + o2, as: UInt64.self) &>> s2)
        pair(place + 4, bytes.load(group + o4, as: UInt64.self) &>> s4)
        pair(place + 6, bytes.load(group + o6, as: UInt64.self) &>> s6)
        place += 8
        group += width
      }
    }
    let (o1, o3) = (width >> 3, (width * 3) >> 3)
    let (o5, o7) = ((width * 5) >> 3, (width * 7) >> 3)
    let (s1, s3, s5, s7) = (step & 7, step * 3 & 7, step * 5 & 7, step * 7 & 7)
    while place + 8 <= count {
      use(place, bytes.load(group, as: UInt64.self) & mask)
      use(place + 1, bytes.load(group + o1, as: UInt64.self) &>> s1 & mask)
      use(place + 2, bytes.load(group + o2, as: UInt64.self) &>> s2 & mask)
      use(place + 3, bytes.load(group + o3, as: UInt64.self) &>> s3 & mask)
      use(place + 4, bytes.load(group + o4, as: UInt64.self) &>> s4 & mask)
      use(place + 5, bytes.load(group + o5, as: UInt64.self) &>> s5 & mask)
      use(place + 6, bytes.load(group + o6, as: UInt64.self) &>> s6 & mask)
      use(place + 7, bytes.load(group + o7, as: UInt64.self) &>> s7 & mask)
      place += 8
      group += width
    }
    while place < count {
      use(place, single(range.lowerBound + place))
      place += 1
    }
  }
}
