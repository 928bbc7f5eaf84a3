import Glibc

/// Memory of one column, freed when the last column that looks at it is gone.
@safe private final class ColumnMemory: @unchecked Sendable {
  // Sendable: the pointer never changes.
  let base: UnsafeMutableRawPointer
  let mappedBytes: Int

  init(byteCount: Int) {
    let pages = 1 << 20
    if byteCount >= pages {
      let mapped = unsafe mmap(
        nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      precondition(unsafe mapped != MAP_FAILED, "out of memory for a column")
      unsafe base = unsafe mapped.unsafelyUnwrapped
      mappedBytes = byteCount
      // Random access to big tables is bound by address translation; a refusal costs only speed.
      _ = unsafe madvise(base, byteCount, 14 /* MADV_HUGEPAGE */)
    } else {
      let allocated = unsafe calloc(max(byteCount, 16), 1)
      precondition(unsafe allocated != nil, "out of memory for a column")
      unsafe base = unsafe allocated.unsafelyUnwrapped
      mappedBytes = 0
    }
  }

  deinit {
    if mappedBytes > 0 { unsafe _ = munmap(base, mappedBytes) } else { unsafe free(base) }
  }
}

/// A column of fixed length, zero at first, that several threads may fill at different places.
///
/// Copies share the memory. Indices are checked by asserts only: kernels compute them from counts that were checked.
@safe struct UnsafeColumn<Element: BitwiseCopyable>: @unchecked Sendable {
  // Sendable: kernels give each thread its own range to write, and join before anybody reads.
  private let base: UnsafeMutablePointer<Element>
  let count: Int
  private let memory: ColumnMemory

  init(count: Int) {
    memory = ColumnMemory(byteCount: count * MemoryLayout<Element>.stride)
    unsafe base = unsafe memory.base.bindMemory(to: Element.self, capacity: max(count, 1))
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index outside of its column")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index outside of its column")
      unsafe base[index] = newValue
    }
  }

  private init(_ base: UnsafeMutablePointer<Element>, count: Int, memory: ColumnMemory) {
    unsafe self.base = unsafe base
    self.count = count
    self.memory = memory
  }

  /// A part of the column as a column of its own, in the same memory.
  func part(from start: Int, count: Int) -> UnsafeColumn {
    assert(start >= 0 && count >= 0 && start + count <= self.count, "part outside of its column")
    return unsafe UnsafeColumn(base + start, count: count, memory: memory)
  }

  /// Whether both begin at the same place in memory.
  func isSame(as other: UnsafeColumn) -> Bool { unsafe base == other.base }

  /// Writes a little-endian value at a byte offset.
  @inline(__always)
  func store<T: BitwiseCopyable>(_ value: T, atByte offset: Int) {
    assert(
      offset >= 0 && offset + MemoryLayout<T>.size <= count * MemoryLayout<Element>.stride,
      "value outside of its column")
    unsafe UnsafeMutableRawPointer(base).storeBytes(of: value, toByteOffset: offset, as: T.self)
  }

  /// Reads a little-endian value at a byte offset.
  @inline(__always)
  func load<T: BitwiseCopyable>(atByte offset: Int, as type: T.Type) -> T {
    assert(
      offset >= 0 && offset + MemoryLayout<T>.size <= count * MemoryLayout<Element>.stride,
      "value outside of its column")
    return unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: T.self)
  }

  /// Copies elements from another column, or within this one (ranges may not overlap).
  func copy(from other: UnsafeColumn, at source: Int, count: Int, to target: Int) {
    assert(source + count <= other.count && target + count <= self.count, "copy outside")
    unsafe (base + target).update(from: other.base + source, count: count)
  }

  func copyBytes(from bytes: UnsafeBytes, to target: Int) {
    assert(target + bytes.count <= count * MemoryLayout<Element>.stride, "copy outside")
    unsafe bytes.withPointer { source in
      unsafe _ = memcpy(UnsafeMutableRawPointer(base) + target, source, bytes.count)
    }
  }

  /// Sets the first `byteCount` bytes to zero.
  func clear(upTo byteCount: Int) {
    assert(byteCount <= count * MemoryLayout<Element>.stride, "clearing outside of its column")
    unsafe _ = memset(base, 0, byteCount)
  }

  /// The first `byteCount` bytes; valid as long as this column is.
  func bytes(_ byteCount: Int) -> UnsafeBytes {
    assert(byteCount <= count * MemoryLayout<Element>.stride, "view outside of its column")
    return unsafe UnsafeBytes(base, count: byteCount)
  }
}

/// A column that grows by doubling.
struct GrowingColumn<Element: BitwiseCopyable> {
  private(set) var column: UnsafeColumn<Element>
  private(set) var count = 0

  init(capacity: Int = 64) { column = UnsafeColumn(count: capacity) }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index < count, "index outside of its column")
      return column[index]
    }
    nonmutating set { column[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == column.count { grow(to: count + 1) }
    column[count] = element
    count += 1
  }

  mutating func append(bytes: UnsafeBytes) where Element == UInt8 {
    if count + bytes.count > column.count { grow(to: count + bytes.count) }
    column.copyBytes(from: bytes, to: count)
    count += bytes.count
  }

  mutating func removeLast(_ removed: Int) {
    assert(removed >= 0 && removed <= count, "more removed than there is")
    count -= removed
  }

  private mutating func grow(to needed: Int) {
    let wider = UnsafeColumn<Element>(count: max(needed, column.count * 2))
    wider.copy(from: column, at: 0, count: count, to: 0)
    column = wider
  }
}
