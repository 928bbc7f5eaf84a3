extension TransitionCounts {
  /// The transitions that all workers counted, with quantiles from the spans they gathered.
  init(
    _ parts: [UnsafeSpanCounts], _ wanted: WantedSpans, _ logs: [UnsafeSpanLog], withDwell: Bool
  ) {
    let itemCount = wanted.itemCount
    self.init(itemCount: itemCount)
    let piles = SpanPiles(wanted, logs)
    for part in parts {
      journeys += part.journeyCount
      for item in 0..<itemCount {
        starts[item] += part.starts[item]
        ends[item] += part.ends[item]
      }
    }
    let rows = Workers.map(itemCount) { from in
      Self.row(from, parts, wanted, piles, withDwell: withDwell)
    }
    edges = rows.flatMap { $0.edges }
    dwell = rows.map { $0.dwell }
  }

  /// All edges that leave an item, and their gaps together.
  private static func row(
    _ from: Int, _ parts: [UnsafeSpanCounts], _ wanted: WantedSpans, _ piles: SpanPiles,
    withDwell: Bool
  ) -> (edges: [Edge], dwell: GapSummary) {
    var edges: [Edge] = []
    var whole = GapSummary()
    let pairs = from * wanted.itemCount..<(from + 1) * wanted.itemCount
    for pair in pairs {
      var gaps = GapSummary()
      gaps.count = wanted.count(ofPair: pair)
      if gaps.count == 0 { continue }
      gaps.journeys = parts.reduce(0) { $0 + $1.journeys(ofPair: pair) }
      gaps.sum = parts.reduce(0) { $0 + $1.sum(ofPair: pair) }
      gaps.quantiles = wanted.quantiles(ofPairs: pair..<pair + 1, piles)
      whole.count += gaps.count
      whole.sum += gaps.sum
      edges.append(Edge(from: from, to: pair - pairs.lowerBound, gaps: gaps))
    }
    if withDwell { whole.quantiles = wanted.quantiles(ofPairs: pairs, piles) }
    return (edges, whole)
  }
}
