import Glibc

/// A view of bytes that somebody else keeps alive: a mapped file, or an array inside a closure.
///
/// Offsets are checked by asserts only; whoever reads a stored file checks its sections against the length first.
@safe struct UnsafeBytes: @unchecked Sendable {
  // Sendable: the bytes are only read, and never change while a view of them is about.
  private let base: UnsafeRawPointer
  let count: Int

  init(_ base: UnsafeRawPointer, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  init(_ buffer: UnsafeRawBufferPointer) {
    if let start = buffer.baseAddress {
      unsafe self.base = unsafe start
    } else {
      unsafe self.base = UnsafeRawPointer(bitPattern: 16).unsafelyUnwrapped
    }
    self.count = buffer.count
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < count, "byte outside of its view")
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// Reads a little-endian value at any offset.
  @inline(__always)
  func load<T: BitwiseCopyable>(_ offset: Int, as type: T.Type) -> T {
    assert(offset >= 0 && offset + MemoryLayout<T>.size <= count, "value outside of its view")
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: T.self)
  }

  @inline(__always)
  func slice(_ offset: Int, _ length: Int) -> UnsafeBytes {
    assert(offset >= 0 && length >= 0 && offset + length <= count, "slice outside of its view")
    return unsafe UnsafeBytes(base + offset, count: length)
  }

  @inline(__always)
  func equals(_ other: UnsafeBytes) -> Bool {
    unsafe count == other.count && memcmp(base, other.base, count) == 0
  }

  /// Byte order; a prefix comes first.
  @inline(__always)
  func precedes(_ other: UnsafeBytes) -> Bool {
    let order = unsafe memcmp(base, other.base, min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }

  /// The number of bytes in which both begin alike.
  @inline(__always)
  func sharedPrefix(with other: UnsafeBytes) -> Int {
    let limit = min(count, other.count)
    var shared = 0
    while shared + 8 <= limit {
      let difference = load(shared, as: UInt64.self) ^ other.load(shared, as: UInt64.self)
      if difference != 0 { return shared + difference.trailingZeroBitCount >> 3 }
      shared += 8
    }
    while shared < limit && self[shared] == other[shared] { shared += 1 }
    return shared
  }

  func copy(into target: inout [UInt8]) {
    unsafe target.append(contentsOf: UnsafeRawBufferPointer(start: base, count: count))
  }

  var array: [UInt8] { unsafe [UInt8](UnsafeRawBufferPointer(start: base, count: count)) }
  var string: String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// For system calls: the pointer must not outlive the call.
  func withPointer<R>(_ body: (UnsafeRawPointer) -> R) -> R { unsafe body(base) }
}

extension Array where Element: BitwiseCopyable {
  /// Lends the elements' bytes for the time of a call.
  @inline(__always)
  func withBytes<R, E: Error>(_ body: (UnsafeBytes) throws(E) -> R) throws(E) -> R {
    // withUnsafeBytes does not yet carry typed errors, so the result travels as a value.
    let result: Result<R, E> = unsafe withUnsafeBytes { buffer in
      do throws(E) {
        return .success(try body(unsafe UnsafeBytes(buffer)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
