/// Counts adjacent pairs of events and collects their gaps; also what dwell per event is read from.
struct TransitionTally: Sendable {
  private var index: EdgeIndex
  private let gaps = UnsafeGapStore()
  private var starts: [Int]
  private var ends: [Int]
  private var journeys: UInt32 = 0

  init(itemCount: Int) {
    index = EdgeIndex(itemCount: itemCount)
    starts = [Int](repeating: 0, count: itemCount)
    ends = starts
  }

  mutating func take(_ chunk: CaseChunk) {
    let items = chunk.items.span
    let times = chunk.times.span
    for journey in 0..<chunk.journeyCount {
      let events = chunk.events(ofJourney: journey)
      if events.isEmpty { continue }
      journeys += 1
      var from = Int(items[events.lowerBound])
      var before = times[events.lowerBound]
      starts[from] += 1
      for event in events.lowerBound + 1..<events.upperBound {
        let to = Int(unsafe items[unchecked: event])
        let time = unsafe times[unchecked: event]
        let slot = index.slot(from, to) ?? addEdge(from, to)
        gaps.add(time &- before, to: slot, journey: journeys)
        from = to
        before = time
      }
      ends[from] += 1
    }
  }

  @inline(never)
  private mutating func addEdge(_ from: Int, _ to: Int) -> Int {
    let slot = index.add(from, to)
    let added = gaps.addSlot()
    assert(slot == added)
    return slot
  }

  /// The edges of all workers' tallies, with quantiles.
  static func merged(_ tallies: [TransitionTally], itemCount: Int) -> TransitionCounts {
    let table = GapTable(tallies.map { ($0.gaps, $0.index.keys) })
    var counts = TransitionCounts(itemCount: itemCount)
    var groups: [Range<Int>] = []
    var place = 0
    for item in 0..<itemCount {
      let start = place
      while place < table.keys.count, EdgeIndex.from(table.keys[place]) == item { place += 1 }
      groups.append(start..<place)
    }
    let (edges, dwell) = table.summaries([.median, .p90], groups: groups)
    counts.dwell = dwell
    for (key, gaps) in zip(table.keys, edges) {
      counts.edges.append(
        TransitionCounts.Edge(from: EdgeIndex.from(key), to: EdgeIndex.to(key), gaps: gaps))
    }
    for tally in tallies {
      counts.journeys += Int(tally.journeys)
      for item in 0..<itemCount {
        counts.starts[item] += tally.starts[item]
        counts.ends[item] += tally.ends[item]
      }
    }
    return counts
  }
}

/// The transitions of a log in codes.
struct TransitionCounts: Sendable {
  struct Edge: Sendable {
    let from: Int
    let to: Int
    /// Quantiles: median, p90.
    let gaps: GapSummary
  }

  /// Ascending by (from, to).
  var edges: [Edge] = []
  var starts: [Int]
  var ends: [Int]
  /// Journeys with at least one event.
  var journeys = 0
  /// Per item the gaps to the next event; quantiles: median, p90.
  var dwell: [GapSummary] = []

  init(itemCount: Int) {
    starts = [Int](repeating: 0, count: itemCount)
    ends = starts
  }

  /// Events per item: each is a start or the end of a pair.
  var items: [Int] {
    var counts = starts
    for edge in edges { counts[edge.to] += edge.gaps.count }
    return counts
  }

  /// How often one item follows another.
  ///
  /// - Complexity: O(log *n*) in the number of edges.
  func count(from: Int, to: Int) -> Int {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if (edges[middle].from, edges[middle].to) < (from, to) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < edges.count, edges[low].from == from, edges[low].to == to else { return 0 }
    return edges[low].gaps.count
  }

  var eventCount: Int { journeys + edges.reduce(0) { $0 + $1.gaps.count } }
}
