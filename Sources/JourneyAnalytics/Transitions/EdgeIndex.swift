/// Numbers the pairs of items that occur, in the order in which they are first seen.
///
/// A flat table where items are few, so that a pair costs one load; a hash table otherwise.
struct EdgeIndex: Sendable {
  private(set) var keys: [UInt64] = []
  private let itemCount: Int
  private let isDense: Bool
  /// Slots: by pair if dense, else by hash; -1 is "none".
  private var table: [Int32]

  /// Up to 1,024 items the flat table takes at most 4 MB.
  init(itemCount: Int) {
    self.itemCount = itemCount
    isDense = itemCount <= 1_024
    table = [Int32](repeating: -1, count: isDense ? itemCount * itemCount : 1_024)
  }

  static func key(_ from: Int, _ to: Int) -> UInt64 { UInt64(from) << 32 | UInt64(to) }
  static func from(_ key: UInt64) -> Int { Int(key >> 32) }
  static func to(_ key: UInt64) -> Int { Int(key & 0xffff_ffff) }

  /// The number of a pair, nil if it was not seen before.
  @inline(__always)
  func slot(_ from: Int, _ to: Int) -> Int? {
    let slot: Int32
    if _fastPath(isDense) {
      slot = table[from &* itemCount &+ to]
    } else {
      slot = table[place(of: Self.key(from, to))]
    }
    return slot < 0 ? nil : Int(slot)
  }

  /// Numbers a pair that was not seen before.
  mutating func add(_ from: Int, _ to: Int) -> Int {
    let slot = keys.count
    keys.append(Self.key(from, to))
    if isDense {
      table[from * itemCount + to] = Int32(slot)
    } else {
      if keys.count * 2 > table.count {
        table = [Int32](repeating: -1, count: table.count * 2)
        for (slot, key) in keys.enumerated() { table[place(of: key)] = Int32(slot) }
      } else {
        table[place(of: Self.key(from, to))] = Int32(slot)
      }
    }
    return slot
  }

  /// Where a key stands, or the free place where it would.
  private func place(of key: UInt64) -> Int {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while table[place] >= 0, keys[Int(table[place])] != key { place = (place + 1) & mask }
    return place
  }
}
