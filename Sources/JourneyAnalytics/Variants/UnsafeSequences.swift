/// Sequences of items in narrow bytes, one after the other, in memory that grows.
///
/// Sequences are first written behind what is kept, so that they can be hashed and compared there; only what is new is
/// moved to what is kept.
///
/// - Invariant: the kept bytes never change; eight more bytes than are in use can always be read.
@safe final class UnsafeSequences: @unchecked Sendable {
  // Sendable by use: one scan worker writes; after the scan it is only read.

  private var base: UnsafeMutableRawPointer
  private var capacity = 1 << 16
  /// Bytes that are kept.
  private var kept = 0

  init() { unsafe base = .allocate(byteCount: capacity + 8, alignment: 16) }

  deinit { unsafe base.deallocate() }

  /// Writes items behind what is kept, `width` bytes each.
  ///
  /// - Returns: where they begin.
  func write(_ items: Span<UInt32>, width: Int) -> Int {
    makeRoom(items.count * width)
    let target = unsafe base + kept
    switch width {
    case 1:
      let bytes = unsafe target.assumingMemoryBound(to: UInt8.self)
      for index in items.indices {
        unsafe bytes[index] = UInt8(truncatingIfNeeded: items[unchecked: index])
      }
    case 2:
      for index in items.indices {
        unsafe target.storeBytes(
          of: UInt16(truncatingIfNeeded: items[unchecked: index]), toByteOffset: index * 2,
          as: UInt16.self)
      }
    default:
      for index in items.indices {
        unsafe target.storeBytes(
          of: items[unchecked: index], toByteOffset: index * 4, as: UInt32.self)
      }
    }
    return kept
  }

  /// Writes items of one byte behind what is kept, and returns where they begin.
  func write(_ codes: Span<UInt8>) -> Int {
    makeRoom(codes.count)
    unsafe codes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        unsafe (base + kept).copyMemory(from: start, byteCount: source.count)
      }
    }
    return kept
  }

  /// Moves bytes that were written to the end of what is kept, and returns where they are now.
  @inline(__always)
  func keep(_ start: Int, count: Int) -> Int {
    assert(start >= kept && start + count <= capacity)
    // Forwards, and never further than what has been read: eight bytes at a time may run over the end.
    let (source, target) = unsafe (base + start, base + kept)
    if start - kept >= 8 {
      var done = 0
      while done < count {
        unsafe target.storeBytes(
          of: source.loadUnaligned(fromByteOffset: done, as: UInt64.self), toByteOffset: done,
          as: UInt64.self)
        done += 8
      }
    } else if start > kept {
      unsafe target.copyMemory(from: source, byteCount: count)
    }
    kept += count
    return kept - count
  }

  /// A multiply and fold per eight bytes.
  @inline(__always)
  func hash(_ start: Int, count: Int) -> UInt64 {
    assert(start >= 0 && start + count <= capacity)
    var hash = UInt64(truncatingIfNeeded: count) ^ 0x2d35_8dcc_aa6c_78a5
    var place = unsafe base + start
    var rest = count
    while rest >= 8 {
      hash = unsafe Self.fold(hash ^ place.loadUnaligned(as: UInt64.self))
      unsafe place += 8
      rest &-= 8
    }
    if rest > 0 {
      let mask = (1 &<< UInt64(truncatingIfNeeded: 8 &* rest)) &- 1 as UInt64
      hash = unsafe Self.fold(hash ^ (place.loadUnaligned(as: UInt64.self) & mask))
    }
    return Self.fold(hash ^ 0x8bb8_4b93_962e_acc9)
  }

  /// Whether `count` bytes here and there are equal.
  @inline(__always)
  func isEqual(_ start: Int, _ other: UnsafeSequences, _ otherStart: Int, count: Int) -> Bool {
    assert(start + count <= capacity && otherStart + count <= other.capacity)
    var left = unsafe base + start
    var right = unsafe other.base + otherStart
    var rest = count
    while rest >= 8 {
      if unsafe left.loadUnaligned(as: UInt64.self) != right.loadUnaligned(as: UInt64.self) {
        return false
      }
      unsafe left += 8
      unsafe right += 8
      rest &-= 8
    }
    if rest == 0 { return true }
    let mask = (1 &<< UInt64(truncatingIfNeeded: 8 &* rest)) &- 1 as UInt64
    let difference =
      unsafe left.loadUnaligned(as: UInt64.self)
      ^ right.loadUnaligned(as: UInt64.self)
    return difference & mask == 0
  }

  /// The items of a kept sequence.
  func items(_ start: Int, count: Int, width: Int) -> [Int] {
    precondition(start >= 0 && start + count <= kept, "a kept sequence")
    return stride(from: start, to: start + count, by: width).map { place in
      (0..<width).reduce(0) {
        unsafe $0 | Int(base.load(fromByteOffset: place + $1, as: UInt8.self)) << (8 * $1)
      }
    }
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return high ^ low
  }

  private func makeRoom(_ more: Int) {
    if kept + more <= capacity { return }
    let larger = max(kept + more, capacity * 2)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger + 8, alignment: 16)
    unsafe moved.copyMemory(from: base, byteCount: kept)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}
