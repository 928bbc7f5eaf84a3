/// Packs rows into the bytes of a block.
struct BlockEncoder {
  /// A block closes before it would hold more events, unless one customer alone has more.
  static let targetRows = 16_384

  private let shape: SegmentShape
  private let division: ExactDivision
  private var target = UnsafeColumn<UInt8>(count: 1 << 16)
  private var length = 0

  init(shape: SegmentShape) {
    self.shape = shape
    division = ExactDivision(by: shape.unit)
  }

  /// - Returns: The block; its bytes are valid until the next call.
  mutating func encode(_ rows: BlockRows) -> UnsafeBytes {
    rows.checkInvariants(shape)
    let rowCount = rows.times.count
    let attributeCount = rows.attributes.count
    let columns = BlockColumn.firstAttribute + attributeCount
    length = BlockLayout.headByteCount(attributeCount: attributeCount)
    length = (length + 7) & ~7
    reserve(length + 64 + (rowCount + 9) * 8 * (columns + 1))
    target.store(UInt32(rowCount), atByte: 0)
    target.store(UInt32(rows.counts.count), atByte: 4)
    packCodes(BlockColumn.counts, rows.counts, bits: nil)
    packTimes(rows)
    packCodes(BlockColumn.activities, rows.activities, bits: shape.activityBits)
    packCodes(BlockColumn.channels, rows.channels, bits: shape.channelBits)
    packCodes(BlockColumn.arrivals, rows.arrivals, bits: nil)
    packValues(rows.values)
    packCodes(BlockColumn.sessions, rows.sessions, bits: nil)
    packCodes(BlockColumn.imports, rows.imports, bits: nil)
    for index in 0..<attributeCount {
      packCodes(BlockColumn.firstAttribute + index, rows.attributes[index], bits: nil)
    }
    // Whole words for each of the four checksums.
    while length % 32 != 0 {
      target.store(UInt64(0), atByte: length)
      length += 8
    }
    return target.bytes(length)
  }

  private mutating func reserve(_ byteCount: Int) {
    if target.count < byteCount { target = UnsafeColumn(count: byteCount + byteCount / 4) }
    target.clear(upTo: length)
  }

  private func describe(_ column: Int, base: Int64, width: Int) {
    let at = 8 + column * PackedColumn.byteCount
    target.store(base, atByte: at)
    target.store(UInt32(length / 8), atByte: at + 8)
    target.store(UInt32(width), atByte: at + 12)
  }

  /// - Parameter bits: The width, with base 0; nil packs as narrow as the numbers allow.
  private mutating func packCodes(_ column: Int, _ codes: [UInt32], bits: Int?) {
    guard let first = codes.first else {
      describe(column, base: 0, width: 0)
      return
    }
    var low = first
    var high = first
    if bits == nil {
      for code in codes {
        low = min(low, code)
        high = max(high, code)
      }
    } else {
      low = 0
    }
    let width = bits ?? BitPacking.width(for: UInt64(high - low))
    describe(column, base: Int64(low), width: width)
    let (target, start) = (target, length)
    codes.withBytes { bytes in
      BitPacking.pack(codes.count, width: width, into: target, at: start) { index in
        UInt64(bytes.load(index * 4, as: UInt32.self) &- low)
      }
    }
    length += BitPacking.byteCount(codes.count, width: width)
  }

  /// Absolute times where they cost hardly more than gaps, as they decode faster; else first times and gaps.
  private mutating func packTimes(_ rows: BlockRows) {
    let count = rows.times.count
    let customers = rows.counts.count
    var low = Int64.max
    var high = Int64.min
    var firstLow = Int64.max
    var firstHigh = Int64.min
    var widestGap: UInt64 = 0
    rows.times.withBytes { times in
      var row = 0
      for customer in rows.counts {
        let first = times.load(row * 8, as: Int64.self)
        firstLow = min(firstLow, first)
        firstHigh = max(firstHigh, first)
        var previous = first
        for index in row + 1..<row + Int(customer) {
          let time = times.load(index * 8, as: Int64.self)
          widestGap = max(widestGap, UInt64(bitPattern: time &- previous))
          previous = time
        }
        // Sorted by time, so the last is the latest.
        high = max(high, previous)
        row += Int(customer)
      }
    }
    low = firstLow
    let division = division
    func width(_ span: UInt64) -> Int { BitPacking.width(for: division.quotient(span)) }
    let absolute = width(UInt64(bitPattern: high &- low))
    let first = width(UInt64(bitPattern: firstHigh &- firstLow))
    let gap = width(widestGap)
    let withGaps = customers * first + (count - customers) * gap
    let (target, start) = (target, length)
    if count * absolute * 32 <= withGaps * 33 {
      describe(BlockColumn.times, base: low, width: absolute)
      rows.times.withBytes { times in
        BitPacking.pack(count, width: absolute, into: target, at: start) { index in
          division.quotient(UInt64(bitPattern: times.load(index * 8, as: Int64.self) &- low))
        }
      }
      length += BitPacking.byteCount(count, width: absolute)
      describe(BlockColumn.gaps, base: 0, width: BlockColumn.absent)
      return
    }
    describe(BlockColumn.times, base: low, width: first)
    rows.times.withBytes { times in
      var row = 0
      var customer = 0
      BitPacking.pack(customers, width: first, into: target, at: start) { _ in
        let time = times.load(row * 8, as: Int64.self)
        row += Int(rows.counts[customer])
        customer += 1
        return division.quotient(UInt64(bitPattern: time &- low))
      }
    }
    length += BitPacking.byteCount(customers, width: first)
    describe(BlockColumn.gaps, base: 0, width: gap)
    let gapStart = length
    rows.times.withBytes { times in
      var row = 0
      var customer = 0
      var end = Int(rows.counts[0])
      BitPacking.pack(count - customers, width: gap, into: target, at: gapStart) { _ in
        row += 1
        while row == end {
          customer += 1
          end += Int(rows.counts[customer])
          row += 1
        }
        let now = times.load(row * 8, as: Int64.self)
        let before = times.load(row * 8 - 8, as: Int64.self)
        return division.quotient(UInt64(bitPattern: now &- before))
      }
    }
    length += BitPacking.byteCount(count - customers, width: gap)
  }

  /// Values are stored from 1 up; 0 stands for "none".
  private mutating func packValues(_ values: [Int64]) {
    var low = Int64.max
    var high = Int64.min
    for value in values where value != Int64.min {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else {
      describe(BlockColumn.values, base: 0, width: 0)
      return
    }
    let base = low &- 1
    let width = BitPacking.width(for: UInt64(bitPattern: high &- base))
    describe(BlockColumn.values, base: base, width: width)
    let (target, start) = (target, length)
    BitPacking.pack(values.count, width: width, into: target, at: start) { index in
      let value = values[index]
      return value == Int64.min ? 0 : UInt64(bitPattern: value &- base)
    }
    length += BitPacking.byteCount(values.count, width: width)
  }
}
