/// The wanted spans that begin at one item, pile after pile.
struct SpanPiles: Sendable {
  private let row: SpanRow
  private let quantiles: [QuantileRank]
  /// Microseconds of a tick.
  private let unit: Int64
  /// Ticks.
  private var spans: [Int64]
  /// By pile: the next free place.
  private var cursors: [Int]

  init(row: SpanRow, quantiles: [QuantileRank], unit: Int64) {
    self.row = row
    self.quantiles = quantiles
    self.unit = unit
    spans = [Int64](repeating: 0, count: row.wantedCount)
    cursors = row.starts
  }

  /// - Parameter cell: the span's place by item that follows and class.
  @inline(__always)
  mutating func add(_ ticks: UInt64, toCell cell: Int) {
    guard let pile = row.pile(cell) else { preconditionFailure("a wanted span") }
    spans[cursors[pile]] = Int64(bitPattern: ticks)
    cursors[pile] += 1
  }

  var isComplete: Bool { Array(cursors.dropLast()) == Array(row.starts.dropFirst()) }

  /// How many spans lead to some items, and their quantiles in microseconds (none if there are no spans).
  func summary(to next: Range<Int>) -> (count: Int, quantiles: [Double]) {
    let counts = row.counts(next)
    let total = counts.reduce(0, +)
    guard total > 0 else { return (0, []) }
    var gathered: (place: Int, spans: SpanSelection)?
    let values = SpanRow.ranks(total, quantiles).map { rank in
      let (place, rest) = SpanRow.place(ofRank: rank, in: counts)
      if gathered?.place != place {
        let ranges = next.compactMap { item in
          row.pile(item * SpanScale.count + place).map { row.starts[$0]..<row.starts[$0 + 1] }
        }
        gathered = (place, SpanSelection(spans, ranges))
      }
      return (gathered?.spans.value(ofRank: rest) ?? 0) * unit
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
