import EventStore
import Statistics
import Testing

@testable import JourneyAnalytics

struct NarrowTests {
  /// Questions that narrow chunks can answer.
  private func questions(_ world: SmallWorld, _ dice: inout SplitMix64) -> JourneyQuestions {
    var questions = JourneyQuestions()
    if dice.below(3) > 0 { questions.transitions = [.activity] }
    if dice.below(3) > 0 { questions.dwell = [.activity] }
    if dice.below(3) > 0 { questions.variants = [VariantQuery(top: 1 + dice.below(8))] }
    for _ in 0..<dice.below(4) {
      var names = world.activities
      names.shuffle(using: &dice)
      questions.funnels.append(
        FunnelQuery(
          steps: Array(names.prefix(1 + dice.below(6))),
          windowMicroseconds: dice.pick([
            nil, 0, world.unit, 5 * world.unit + world.unit / 2, 60 * world.unit, .max,
          ]),
          entry: dice.pick(FunnelQuery.Entry.allCases)))
    }
    return questions
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `narrow chunks give the same answers, also among others`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let world = SmallWorld(&dice, customers: 1 + dice.below(30), events: 200)
      let questions = questions(world, &dice)
      let full = try LocalJourneyQueries(world.source())
        .answer(questions, filters: .none, grouping: world.grouping)
      for narrow in [[true], [true, false, false], [false, true]] {
        let source = world.source(chunkSizes: [1 + dice.below(9)], narrow: narrow)
        let found = try LocalJourneyQueries(source)
          .answer(questions, filters: .none, grouping: world.grouping)
        #expect(found == full)
      }
    }
  }

  @Test(arguments: [1, 6, 7])
  func `funnels of any number of steps are answered from a source that can be narrow`(
    count: Int
  ) throws {
    let names = (0..<8).map { "a\($0)" }
    var dice = SplitMix64(seed: UInt64(count))
    let rows = (0..<3_000).map { _ in
      Row(
        customer: "c\(dice.below(100))", time: Int64(dice.below(3_000)), activity: dice.pick(names))
    }
    let query = FunnelQuery(steps: Array(names.prefix(count)), windowMicroseconds: 1_500)
    let full = try LocalJourneyQueries(PlainSource(rows)).funnel(query)
    let source = PlainSource(rows, chunkSizes: [9], narrow: [true])
    #expect(try LocalJourneyQueries(source).funnel(query) == full)
  }

  @Test(arguments: [64, 65, 256, 257])
  func `logs of any number of activities are answered from a source that can be narrow`(
    count: Int
  ) throws {
    let names = (0..<count).map { "a\($0)" }
    var dice = SplitMix64(seed: UInt64(count))
    let rows = (0..<3_000).map { index in
      Row(
        customer: "c\(dice.below(300))", time: Int64(index) * 1_000_000,
        activity: dice.pick(names))
    }
    var questions = JourneyQuestions()
    questions.variants = [VariantQuery(top: 50)]
    questions.funnels = [FunnelQuery(steps: [names[count - 1], names[0]])]
    for asksDwell in [false, true] {
      if asksDwell { questions.dwell = [.activity] }
      let full = try LocalJourneyQueries(PlainSource(rows, activityNames: names))
        .answer(questions, filters: .none, grouping: nil)
      let source = PlainSource(
        rows, activityNames: names, chunkSizes: [11], timeUnit: 1_000_000, narrow: [true])
      let found = try LocalJourneyQueries(source)
        .answer(questions, filters: .none, grouping: nil)
      #expect(found == full)
    }
  }
}
