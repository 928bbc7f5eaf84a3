/// A look at the texts of an interner: valid as long as that lives and does not grow.
struct InternedTexts: Sendable {
  private let starts: UnsafeBytes
  private let text: UnsafeBytes
  let count: Int

  /// - Parameter starts: Where each text begins, and the end of the last one: 32 bits each.
  init(starts: UnsafeBytes, text: UnsafeBytes, count: Int) {
    self.starts = starts
    self.text = text
    self.count = count
  }

  @inline(__always)
  subscript(code: Int) -> UnsafeBytes {
    assert(code >= 0 && code < count, "code outside of its interner")
    let start = Int(starts.load(code * 4, as: UInt32.self))
    return text.slice(start, Int(starts.load(code * 4 + 4, as: UInt32.self)) - start)
  }
}
