/// Writes a string table; texts come in byte order.
struct StringTableBuilder {
  private var restarts: [UInt64] = []
  private var texts: GrowingColumn<UInt8>
  private var previous = GrowingColumn<UInt8>()
  private(set) var count = 0

  /// - Parameter textBytes: How many bytes to expect.
  init(textBytes: Int = 64) { texts = GrowingColumn(capacity: max(textBytes, 64)) }

  mutating func append(_ text: UnsafeBytes) {
    var shared = 0
    if count % StringTable.stretch == 0 {
      restarts.append(UInt64(texts.count))
    } else {
      shared = previous.column.bytes(previous.count).sharedPrefix(with: text)
    }
    append(length: shared)
    append(length: text.count - shared)
    let own = text.slice(shared, text.count - shared)
    texts.append(bytes: own)
    previous.removeLast(previous.count - shared)
    previous.append(bytes: own)
    count += 1
  }

  @inline(__always)
  private mutating func append(length: Int) {
    var rest = length
    while rest >= 0x80 {
      texts.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    texts.append(UInt8(rest))
  }

  consuming func finish() -> [UInt8] {
    var writer = ByteWriter()
    writer.reserve(8 + restarts.count * 8 + texts.count)
    writer.write(UInt64(count))
    for restart in restarts { writer.write(restart) }
    writer.write(texts.column.bytes(texts.count))
    return writer.bytes
  }
}
