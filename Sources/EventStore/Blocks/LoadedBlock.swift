/// A stored block that was checked, with the places of its customers; reused from block to block.
struct LoadedBlock {
  private(set) var bytes: UnsafeBytes
  private(set) var layout = BlockLayout()
  /// Row of each customer's first event, and the number of rows at the end.
  private(set) var offsets: [Int32] = [0]
  private var gaps: [Int64] = []
  // Scratch of `decodeTicks`; by row, 0 for each customer's first event and 1 for the others.
  private var follows: [UInt8] = []
  private var sums: [UInt32] = []

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

// MARK: Narrow columns

extension LoadedBlock {
  /// Decodes the activities of all rows where they are stored in bytes.
  ///
  /// - Parameter map: 256 codes; nil takes them as they are stored.
  func decodeActivityBytes(map: [UInt8]?, into target: UnsafeTarget<UInt8>) {
    let packed = layout[BlockColumn.activities]
    guard packed.width == 8 else {
      // A block without variety may do without its column.
      let base = UInt8(truncatingIfNeeded: packed.base)
      BitPacking.unpack(bytes, at: packed.offset, width: packed.width, 0..<layout.rows) {
        row, code in
        let code = base &+ UInt8(truncatingIfNeeded: code)
        target[row] = map?[Int(code)] ?? code
      }
      return
    }
    guard let map else {
      target.copy(bytes.slice(packed.offset, layout.rows))
      return
    }
    map.withBytes { map in
      for row in 0..<layout.rows { target[row] = map[Int(bytes[packed.offset + row])] }
    }
  }

  /// Decodes the times of all rows as numbers whose differences within a customer are times between events.
  ///
  /// - Parameter factor: what a gap of 1 counts.
  mutating func decodeTicks(factor: UInt32, into target: UnsafeTarget<UInt32>) {
    guard layout.hasGaps else {
      let times = layout[BlockColumn.times]
      BitPacking.unpack(bytes, at: times.offset, width: times.width, 0..<layout.rows) {
        row, ticks in
        target[row] = UInt32(truncatingIfNeeded: ticks) &* factor
      }
      return
    }
    let rows = layout.rows
    let column = layout[BlockColumn.gaps]
    guard column.width > 0 else {
      for row in 0..<rows { target[row] = 0 }
      return
    }
    // Sums of all gaps so far, as close together as the gaps.
    sums.resize(to: max(rows + 1, sums.count), filler: 0)
    follows.resize(to: max(rows, follows.count), filler: 0)
    let (bytes, offsets, customers) = (bytes, offsets, customers)
    sums.withTarget { sums in
      var sum: UInt32 = 0
      sums[0] = 0
      BitPacking.unpack(bytes, at: column.offset, width: column.width, 0..<rows - customers) {
        place, gap in
        sum &+= UInt32(truncatingIfNeeded: gap)
        sums[place + 1] = sum
      }
      if factor != 1 {
        for place in 0...rows - customers { sums[place] = sums[place] &* factor }
      }
      follows.withTarget { follows in
        for row in 0..<rows { follows[row] = 1 }
        for customer in 0..<customers { follows[Int(offsets[customer])] = 0 }
        // A customer's first event has no gap. No branch, as the lengths of journeys cannot be guessed.
        var place = 0
        for row in 0..<rows {
          place &+= Int(follows[row])
          target[row] = sums[place]
        }
      }
    }
  }
}
