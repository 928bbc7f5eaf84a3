/// The events of a chunk that matter to a funnel: their times and kinds, journey by journey.
struct StepEvents: Sendable {
  private(set) var times: [Int64] = []
  /// -1 is "no step".
  private(set) var kinds: [Int32] = []
  /// Journey *i* owns events `offsets[i] ..< offsets[i + 1]`.
  private var offsets: [Int] = []

  func events(ofJourney journey: Int) -> Range<Int> { offsets[journey]..<offsets[journey + 1] }

  /// Reads some journeys of a chunk; the first of them is journey 0 from now on.
  ///
  /// - Parameter keepingOthers: whether events that are no step are kept, as kind -1.
  mutating func read(
    _ chunk: CaseChunk, journeys: Range<Int>, _ steps: FunnelSteps, keepingOthers: Bool
  ) {
    if times.count < chunk.eventCount {
      times = [Int64](repeating: 0, count: chunk.eventCount)
      kinds = [Int32](repeating: 0, count: chunk.eventCount)
    }
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
    Self.fill(
      &times, &kinds, &offsets, from: chunk, journeys, steps, least: keepingOthers ? -1 : 0)
  }

  /// Reads one journey of a narrow chunk, which is journey 0 from now on; its times begin at 0.
  ///
  /// - Parameter unit: microseconds of a tick.
  mutating func read(_ chunk: CaseChunk, journey: Int, unit: Int64, _ marks: FunnelMarks) {
    let range = chunk.events(ofJourney: journey)
    if times.count < range.count {
      times = [Int64](repeating: 0, count: range.count)
      kinds = [Int32](repeating: 0, count: range.count)
    }
    let kept = Self.fill(&times, &kinds, from: chunk.ticks.span, range, unit, marks)
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
    offsets.append(kept)
  }

  /// - Returns: how many steps there are.
  private static func fill(
    _ times: inout [Int64], _ kinds: inout [Int32], from ticks: Span<UInt32>, _ range: Range<Int>,
    _ unit: Int64, _ marks: FunnelMarks
  ) -> Int {
    var times = times.mutableSpan
    var kinds = kinds.mutableSpan
    let first = ticks[range.lowerBound]
    var kept = 0
    marks.eachStep(range) { event, step in
      times[kept] = Int64(ticks[event] &- first) * unit
      kinds[kept] = Int32(truncatingIfNeeded: step)
      kept &+= 1
    }
    return kept
  }

  private static func fill(
    _ times: inout [Int64], _ kinds: inout [Int32], _ offsets: inout [Int],
    from chunk: CaseChunk, _ journeys: Range<Int>, _ steps: FunnelSteps, least: Int32
  ) {
    let items = chunk.items.span
    let sourceTimes = chunk.times.span
    let kindOfItem = steps.kindOfItem.span
    var newTimes = times.mutableSpan
    var newKinds = kinds.mutableSpan
    var kept = 0
    for journey in journeys {
      // Written at the next free place, which only moves on after a step: no branch to guess.
      for event in chunk.events(ofJourney: journey) {
        let kind = kindOfItem[Int(unsafe items[unchecked: event])]
        unsafe newTimes[unchecked: kept] = sourceTimes[unchecked: event]
        unsafe newKinds[unchecked: kept] = kind
        kept += kind >= least ? 1 : 0
      }
      offsets.append(kept)
    }
  }

  /// Puts a journey's events of equal time in order of kinds, those that are no step first.
  mutating func sortTies(ofJourney journey: Int) {
    let range = events(ofJourney: journey)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, times[end] == times[start] { end += 1 }
      if end - start > 1 { kinds[start..<end].sort() }
      start = end
    }
  }
}
