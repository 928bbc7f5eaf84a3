import Statistics
import Testing

@testable import JourneyAnalytics

struct VisitLimitTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `time beyond the planned time of a stage agrees with its definition`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let names = world.grouping.stages
      let limits = names.map { _ in
        dice.below(3) == 0 ? nil : Int64(dice.below(6)) * 1_000_000
      }
      var questions = JourneyQuestions()
      questions.stageLimits = limits
      let found = try LocalJourneyQueries(world.source())
        .answer(questions, filters: filters, grouping: world.grouping).stageLimits
      var visits = names.map { _ in [(customer: String, span: Int64)]() }
      for journey in oracleJourneys(world.rows, filters) {
        let steps = world.steps(journey, by: .stage)
        for (place, step) in steps.enumerated()
        where place == 0 || steps[place - 1].name != step.name {
          guard let end = steps[place...].first(where: { $0.name != step.name }),
            let stage = names.firstIndex(of: step.name)
          else { continue }
          visits[stage].append((journey.customer, end.time - step.time))
        }
      }
      #expect(found.count == names.count)
      for (stage, limit) in limits.enumerated() {
        guard let limit else {
          #expect(found[stage] == nil)
          continue
        }
        let beyond = visits[stage].filter { $0.span > limit }
        let customers = Set(visits[stage].map(\.customer)).count
        let late = Set(beyond.map(\.customer)).count
        let excess = try #require(found[stage])
        #expect(excess.customers == customers)
        #expect(excess.customersBeyond == late)
        #expect(near(excess.customerShare, customers == 0 ? nil : Double(late) / Double(customers)))
        let wasted = beyond.reduce(0) { $0 + $1.span - limit }
        #expect(near(excess.totalSecondsBeyond, Double(wasted) / 1e6))
      }
    }
  }

  @Test func `the ends of a median's interval are order statistics around it`() {
    // n = 100: ranks 40 and 61 counted from 1, the usual table's interval.
    #expect(QuantileRank.medianLow.place(among: 100).rank == 39)
    #expect(QuantileRank.medianHigh.place(among: 100).rank == 60)
    #expect(QuantileRank.medianLow.place(among: 1).rank == 0)
    #expect(QuantileRank.medianHigh.place(among: 1).rank == 0)
    #expect(QuantileRank.medianLow.place(among: 5).rank == 0)
    #expect(QuantileRank.medianHigh.place(among: 5).rank == 4)
  }
}
