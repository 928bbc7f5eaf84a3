/// Measures visits: maximal runs of adjacent events in one item, from the first event to the next event outside it.
struct VisitTally: Sendable {
  private let spans = UnsafeGapStore()
  private var open: [Int]
  private let itemCount: Int

  init(itemCount: Int) {
    self.itemCount = itemCount
    open = [Int](repeating: 0, count: itemCount)
    for _ in 0..<itemCount { _ = spans.addSlot() }
  }

  mutating func take(_ chunk: CaseChunk) {
    let items = chunk.items.span
    let times = chunk.times.span
    for journey in 0..<chunk.journeyCount {
      let events = chunk.events(ofJourney: journey)
      if events.isEmpty { continue }
      var item = items[events.lowerBound]
      var entered = times[events.lowerBound]
      for event in events.lowerBound + 1..<events.upperBound {
        let next = unsafe items[unchecked: event]
        if next == item { continue }
        let time = unsafe times[unchecked: event]
        spans.add(time &- entered, to: Int(item))
        item = next
        entered = time
      }
      open[Int(item)] += 1
    }
  }

  /// Per item the finished visits and the number of open ones.
  ///
  /// Quantiles: median, p90, and the ends of the median's interval.
  static func merged(
    _ tallies: [VisitTally], itemCount: Int
  ) -> (visits: [GapSummary], open: [Int]) {
    let keys = (0..<UInt64(itemCount)).map { $0 }
    let table = GapTable(tallies.map { ($0.spans, keys) })
    var open = [Int](repeating: 0, count: itemCount)
    for tally in tallies {
      for item in 0..<itemCount { open[item] += tally.open[item] }
    }
    return (table.summaries([.median, .p90, .medianLow, .medianHigh]), open)
  }
}
