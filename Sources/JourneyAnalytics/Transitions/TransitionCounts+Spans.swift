extension TransitionCounts {
  /// The transitions that all workers counted, with quantiles from the spans they gathered.
  init(
    _ parts: [UnsafeSpanCounts], _ wanted: WantedSpans, _ logs: [UnsafeSpanLog], withDwell: Bool
  ) {
    let itemCount = wanted.itemCount
    self.init(itemCount: itemCount)
    for part in parts {
      journeys += part.journeyCount
      for item in 0..<itemCount { starts[item] += part.starts(item) }
    }
    let rows = Workers.map(itemCount) { from in
      Self.row(from, parts, wanted.piles(ofItem: from, logs), itemCount, withDwell: withDwell)
    }
    edges = rows.flatMap { $0.edges }
    dwell = rows.map { $0.dwell }
    // Every event is a start or follows another; those that no other follows are ends.
    ends = items
    for item in 0..<itemCount { ends[item] -= dwell[item].count }
  }

  /// All edges that leave an item, and their gaps together.
  private static func row(
    _ from: Int, _ parts: [UnsafeSpanCounts], _ piles: SpanPiles, _ itemCount: Int,
    withDwell: Bool
  ) -> (edges: [Edge], dwell: GapSummary) {
    var edges: [Edge] = []
    var whole = GapSummary()
    for to in 0..<itemCount {
      let pair = from * itemCount + to
      var gaps = GapSummary()
      (gaps.count, gaps.quantiles) = piles.summary(to: to..<to + 1)
      if gaps.count == 0 { continue }
      gaps.journeys = parts.reduce(0) { $0 + $1.journeys(ofPair: pair) }
      gaps.sum = parts.reduce(0) { $0 + $1.sum(ofPair: pair) }
      whole.count += gaps.count
      whole.sum += gaps.sum
      edges.append(Edge(from: from, to: to, gaps: gaps))
    }
    if withDwell { whole.quantiles = piles.summary(to: 0..<itemCount).quantiles }
    return (edges, whole)
  }
}
