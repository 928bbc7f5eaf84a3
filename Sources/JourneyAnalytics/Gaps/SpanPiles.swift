/// The wanted spans that begin at one item, pile after pile.
struct SpanPiles: Sendable {
  private let row: SpanRow
  private let quantiles: [QuantileRank]
  private let scale: SpanScale
  /// Ticks.
  private var spans: [Int64]
  /// By item that follows and class: the next free place of the pile; -1 if it is not wanted.
  private var cursors: [Int]

  init(row: SpanRow, quantiles: [QuantileRank], scale: SpanScale) {
    self.row = row
    self.quantiles = quantiles
    self.scale = scale
    spans = [Int64](repeating: 0, count: row.wantedCount)
    cursors = row.starts
  }

  /// Adds the spans that begin at an item.
  ///
  /// - Parameter first: the first cell of the item's.
  mutating func add(_ log: UnsafeSpanLog, ofItem item: Int, firstCell first: Int) {
    Self.add(log, ofItem: item, firstCell: first, to: &spans, &cursors)
  }

  private static func add(
    _ log: UnsafeSpanLog, ofItem item: Int, firstCell first: Int, to spans: inout [Int64],
    _ cursors: inout [Int]
  ) {
    var spans = spans.mutableSpan
    var cursors = cursors.mutableSpan
    log.each(ofItem: item) { cell, ticks in
      let place = cursors[cell &- first]
      spans[place] = Int64(bitPattern: ticks)
      cursors[cell &- first] = place &+ 1
    }
  }

  var isComplete: Bool {
    cursors.indices.allSatisfy { cell in
      row.range(ofPile: cell).map { $0.upperBound == cursors[cell] } ?? true
    }
  }

  /// How many spans lead to some items, and their quantiles in microseconds (none if there are no spans).
  func summary(to next: Range<Int>) -> (count: Int, quantiles: [Double]) {
    let counts = row.counts(next)
    let total = counts.reduce(0, +)
    guard total > 0 else { return (0, []) }
    var gathered: (place: Int, spans: SpanSelection)?
    let values = SpanRow.ranks(total, quantiles).map { rank in
      let (place, rest) = SpanRow.place(ofRank: rank, in: counts)
      if gathered?.place != place {
        let ranges = next.compactMap { row.range(ofPile: $0 * SpanScale.count + place) }
        gathered = (place, SpanSelection(spans, ranges))
      }
      return (gathered?.spans.value(ofRank: rest) ?? 0) * scale.unit
    }
    return (
      total,
      quantiles.indices.map {
        QuantileRank.between(
          values[2 * $0], values[2 * $0 + 1], fraction: quantiles[$0].place(among: total).fraction)
      }
    )
  }
}
