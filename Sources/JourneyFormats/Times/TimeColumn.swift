/// What a column of times has shown of its form so far.
///
/// The order of day and month, and the unit of whole numbers, belong to a column, not to a cell.
struct TimeColumnEvidence {
  /// Cells that are not empty.
  private(set) var cells = 0
  private(set) var readable = 0
  private(set) var openOrders = 0
  private(set) var firstOver12 = 0
  private(set) var secondOver12 = 0
  private(set) var numbers = 0
  /// Numbers of eight digits that are dates, or fourteen that are dates with a time.
  private(set) var digitDates = 0
  private(set) var magnitudes: [EpochUnit: Int] = [:]
  /// The first cell that cannot be read, as it stands.
  private(set) var unreadable: [UInt8]?
  /// The first date of unknown order, as it stands.
  private(set) var openExample: [UInt8]?

  mutating func add(_ cell: [UInt8]) {
    let bytes = unsafe cell.span.bytes
    add(bytes, from: 0, to: cell.count)
    guard !cell.isEmpty else { return }
    var hint = 0
    // Any order will do to see whether the cell is a date at all.
    let reads = [DateOrder.dayMonthYear, .monthDayYear].contains { order in
      let reader = TimeReader(dateOrder: order)
      let time = unsafe reader.microseconds(
        cell.span.bytes, from: 0, to: cell.count, hint: &hint)
      return time != TimeReader.none
    }
    if reads {
      readable += 1
    } else if unreadable == nil {
      unreadable = cell
    }
    let parsed = TimeCell(bytes, from: 0, to: cell.count)
    guard let number = parsed.wholeNumber(bytes) else { return }
    numbers += 1
    if number.count == 8 || number.count == 14, reads {
      digitDates += 1
    } else {
      magnitudes[.likely(for: UInt64(number.value)), default: 0] += 1
    }
  }

  /// Takes in only what tells day from month.
  @inline(__always)
  mutating func add(_ bytes: RawSpan, from start: Int, to end: Int) {
    guard end > start else { return }
    cells += 1
    var cell = TimeCell(bytes, from: start, to: end)
    guard let (first, second) = cell.openOrder(bytes) else { return }
    openOrders += 1
    if first > 12 { firstOver12 += 1 }
    if second > 12 { secondOver12 += 1 }
    if openExample == nil {
      var example: [UInt8] = []
      for at in start..<end { example.append(ByteWords.byte(bytes, at)) }
      openExample = example
    }
  }

  enum Order: Hashable {
    /// No cell needs an order.
    case notNeeded
    case known(DateOrder)
    /// Day and month cannot be told apart, or some cells say the one and some the other.
    case open
  }

  var order: Order {
    if openOrders == 0 { return .notNeeded }
    switch (firstOver12 > 0, secondOver12 > 0) {
    case (true, false): return .known(.dayMonthYear)
    case (false, true): return .known(.monthDayYear)
    default: return .open
    }
  }

  /// The unit of whole numbers, by the size of most of them; nil if there are none or they are dates.
  var epochUnit: EpochUnit? {
    guard numbers > digitDates * 2 else { return nil }
    return EpochUnit.allCases.max { (magnitudes[$0] ?? 0) < (magnitudes[$1] ?? 0) }
  }

  /// The share of filled cells that can be times, 0…1; small numbers are no times.
  var readableShare: Double { cells == 0 ? 0 : Double(readable) / Double(cells) }
}
