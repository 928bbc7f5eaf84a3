/// The text of one field between two separators: quotes and the carriage return before a line feed taken off.
struct FieldText {
  var start: Int
  var end: Int
  /// Whether doubled quotes stand between `start` and `end`, which mean one each.
  var hasDoubledQuotes = false

  /// - Parameters:
  ///   - isLast: whether a line end, not a separator, stands at `end`.
  ///   - isRaw: whether quotes stay as they are.
  @inline(__always)
  init(
    _ bytes: RawSpan, from start: Int, to end: Int, isLast: Bool, lineEnd: UInt8,
    isRaw: Bool = false
  ) {
    self.start = start
    self.end = end
    if isLast, end > start, lineEnd == .lineFeed,
      ByteWords.byte(bytes, end &- 1) == .carriageReturn
    {
      self.end &-= 1
    }
    if !isRaw, self.end &- start >= 2, ByteWords.byte(bytes, start) == .quote {
      takeOffQuotes(bytes)
    }
  }

  private mutating func takeOffQuotes(_ bytes: RawSpan) {
    start &+= 1
    end &-= 1
    var at = start
    while at < end {
      if ByteWords.byte(bytes, at) == .quote {
        hasDoubledQuotes = true
        return
      }
      at &+= 1
    }
  }

  @inline(__always)
  var isEmpty: Bool { start == end }

  /// The text as a person wrote it.
  func unescaped(_ bytes: RawSpan) -> [UInt8] {
    var text: [UInt8] = []
    append(to: &text, bytes)
    return text
  }

  func append(to text: inout [UInt8], _ bytes: RawSpan) {
    var at = start
    text.reserveCapacity(text.count + end - start)
    while at < end {
      let byte = ByteWords.byte(bytes, at)
      text.append(byte)
      at &+= hasDoubledQuotes && byte == .quote ? 2 : 1
    }
  }

  /// Whether the text is exactly `wanted`.
  func equals(_ wanted: [UInt8], _ bytes: RawSpan) -> Bool {
    if hasDoubledQuotes { return unescaped(bytes) == wanted }
    guard end - start == wanted.count else { return false }
    var at = 0
    while at < wanted.count {
      if ByteWords.byte(bytes, start &+ at) != wanted[at] { return false }
      at &+= 1
    }
    return true
  }
}
