/// Sequences of items in narrow bytes: the journeys of the chunk at hand, and those that are kept.
///
/// - Invariant: kept bytes never change or move; eight more bytes than a sequence has can always be read.
@safe final class UnsafeSequences: @unchecked Sendable {
  // Sendable by use: one scan worker writes; after the scan it is only read.

  private static let pageSize = 1 << 20

  private var chunk: UnsafeMutableRawPointer
  private var chunkCapacity = 1 << 16
  private var pages: [UnsafeMutableRawPointer] = unsafe []
  /// The next free place of the last page, and how many bytes are free there.
  private var free: UnsafeMutableRawPointer
  private var freeBytes = 0

  init() {
    unsafe chunk = .allocate(byteCount: chunkCapacity + 8, alignment: 16)
    unsafe free = chunk
  }

  deinit {
    unsafe chunk.deallocate()
    for index in unsafe pages.indices { unsafe pages[index].deallocate() }
  }

  /// Takes a chunk's items, `width` bytes each, and returns where they begin; they stay until the next chunk.
  func write(_ items: Span<UInt32>, width: Int) -> UnsafeRawPointer {
    makeRoom(items.count * width)
    let target = unsafe chunk
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
    return UnsafeRawPointer(target)
  }

  /// Takes a chunk's items of one byte.
  func write(_ codes: Span<UInt8>) -> UnsafeRawPointer {
    makeRoom(codes.count)
    unsafe codes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        unsafe chunk.copyMemory(from: start, byteCount: source.count)
      }
    }
    return unsafe UnsafeRawPointer(chunk)
  }

  private func makeRoom(_ count: Int) {
    if count <= chunkCapacity { return }
    chunkCapacity = max(count, chunkCapacity * 2)
    unsafe chunk.deallocate()
    unsafe chunk = .allocate(byteCount: chunkCapacity + 8, alignment: 16)
  }

  /// Copies a sequence of the chunk to where it stays.
  @inline(__always)
  func keep(_ start: UnsafeRawPointer, count: Int) -> UnsafeRawPointer {
    if _slowPath(count + 8 > freeBytes) { addPage(count + 8) }
    let target = unsafe free
    // Whole words may run over the end: what comes next is written over it.
    var done = 0
    repeat {
      unsafe target.storeBytes(
        of: start.loadUnaligned(fromByteOffset: done, as: UInt64.self), toByteOffset: done,
        as: UInt64.self)
      done &+= 8
    } while done < count
    unsafe free += count
    freeBytes &-= count
    return UnsafeRawPointer(target)
  }

  @inline(never)
  private func addPage(_ least: Int) {
    freeBytes = max(Self.pageSize, least)
    unsafe free = .allocate(byteCount: freeBytes, alignment: 16)
    unsafe pages.append(free)
  }

  /// Up to eight bytes: one-to-one for sequences of equal length. Beyond, a multiply and fold per eight bytes.
  @inline(__always)
  static func hash(_ start: UnsafeRawPointer, count: Int) -> UInt64 {
    let first = unsafe start.loadUnaligned(as: UInt64.self)
    let length = UInt64(truncatingIfNeeded: count) &* 0x2d35_8dcc_aa6c_78a5
    if count <= 8 {
      // Each of these steps can be undone.
      var hash = ((first & mask(count)) ^ length) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash &>> 32
      hash &*= 0xd6e8_feb8_6659_fd93
      return hash ^ hash &>> 29
    }
    var hash = fold(first ^ length)
    var place = unsafe start + 8
    var rest = count &- 8
    while rest > 8 {
      hash = unsafe fold(hash ^ place.loadUnaligned(as: UInt64.self))
      unsafe place += 8
      rest &-= 8
    }
    hash = unsafe fold(hash ^ (place.loadUnaligned(as: UInt64.self) & mask(rest)))
    return fold(hash ^ 0x8bb8_4b93_962e_acc9)
  }

  /// Whether `count` bytes here and there are equal.
  @inline(__always)
  static func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
    var done = 0
    while count &- done > 8 {
      let here = unsafe left.loadUnaligned(fromByteOffset: done, as: UInt64.self)
      if unsafe here != right.loadUnaligned(fromByteOffset: done, as: UInt64.self) { return false }
      done &+= 8
    }
    let difference =
      unsafe left.loadUnaligned(fromByteOffset: done, as: UInt64.self)
      ^ right.loadUnaligned(fromByteOffset: done, as: UInt64.self)
    return difference & mask(count &- done) == 0
  }

  /// The first bytes of a word: 1…8.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return high ^ low
  }
}
