/// Where a packed column of a block lies, and what must be added to its numbers.
struct PackedColumn: Hashable {
  var base: Int64 = 0
  var width = 0
  /// From the start of the block, in bytes.
  var offset = 0

  static let byteCount = 16
}

/// The places of a block's columns: eight fixed ones, then one per attribute.
enum BlockColumn {
  static let counts = 0
  /// All times, or with gaps only each customer's first.
  static let times = 1
  /// Gaps to the previous event of the same customer, for all but the first; absent where times are absolute.
  static let gaps = 2
  static let activities = 3
  static let channels = 4
  static let arrivals = 5
  static let values = 6
  static let sessions = 7
  static let imports = 8
  static let firstAttribute = 9

  /// Marks a column that the block does without.
  static let absent = 0xFF
}

/// The head of a stored block, checked against the block's length.
///
/// Bytes: rows and customers (32 bits each), then per column its base (64 bits), offset (32 bits) and width (32 bits).
struct BlockLayout {
  static func headByteCount(attributeCount: Int) -> Int {
    8 + (BlockColumn.firstAttribute + attributeCount) * PackedColumn.byteCount
  }

  private(set) var rows = 0
  private(set) var customers = 0
  private var columns: [PackedColumn] = []

  subscript(column: Int) -> PackedColumn { columns[column] }
  var hasGaps: Bool { columns[BlockColumn.gaps].width != BlockColumn.absent }

  /// Reads the head again for another block, without allocating once it has been used.
  ///
  /// - Returns: False if the head contradicts the block's length.
  mutating func read(_ block: UnsafeBytes, attributeCount: Int) -> Bool {
    let head = Self.headByteCount(attributeCount: attributeCount)
    guard block.count >= head else { return false }
    rows = Int(block.load(0, as: UInt32.self))
    customers = Int(block.load(4, as: UInt32.self))
    guard rows >= customers, customers > 0 else { return false }
    columns.removeAll(keepingCapacity: true)
    for index in 0..<BlockColumn.firstAttribute + attributeCount {
      let at = 8 + index * PackedColumn.byteCount
      let column = PackedColumn(
        base: block.load(at, as: Int64.self), width: Int(block.load(at + 12, as: UInt32.self)),
        offset: Int(block.load(at + 8, as: UInt32.self)) * 8)
      columns.append(column)
      if column.width == BlockColumn.absent && index == BlockColumn.gaps { continue }
      let count: Int
      switch index {
      case BlockColumn.counts: count = customers
      case BlockColumn.times: count = 0
      case BlockColumn.gaps: count = rows - customers
      default: count = rows
      }
      guard column.width <= 64 else { return false }
      let end = column.offset + BitPacking.byteCount(count, width: column.width)
      guard column.width == 0 || end <= block.count else { return false }
    }
    let times = columns[BlockColumn.times]
    let end =
      times.offset + BitPacking.byteCount(hasGaps ? customers : rows, width: times.width)
    return times.width == 0 || end <= block.count
  }
}
