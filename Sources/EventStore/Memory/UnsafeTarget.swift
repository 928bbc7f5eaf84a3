/// Where a decoder writes: the elements of an array that is lent for the time of a call.
@safe struct UnsafeTarget<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    unsafe base =
      unsafe buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 16).unsafelyUnwrapped
    count = buffer.count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index outside of its target")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index outside of its target")
      unsafe base[index] = newValue
    }
  }

  /// Writes bytes from the first element on.
  func copy(_ bytes: UnsafeBytes) where Element == UInt8 {
    assert(bytes.count <= count, "copy outside of its target")
    unsafe bytes.withPointer {
      unsafe base.update(
        from: $0.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    }
  }

  @inline(__always)
  func slice(from start: Int) -> UnsafeTarget {
    assert(start >= 0 && start <= count, "slice outside of its target")
    return unsafe UnsafeTarget(
      UnsafeMutableBufferPointer(start: base + start, count: count - start))
  }
}

extension Array where Element: BitwiseCopyable {
  /// Lends the elements for writing.
  @inline(__always)
  mutating func withTarget<R>(_ body: (UnsafeTarget<Element>) -> R) -> R {
    unsafe withUnsafeMutableBufferPointer { buffer in body(unsafe UnsafeTarget(buffer)) }
  }

  /// Changes the length without touching what stays; does not allocate once the array has been that long.
  mutating func resize(to length: Int, filler: Element) {
    if length < count {
      removeLast(count - length)
    } else if length > count {
      append(contentsOf: repeatElement(filler, count: length - count))
    }
  }
}
