/// A stored block that was checked, with the places of its customers; reused from block to block.
struct LoadedBlock {
  private(set) var bytes: UnsafeBytes
  private(set) var layout = BlockLayout()
  /// Row of each customer's first event, and the number of rows at the end.
  private(set) var offsets: [Int32] = [0]
  private var gaps: [Int64] = []

  init() { bytes = [UInt8]().withBytes { $0 } }

  var customers: Int { layout.customers }
  func rows(_ customers: Range<Int>) -> Range<Int> {
    Int(offsets[customers.lowerBound])..<Int(offsets[customers.upperBound])
  }

  /// - Returns: False if the bytes cannot be a block of that many rows and customers.
  mutating func load(_ block: UnsafeBytes, rows: Int, customers: Int, attributeCount: Int) -> Bool {
    guard layout.read(block, attributeCount: attributeCount), layout.rows == rows,
      layout.customers == customers
    else { return false }
    bytes = block
    offsets.resize(to: customers + 1, filler: 0)
    let counts = layout[BlockColumn.counts]
    var total: Int64 = 0
    offsets.withTarget { offsets in
      offsets[0] = 0
      BitPacking.unpack(block, at: counts.offset, width: counts.width, 0..<customers) {
        customer, count in
        total &+= counts.base &+ Int64(bitPattern: count)
        offsets[customer + 1] = Int32(truncatingIfNeeded: total)
      }
    }
    return total == Int64(rows)
  }

  /// Decodes the times of some customers, from `target[0]` on.
  mutating func decodeTimes(
    _ customers: Range<Int>, unit: TimeUnit, into target: UnsafeTarget<Int64>
  ) {
    let times = layout[BlockColumn.times]
    let (scale, base) = (unit.microseconds, times.base)
    guard layout.hasGaps else {
      BitPacking.unpack(bytes, at: times.offset, width: times.width, rows(customers)) {
        row, ticks in
        target[row] = base &+ Int64(bitPattern: ticks) &* scale
      }
      return
    }
    let rows = rows(customers)
    let column = layout[BlockColumn.gaps]
    // Each customer before the range has one event without a gap.
    let range = rows.lowerBound - customers.lowerBound..<rows.upperBound - customers.upperBound
    gaps.resize(to: max(range.count, gaps.count), filler: 0)
    let (bytes, offsets) = (bytes, offsets)
    gaps.withTarget { gaps in
      BitPacking.unpack(bytes, at: column.offset, width: column.width, range) { place, ticks in
        gaps[place] = Int64(bitPattern: ticks) &* scale
      }
      var gap = 0
      BitPacking.unpack(bytes, at: times.offset, width: times.width, customers) { place, ticks in
        let customer = customers.lowerBound + place
        var row = Int(offsets[customer]) - rows.lowerBound
        let end = Int(offsets[customer + 1]) - rows.lowerBound
        var time = base &+ Int64(bitPattern: ticks) &* scale
        target[row] = time
        row += 1
        while row < end {
          time &+= gaps[gap]
          target[row] = time
          gap += 1
          row += 1
        }
      }
    }
  }

  /// Decodes codes of some rows through `map` (nil: as they are stored).
  func decodeCodes(
    _ column: Int, _ rows: Range<Int>, map: [UInt32]?, into target: UnsafeTarget<UInt32>
  ) {
    let packed = layout[column]
    let base = UInt32(truncatingIfNeeded: packed.base)
    guard let map else {
      BitPacking.unpack(bytes, at: packed.offset, width: packed.width, rows) { place, code in
        target[place] = base &+ UInt32(truncatingIfNeeded: code)
      }
      return
    }
    BitPacking.unpack(bytes, at: packed.offset, width: packed.width, rows) { place, code in
      target[place] = map[Int(base &+ UInt32(truncatingIfNeeded: code))]
    }
  }

  func decodeValues(_ rows: Range<Int>, into target: UnsafeTarget<Int64>) {
    let packed = layout[BlockColumn.values]
    BitPacking.unpack(bytes, at: packed.offset, width: packed.width, rows) { place, value in
      target[place] = value == 0 ? Int64.min : packed.base &+ Int64(bitPattern: value)
    }
  }
}
