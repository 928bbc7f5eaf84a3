import Statistics
import Testing

@testable import JourneyAnalytics

struct FunnelTests {
  private func query(_ world: SmallWorld, _ dice: inout SplitMix64) -> FunnelQuery {
    let level = dice.pick(Level.allCases)
    let names: [String] =
      switch level {
      case .activity: world.activities
      case .touchpoint: world.grouping.touchpoints
      case .stage: world.grouping.stages
      }
    var steps = (0..<1 + dice.below(4)).map { _ in dice.pick(names) }
    if dice.below(2) == 0 { steps = Array(names.shuffled(using: &dice).prefix(4)) }
    let times = world.rows.map(\.time)
    let gaps = times.map { $0 - (times.min() ?? 0) }
    return FunnelQuery(
      steps: steps, by: level, windowMicroseconds: dice.below(4) == 0 ? nil : dice.pick(gaps),
      entry: dice.pick(FunnelQuery.Entry.allCases), mode: dice.pick(FunnelQuery.Mode.allCases))
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `a funnel agrees with its definition`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let query = query(world, &dice)
      let found = try LocalJourneyQueries(world.source())
        .funnel(query, filters, grouping: world.grouping)
      let chains = oracleJourneys(world.rows, filters)
        .map { oracleFunnel(world.steps($0, by: query.by), query) }
      let levels = (0...query.steps.count).map { level in chains.count { $0.count == level } }
      #expect(found.levels == levels, "\(query)")
      #expect(found.journeys == chains.count)
      for (step, shown) in found.steps.enumerated() {
        let reaching = chains.filter { $0.count > step }
        #expect(shown.reached == reaching.count)
        if step == 0 { continue }
        let gaps = reaching.map { $0[step] - $0[step - 1] }
        #expect(near(shown.medianSecondsFromPrevious, oracleQuantile(gaps, 0.5)))
        #expect(near(shown.p90SecondsFromPrevious, oracleQuantile(gaps, 0.9)))
      }
      let whole = chains.filter { $0.count == query.steps.count }
        .map { $0[$0.count - 1] - $0[0] }
      if query.steps.count > 1 {
        #expect(near(found.medianSecondsToConvert, oracleQuantile(whole, 0.5)))
        #expect(near(found.p90SecondsToConvert, oracleQuantile(whole, 0.9)))
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `funnels keep their relations`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let world = SmallWorld(&dice)
      let queries = LocalJourneyQueries(world.source())
      var query = query(world, &dice)
      func reached(_ query: FunnelQuery) throws -> [Int] {
        try queries.funnel(query, grouping: world.grouping).steps.map(\.reached)
      }
      let counts = try reached(query)
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
      if let window = query.windowMicroseconds {
        var longer = query
        longer.windowMicroseconds = window + Int64(dice.below(5)) * 1_000_000
        #expect(zip(counts, try reached(longer)).allSatisfy { $0 <= $1 })
        longer.windowMicroseconds = nil
        #expect(zip(counts, try reached(longer)).allSatisfy { $0 <= $1 })
      }
      query.entry = .best
      query.mode = .strict
      let strict = try reached(query)
      query.mode = .ordered
      let ordered = try reached(query)
      query.mode = .any
      let any = try reached(query)
      #expect(zip(strict, ordered).allSatisfy { $0 <= $1 })
      #expect(zip(ordered, any).allSatisfy { $0 <= $1 })
      query.mode = .ordered
      query.windowMicroseconds = nil
      let best = try queries.funnel(query, grouping: world.grouping)
      query.entry = .first
      var first = try queries.funnel(query, grouping: world.grouping)
      first.entry = .best
      #expect(best == first)
    }
  }

  @Test func `a funnel over repeated steps takes one event for each`() throws {
    let rows = ["a", "a", "b"].enumerated().map {
      Row(customer: "1", time: Int64($0.offset), activity: $0.element)
    }
    let queries = LocalJourneyQueries(
      PlainSource(rows + [Row(customer: "2", time: 0, activity: "a")]))
    let funnel = try queries.funnel(FunnelQuery(steps: ["a", "a", "b"]))
    #expect(funnel.steps.map(\.reached) == [2, 1, 1])
    #expect(funnel.levels == [0, 1, 0, 1])
  }
}
