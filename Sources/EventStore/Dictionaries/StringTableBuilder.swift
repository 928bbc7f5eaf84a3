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

  consuming func finish() -> SealedTable { Self.joined([self]) }

  /// The table of the texts of several builders, one after the other.
  ///
  /// - Precondition: All but the last have whole stretches only.
  static func joined(_ parts: [StringTableBuilder]) -> SealedTable {
    let restartCount = parts.reduce(0) { $0 + $1.restarts.count }
    let textStart = 8 + restartCount * 8
    let bytes = UnsafeColumn<UInt8>(count: textStart + parts.reduce(0) { $0 + $1.texts.count })
    var (count, restart, end) = (0, 8, textStart)
    for part in parts {
      precondition(count % StringTable.stretch == 0, "a table continues after whole stretches")
      for start in part.restarts {
        bytes.store(start + UInt64(end - textStart), atByte: restart)
        restart += 8
      }
      bytes.copyBytes(from: part.texts.column.bytes(part.texts.count), to: end)
      count += part.count
      end += part.texts.count
    }
    bytes.store(UInt64(count), atByte: 0)
    return SealedTable(bytes)
  }
}
