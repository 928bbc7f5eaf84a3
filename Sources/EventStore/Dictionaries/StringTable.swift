/// Sorted texts in few bytes: each says how many bytes it shares with the one before (front coding).
///
/// Bytes: count (64 bits), then for every 16th text where it begins (64 bits each, from the end of this list), then the
/// texts as shared length, own length (LEB128) and own bytes. Every 16th shares nothing.
struct StringTable: Sendable {
  static let stretch = 16

  private let bytes: UnsafeBytes
  private let textStart: Int
  let count: Int

  /// - Returns: Nil if the bytes cannot be a table.
  init?(_ bytes: UnsafeBytes) {
    guard bytes.count >= 8 else { return nil }
    let count = bytes.load(0, as: UInt64.self)
    guard count <= UInt64(bytes.count) * UInt64(Self.stretch) else { return nil }
    let restarts = (Int(count) + Self.stretch - 1) / Self.stretch
    guard 8 + restarts * 8 <= bytes.count else { return nil }
    self.bytes = bytes
    self.count = Int(count)
    textStart = 8 + restarts * 8
  }

  /// Reads texts one after another.
  struct Cursor {
    private let table: StringTable
    private var offset: Int
    /// Number of the text in `current`; −1 before the first.
    private(set) var number: Int
    private(set) var current: [UInt8] = []

    fileprivate init(_ table: StringTable, restart: Int) {
      self.table = table
      number = restart * StringTable.stretch - 1
      offset = table.textStart + Int(table.bytes.load(8 + restart * 8, as: UInt64.self))
    }

    /// - Returns: False after the last text, or if the bytes are not those of a table.
    mutating func advance() -> Bool {
      guard number + 1 < table.count, let shared = length(), let own = length(),
        shared <= current.count, own <= table.bytes.count - offset
      else { return false }
      current.removeLast(current.count - shared)
      table.bytes.slice(offset, own).copy(into: &current)
      offset += own
      number += 1
      return true
    }

    private mutating func length() -> Int? {
      var value = 0
      var shift = 0
      while offset < table.bytes.count && shift < 49 {
        let byte = table.bytes[offset]
        offset += 1
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }
  }

  /// A cursor whose first `advance` reads the first text at or before `number` that shares nothing.
  ///
  /// - Precondition: The table is not empty.
  func cursor(before number: Int = 0) -> Cursor { Cursor(self, restart: number / Self.stretch) }

  func text(_ number: Int) -> [UInt8]? {
    guard number >= 0 && number < count else { return nil }
    var cursor = cursor(before: number)
    while cursor.number < number {
      if !cursor.advance() { return nil }
    }
    return cursor.current
  }

  /// The number of a text, by binary search over the stretches.
  func number(of text: [UInt8]) -> Int? {
    guard count > 0 else { return nil }
    var low = 0
    var high = (count - 1) / Self.stretch
    while low < high {
      let middle = (low + high + 1) / 2
      var cursor = Cursor(self, restart: middle)
      guard cursor.advance() else { return nil }
      if text.lexicographicallyPrecedes(cursor.current) { high = middle - 1 } else { low = middle }
    }
    var cursor = Cursor(self, restart: low)
    while cursor.advance() {
      if cursor.current == text { return cursor.number }
      if text.lexicographicallyPrecedes(cursor.current) { return nil }
    }
    return nil
  }

  /// All texts as strings; invalid UTF-8 is repaired.
  func strings() -> [String] { all { String(decoding: $0, as: UTF8.self) } }
  func texts() -> [[UInt8]] { all { $0 } }

  private func all<Text>(_ make: ([UInt8]) -> Text) -> [Text] {
    guard count > 0 else { return [] }
    var result: [Text] = []
    result.reserveCapacity(count)
    var cursor = cursor()
    while cursor.advance() { result.append(make(cursor.current)) }
    return result
  }
}
