/// Collects what an overview needs besides variants.
struct OverviewTally: Sendable {
  private var events = 0
  private var journeys = 0
  private var customers = 0
  private var isUsed: [Bool]
  private var first = Int64.max
  private var last = Int64.min
  private var ties = 0
  private let durations = UnsafeGapStore()
  private let lengths = UnsafeGapStore(unit: 1)

  init(itemCount: Int) {
    isUsed = [Bool](repeating: false, count: itemCount)
    _ = durations.addSlot()
    _ = lengths.addSlot()
  }

  mutating func take(_ chunk: CaseChunk) {
    var customer = -1
    for journey in 0..<chunk.journeyCount {
      let range = chunk.events(ofJourney: journey)
      if range.isEmpty { continue }
      journeys += 1
      if chunk.customer(ofJourney: journey) != customer {
        customer = chunk.customer(ofJourney: journey)
        customers += 1
      }
      let start = chunk.times[range.lowerBound]
      let end = chunk.times[range.upperBound - 1]
      first = min(first, start)
      last = max(last, end)
      durations.add(end - start, to: 0)
      lengths.add(Int64(range.count), to: 0)
      events += range.count
      var isTied = false
      for event in range.dropFirst() {
        if chunk.times[event] != chunk.times[event - 1] {
          isTied = false
        } else {
          ties += isTied ? 1 : 2
          isTied = true
        }
      }
      for event in range { isUsed[Int(chunk.items[event])] = true }
    }
  }

  static func merged(_ tallies: [OverviewTally], variants: Int, itemCount: Int) -> Overview {
    let durations = GapTable(tallies.map { ($0.durations, [0]) })
      .summaries([.median, .p25, .p75, .p90, .p95])[0]
    let lengths = GapTable(tallies.map { ($0.lengths, [0]) }).summaries([.median])[0]
    let isEmpty = durations.count == 0
    return Overview(
      events: tallies.reduce(0) { $0 + $1.events },
      customers: tallies.reduce(0) { $0 + $1.journeys },
      distinctCustomers: tallies.reduce(0) { $0 + $1.customers },
      activities: (0..<itemCount).count { item in tallies.contains { $0.isUsed[item] } },
      variants: variants,
      firstTime: isEmpty
        ? nil : Instant(microseconds: tallies.reduce(.max) { min($0, $1.first) }),
      lastTime: isEmpty
        ? nil : Instant(microseconds: tallies.reduce(.min) { max($0, $1.last) }),
      medianDurationSeconds: durations.seconds(0), meanDurationSeconds: durations.meanSeconds,
      p25DurationSeconds: durations.seconds(1), p75DurationSeconds: durations.seconds(2),
      p90DurationSeconds: durations.seconds(3), p95DurationSeconds: durations.seconds(4),
      medianEvents: lengths.quantiles.first,
      meanEvents: isEmpty ? nil : Double(lengths.sum) / Double(lengths.count),
      tiedEvents: tallies.reduce(0) { $0 + $1.ties })
  }
}
