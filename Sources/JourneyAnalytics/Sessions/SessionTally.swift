/// Counts sessions, their lengths and durations.
struct SessionTally: Sendable {
  private let rule: SessionRule
  private var cutter = SessionCutter()
  private var events: [Int] = []
  private var sessions = 0
  private var journeys = 0
  private let durations = UnsafeGapStore()
  private let lengths = UnsafeGapStore(unit: 1)

  init(_ rule: SessionRule) {
    self.rule = rule
    _ = durations.addSlot()
    _ = lengths.addSlot()
  }

  mutating func take(_ chunk: CaseChunk) {
    for journey in 0..<chunk.journeyCount {
      let range = chunk.events(ofJourney: journey)
      if range.isEmpty { continue }
      journeys += 1
      events.removeAll(keepingCapacity: true)
      events.append(contentsOf: range)
      switch rule {
      case .column: cutter.sort(&events, bySessions: chunk.sessions)
      case .timeout(let timeout): cutter.cut(events, times: chunk.times, timeout: timeout)
      }
      for session in cutter.sessions {
        sessions += 1
        let start = chunk.times[events[session.lowerBound]]
        durations.add(chunk.times[events[session.upperBound - 1]] - start, to: 0)
        lengths.add(Int64(session.count), to: 0)
      }
    }
  }

  static func merged(_ tallies: [SessionTally], rule: SessionRule) -> Sessions {
    let quantiles = [QuantileRank.median, .p90]
    let durations = GapTable(tallies.map { ($0.durations, [0]) }).summaries(quantiles)[0]
    let lengths = GapTable(tallies.map { ($0.lengths, [0]) }).summaries(quantiles)[0]
    let timeout: Double? =
      if case .timeout(let microseconds) = rule { Double(microseconds) / 1e6 } else { nil }
    return Sessions(
      sessions: tallies.reduce(0) { $0 + $1.sessions },
      customers: tallies.reduce(0) { $0 + $1.journeys }, timeoutSeconds: timeout,
      medianEvents: lengths.quantiles.first, p90Events: lengths.quantiles.last,
      medianDurationSeconds: durations.seconds(0), meanDurationSeconds: durations.meanSeconds,
      p90DurationSeconds: durations.seconds(1))
  }
}
