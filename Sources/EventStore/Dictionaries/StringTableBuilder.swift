/// Writes a string table; texts come in byte order.
struct StringTableBuilder {
  private var restarts: [UInt64] = []
  private var texts: [UInt8] = []
  private var previous: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ text: UnsafeBytes) {
    var shared = 0
    if count % StringTable.stretch == 0 {
      restarts.append(UInt64(texts.count))
    } else {
      let limit = min(previous.count, text.count)
      while shared < limit && previous[shared] == text[shared] { shared += 1 }
    }
    append(length: shared)
    append(length: text.count - shared)
    let own = text.slice(shared, text.count - shared)
    own.copy(into: &texts)
    previous.removeLast(previous.count - shared)
    own.copy(into: &previous)
    count += 1
  }

  private mutating func append(length: Int) {
    var rest = length
    while rest >= 0x80 {
      texts.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    texts.append(UInt8(rest))
  }

  /// Takes over another table's texts, which follow this one's.
  ///
  /// - Precondition: This table has whole stretches only.
  private mutating func append(_ next: StringTableBuilder) {
    precondition(count % StringTable.stretch == 0, "a table continues after whole stretches")
    let start = UInt64(texts.count)
    restarts.append(contentsOf: next.restarts.map { $0 + start })
    texts.append(contentsOf: next.texts)
    count += next.count
  }

  consuming func finish() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt64(count))
    for restart in restarts { writer.write(restart) }
    writer.write(raw: texts)
    return writer.bytes
  }

  /// The table of `count` texts, built in parts at once.
  static func build(
    count: Int, threads: Int, _ text: @Sendable (Int) -> UnsafeBytes
  ) -> [UInt8] {
    let part = max((count / max(threads, 1) / StringTable.stretch + 1) * StringTable.stretch, 4_096)
    let parts = (count + part - 1) / part
    let built = Monitor(Array(repeating: StringTableBuilder(), count: parts))
    Workers.each(parts, threads: threads) { index in
      var builder = StringTableBuilder()
      for number in index * part..<min((index + 1) * part, count) { builder.append(text(number)) }
      built.with { $0[index] = builder }
    }
    var whole = StringTableBuilder()
    for builder in built.with({ $0 }) { whole.append(builder) }
    return whole.finish()
  }
}
