/// A growable list of 32-bit positions whose memory is kept from one use to the next.
///
/// Writing goes through `append` or, in the innermost loops, through unchecked slots that `makeRoom` has promised; asserts
/// hold both to the capacity. An array would test and clear memory that the loops overwrite anyway.
@safe
struct UnsafePositions: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 1 << 12
    unsafe memory = .allocate(capacity: capacity)
  }

  deinit { unsafe memory.deallocate() }

  /// Forgets the positions, not the memory.
  mutating func removeAll() { count = 0 }

  /// Makes sure that `more` positions can be written behind the present ones.
  @inline(__always)
  mutating func makeRoom(for more: Int) {
    if count &+ more > capacity { grow(to: count &+ more) }
  }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let next = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    unsafe next.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = next
    capacity = larger
  }

  /// Writes behind the present positions without counting; needs `makeRoom`.
  @inline(__always)
  func write(_ position: UInt32, ahead: Int) {
    assert(count &+ ahead < capacity)
    unsafe memory[count &+ ahead] = position
  }

  /// Counts positions written by `write`.
  @inline(__always)
  mutating func advance(by written: Int) {
    count &+= written
    assert(count <= capacity)
  }

  @inline(__always)
  mutating func append(_ position: UInt32) {
    makeRoom(for: 1)
    write(position, ahead: 0)
    count &+= 1
  }

  @inline(__always)
  subscript(_ index: Int) -> UInt32 {
    assert(index >= 0 && index < count)
    return unsafe memory[index]
  }
}
