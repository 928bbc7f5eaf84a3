/// Which spans of a log hold its quantiles: chosen from the counts of all workers, to be gathered in a second reading.
///
/// A *pile* is all spans of one class between one pair of items.
struct WantedSpans: Sendable {
  let itemCount: Int
  let scale: SpanScale
  /// By pair and class, in bits: whether the pile is wanted. Two words for each pair; none of the beginning's are.
  let marks: [UInt64]
  let quantiles: [QuantileRank]
  private let rows: [SpanRow]

  /// - Parameter byItem: whether quantiles are also wanted of all spans that begin at one item.
  init(_ parts: [UnsafeSpanCounts], itemCount: Int, quantiles: [QuantileRank], byItem: Bool) {
    self.itemCount = itemCount
    self.quantiles = quantiles
    scale = parts.first?.scale ?? SpanScale(unit: 1)
    rows = Workers.map(itemCount) { item in
      SpanRow(item, parts, itemCount: itemCount, quantiles: quantiles, asWhole: byItem)
    }
    marks =
      rows.flatMap { $0.marks } + [UInt64](repeating: 0, count: itemCount * SpanRow.wordsPerPair)
  }

  /// How many spans that begin at an item are wanted.
  func total(ofItem item: Int) -> Int { rows[item].wantedCount }

  /// Places by pair and class of all spans that begin at an item.
  func cells(ofItem item: Int) -> Range<Int> {
    let length = itemCount * SpanScale.count
    return item * length..<(item + 1) * length
  }

  /// The spans that begin at an item, gathered from all workers.
  func piles(ofItem item: Int, _ logs: [UnsafeSpanLog]) -> SpanPiles {
    let row = rows[item]
    let first = cells(ofItem: item).lowerBound
    var piles = SpanPiles(row: row, quantiles: quantiles, scale: scale)
    for log in logs { piles.add(log, ofItem: item, firstCell: first) }
    assert(piles.isComplete, "every wanted span once")
    return piles
  }
}

/// The counts of all spans that begin at one item, and which piles of them hold quantiles.
struct SpanRow: Sendable {
  static let wordsPerPair = SpanScale.count / 64

  /// By item that follows, then class.
  private let counts: [Int]
  /// In the same order, in bits.
  let marks: [UInt64]
  /// In the same order: where the spans of a wanted pile begin among all that are wanted; -1 for the others.
  let starts: [Int]
  let wantedCount: Int

  fileprivate init(
    _ item: Int, _ parts: [UnsafeSpanCounts], itemCount: Int, quantiles: [QuantileRank],
    asWhole: Bool
  ) {
    var counts = [Int](repeating: 0, count: itemCount * SpanScale.count)
    for next in 0..<itemCount {
      for part in parts {
        part.add(pair: item * itemCount + next, to: &counts, at: next * SpanScale.count)
      }
    }
    self.counts = counts
    var marks = [UInt64](repeating: 0, count: itemCount * Self.wordsPerPair)
    func mark(_ next: Int, _ place: Int) {
      let cell = next * SpanScale.count + place
      if counts[cell] > 0 { marks[cell / 64] |= 1 << UInt64(cell % 64) }
    }
    for next in 0..<itemCount {
      let own = Self.sum(counts, next..<next + 1)
      for rank in Self.ranks(own.reduce(0, +), quantiles) {
        mark(next, Self.place(ofRank: rank, in: own).place)
      }
    }
    if asWhole {
      let whole = Self.sum(counts, 0..<itemCount)
      for rank in Self.ranks(whole.reduce(0, +), quantiles) {
        let place = Self.place(ofRank: rank, in: whole).place
        for next in 0..<itemCount { mark(next, place) }
      }
    }
    self.marks = marks
    var (starts, total) = ([Int](repeating: -1, count: counts.count), 0)
    for (word, bits) in marks.enumerated() {
      var rest = bits
      while rest != 0 {
        let cell = word * 64 + rest.trailingZeroBitCount
        starts[cell] = total
        total += counts[cell]
        rest &= rest - 1
      }
    }
    self.starts = starts
    wantedCount = total
  }

  /// Where the spans of a pile lie among all that are wanted; nil if the pile is not.
  func range(ofPile cell: Int) -> Range<Int>? {
    let start = starts[cell]
    return start < 0 ? nil : start..<start + counts[cell]
  }

  /// Counts by class of the pairs with some items together.
  func counts(_ next: Range<Int>) -> [Int] { Self.sum(counts, next) }

  private static func sum(_ counts: [Int], _ next: Range<Int>) -> [Int] {
    var sum = [Int](repeating: 0, count: SpanScale.count)
    for item in next {
      for place in 0..<SpanScale.count { sum[place] += counts[item * SpanScale.count + place] }
    }
    return sum
  }

  /// Per quantile the rank below it and the next.
  static func ranks(_ count: Int, _ quantiles: [QuantileRank]) -> [Int] {
    guard count > 0 else { return [] }
    return quantiles.flatMap { quantile in
      let rank = quantile.place(among: count).rank
      return [rank, min(rank + 1, count - 1)]
    }
  }

  /// The class that holds a rank, and the rank among the spans of the class.
  static func place(ofRank rank: Int, in counts: [Int]) -> (place: Int, rest: Int) {
    var rest = rank
    for (place, count) in counts.enumerated() {
      if rest < count { return (place, rest) }
      rest -= count
    }
    preconditionFailure("a rank below the number of spans")
  }
}
