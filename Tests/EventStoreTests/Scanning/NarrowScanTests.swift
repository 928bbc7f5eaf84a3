import Testing

@testable import EventStore

struct NarrowScanTests {
  private struct Journey: Hashable {
    var customer: Int
    var activities: [UInt32]
    /// Microseconds from each event to the next.
    var gaps: [Int64]
  }

  private func journeys(
    _ log: EventLog, _ events: EventForm
  ) throws -> (journeys: [Journey], narrow: Int) {
    let unit = log.timeUnit
    let parts = try log.scan(ScanColumns(events: events), into: { ([Journey](), 0) }) {
      (found: inout ([Journey], Int), chunk) in
      found.1 += chunk.isNarrow ? 1 : 0
      for customer in 0..<chunk.customerCount {
        let rows = Int(chunk.offsets[customer])..<Int(chunk.offsets[customer + 1])
        var journey = Journey(
          customer: chunk.firstCustomer + customer,
          activities: rows.map {
            chunk.isNarrow ? UInt32(chunk.codes[$0]) : chunk.activities[$0]
          }, gaps: [])
        if chunk.isNarrow, events == .narrow {
          journey.gaps = rows.dropLast().map {
            Int64(chunk.ticks[$0 + 1] &- chunk.ticks[$0]) * unit
          }
        } else if events != .codesOnly {
          journey.gaps = rows.dropLast().map { chunk.times[$0 + 1] - chunk.times[$0] }
        }
        found.0.append(journey)
      }
    }
    return (
      parts.flatMap { $0.0 }.sorted { $0.customer < $1.customer },
      parts.reduce(0) { $0 + $1.1 }
    )
  }

  private func check(_ log: EventLog, isNarrow: Bool) throws {
    let full = try journeys(log, .full)
    let narrow = try journeys(log, .narrow)
    let codes = try journeys(log, .codesOnly)
    #expect(full.narrow == 0)
    #expect((narrow.narrow > 0) == isNarrow)
    #expect(narrow.journeys == full.journeys)
    #expect(
      codes.journeys.map { [$0.activities] } == full.journeys.map { [$0.activities] })
  }

  /// Spans that fill their bits, wherever a block changes from absolute times to gaps.
  @Test(arguments: [1, 3, 12, 24, 30])
  func `narrow columns say the same as full ones`(bits: Int) throws {
    var random = SplitMix64(seed: UInt64(bits))
    for unit in [1, 1_000, 1_000_000, 60_000_000] as [Int64] {
      for spread in [0, bits / 2, bits] {
        let folder = try TemporaryFolder()
        var arrivals: [Arrival] = []
        for customer in 0..<60 {
          var time = Int64.random(in: 0..<1 << Int64(bits), using: &random)
          for _ in 0..<Int.random(in: 1...30, using: &random) {
            let name = "a\(Int.random(in: 0..<5, using: &random))"
            arrivals.append(Arrival(row: EventRow("c\(customer)", time * unit, name)))
            time += Int64.random(in: 0..<1 << Int64(spread), using: &random) >> 5
          }
        }
        try writer(folder).add(arrivals, digest: "x", attributes: [], batch: 500)
        try check(EventLog(directory: folder.path), isNarrow: true)
      }
    }
  }

  @Test func `a block that spans too many ticks comes in full, and its codes do not`() throws {
    let folder = try TemporaryFolder()
    let arrivals = (0..<40).map { index in
      Arrival(row: EventRow("c\(index % 7)", Int64(index) << 30, "a\(index % 3)"))
    }
    try writer(folder).add(arrivals, digest: "x", attributes: [])
    try check(EventLog(directory: folder.path), isNarrow: false)
    #expect(try journeys(EventLog(directory: folder.path), .codesOnly).narrow > 0)
  }

  /// Segments of a run have dictionaries and units of their own.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `segments of different codes and units are narrow alike`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    var arrivals: [Arrival] = []
    for customer in 0..<300 {
      let unit: Int64 = customer < 150 ? 60_000_000 : 1_000_000
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        let name = "a\((customer / 40 + Int.random(in: 0..<3, using: &random)) * 7 % 10)"
        let id = String(customer + 1_000)
        arrivals.append(
          Arrival(row: EventRow(id, Int64.random(in: 0..<5_000, using: &random) * unit, name)))
      }
    }
    arrivals.shuffle(using: &random)
    let writer = try writer(folder, runRows: 200)
    try writer.add(arrivals, digest: "x", attributes: [], batch: 100)
    try writer.compact()
    let log = try EventLog(directory: folder.path)
    try check(log, isNarrow: log.runs.count == 1)
  }

  @Test(arguments: [255, 256, 257])
  func `codes are narrow as long as all activities have one`(count: Int) throws {
    let folder = try TemporaryFolder()
    let arrivals = (0..<2_000).map { index in
      Arrival(row: EventRow("c\(index % 90)", Int64(index) * 1_000, "a\(index % count)"))
    }
    try writer(folder).add(arrivals, digest: "x", attributes: [], batch: 700)
    try check(EventLog(directory: folder.path), isNarrow: count <= 256)
  }
}
