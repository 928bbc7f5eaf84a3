/// Counts how far each journey gets in a funnel and collects the times between its steps.
struct FunnelTally: Sendable {
  private(set) var levels: [Int]
  private let query: FunnelQuery
  private let steps: FunnelSteps
  private let window: Int64
  /// One slot per pair of adjacent steps, then one for the whole way.
  private let gaps = UnsafeGapStore()
  // Scratch, kept between journeys.
  private var events = StepEvents()
  private var earliest: EarliestChain
  private var distinct: DistinctStepChains
  private var repeated: RepeatedStepChains
  /// Nil if the funnel cannot be read from narrow chunks.
  private var marks: FunnelMarks?
  /// Microseconds of a narrow chunk's tick.
  private let unit: Int64
  /// Times at which the steps of the journey's chain were reached.
  private var reached: [Int64] = []

  /// - Parameter unit: microseconds of a narrow chunk's tick.
  init(_ query: FunnelQuery, names: [String], unit: Int64 = 1) {
    self.query = query
    self.unit = unit
    marks = FunnelMarks(query, names: names, unit: unit)
    steps = FunnelSteps(query.steps, names: names)
    window = query.windowMicroseconds ?? .max
    levels = [Int](repeating: 0, count: query.steps.count + 1)
    earliest = EarliestChain(steps)
    distinct = DistinctStepChains(count: query.steps.count)
    repeated = RepeatedStepChains(steps)
    for _ in query.steps.indices { _ = gaps.addSlot() }
  }

  mutating func take(_ chunk: CaseChunk) {
    if chunk.isNarrow {
      takeNarrow(chunk)
      return
    }
    if query.mode == .ordered, steps.areDistinct, steps.count > 0, window >= 0 {
      takeInOrder(chunk)
      return
    }
    events.read(
      chunk, journeys: 0..<chunk.journeyCount, steps, keepingOthers: query.mode == .strict)
    for journey in 0..<chunk.journeyCount {
      reached.removeAll(keepingCapacity: true)
      let range = events.events(ofJourney: journey)
      if range.isEmpty {
        levels[0] += 1
        continue
      }
      switch query.mode {
      case .ordered:
        repeated.follow(events, range, entry: query.entry, window: window, into: &reached)
      case .strict:
        events.sortTies(ofJourney: journey)
        followStrictly(range)
      case .any:
        repeated.followInAnyOrder(events, range, window: window, into: &reached)
      }
      levels[reached.count] += 1
      collect(reached.span)
    }
  }

  /// Each item stands at one step only: most journeys are told by the chain of their first entry.
  private mutating func takeInOrder(_ chunk: CaseChunk) {
    for journey in 0..<chunk.journeyCount {
      if let count = earliest.follow(
        chunk, chunk.events(ofJourney: journey), entry: query.entry, window: window)
      {
        levels[count] += 1
        if count > 1 { collect(earliest.reached.span.extracting(first: count)) }
        continue
      }
      events.read(chunk, journeys: journey..<journey + 1, steps, keepingOthers: false)
      events.sortTies(ofJourney: 0)
      followDistinct()
    }
  }

  private mutating func takeNarrow(_ chunk: CaseChunk) {
    guard var marks = marks.take() else { preconditionFailure("only asked for by who can") }
    marks.read(chunk)
    // Whole levels first: adding to `self.levels` asks each time whether the array is shared.
    var levels = InlineArray<8, Int>(repeating: 0)
    for journey in 0..<chunk.journeyCount {
      guard let count = marks.steps(ofJourney: journey, chunk) else {
        events.read(chunk, journey: journey, unit: unit, marks)
        if marks.hasTies { events.sortTies(ofJourney: 0) }
        followDistinct()
        continue
      }
      levels[count] += 1
      if count < 2 { continue }
      var before: UInt32 = 0
      for step in 1..<count {
        let ticks = marks.ticks(ofJourney: journey, toStep: step)
        gaps.add(Int64(ticks &- before) * unit, to: step - 1)
        before = ticks
      }
      if count == steps.count { gaps.add(Int64(before) * unit, to: count - 1) }
    }
    for count in self.levels.indices { self.levels[count] += levels[count] }
    self.marks = marks
  }

  /// Follows the one journey in `events`, in order of (time, step); steps are all distinct.
  private mutating func followDistinct() {
    reached.removeAll(keepingCapacity: true)
    distinct.follow(
      events, events.events(ofJourney: 0), entry: query.entry, window: window, into: &reached)
    levels[reached.count] += 1
    collect(reached.span)
  }

  private func collect(_ reached: Span<Int64>) {
    guard reached.count > 1 else { return }
    for step in 1..<reached.count { gaps.add(reached[step] - reached[step - 1], to: step - 1) }
    if reached.count == steps.count {
      gaps.add(reached[reached.count - 1] - reached[0], to: steps.count - 1)
    }
  }

  /// Reads until the first event that is no step, or a step whose predecessor was not reached.
  private mutating func followStrictly(_ range: Range<Int>) {
    var start = [Int64](repeating: .min, count: steps.count)
    var isReading = false
    for index in range {
      let time = events.times[index]
      let kind = events.kinds[index]
      if !isReading {
        guard kind == 0 else { continue }
        isReading = true
      }
      guard kind >= 0 else { return }
      // An event serves one step: of an item's steps the furthest it can reach.
      let served = steps.stepsOfKind[Int(kind)].last { step in
        step == 0 || (step <= reached.count && time - start[step - 1] <= window)
      }
      guard let step = served else {
        if steps.stepsOfKind[Int(kind)].allSatisfy({ $0 > reached.count }) { return }
        continue
      }
      if step == 0 {
        start[0] = time
        if reached.isEmpty { reached.append(time) }
      } else {
        start[step] = start[step - 1]
        if step == reached.count { reached.append(time) }
      }
    }
  }

  static func merged(_ tallies: [FunnelTally], _ query: FunnelQuery) -> Funnel {
    var levels = [Int](repeating: 0, count: query.steps.count + 1)
    for tally in tallies {
      for level in levels.indices { levels[level] += tally.levels[level] }
    }
    let keys = query.steps.indices.map { UInt64($0) }
    let table = GapTable(tallies.map { ($0.gaps, keys) })
    return Funnel(query, levels: levels, gaps: table.summaries([.median, .p90]))
  }
}
