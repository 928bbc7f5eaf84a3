import Statistics
import Testing

@testable import JourneyAnalytics

struct WidthTests {
  @Test(arguments: [3, 256, 257, 1_100, 65_537])
  func `logs of any number of activities count paths and edges alike`(count: Int) throws {
    var dice = SplitMix64(seed: UInt64(count))
    let names = (0..<count).map { "a\($0)" }
    let used = [0, 1, count / 2, count - 2, count - 1].map { names[max(0, $0)] }
    let rows = (0..<2_000).map { index in
      Row(customer: "c\(dice.below(700))", time: Int64(index), activity: dice.pick(used))
    }
    func answers(_ names: [String]) throws -> JourneyAnswers {
      var questions = JourneyQuestions()
      questions.transitions = [.activity]
      questions.variants = [VariantQuery(top: 50)]
      questions.time = [.activity]
      return try LocalJourneyQueries(PlainSource(rows, activityNames: names, chunkSizes: [97]))
        .answer(questions, filters: .none, grouping: nil)
    }
    let wide = try answers(names)
    let narrow = try answers([])
    #expect(wide == narrow)
  }

  @Test func `equal hashes and lengths do not make equal variants`() {
    var tally = VariantTally(itemCount: 3)
    let entries = [[0, 1, 2], [0, 1, 1], [0, 1, 2]] as [[UInt32]]
    for items in entries {
      tally.take(
        CaseChunk(
          offsets: [0, 3], times: [0, 0, 0], items: items, firstCustomer: 0))
    }
    tally.forgeEqualHashes()
    let counts = VariantCounts([tally], top: 5, ranks: [0, 1, 2])
    #expect(counts.distinct == 2)
    #expect(counts.top.map(\.items) == [[0, 1, 2], [0, 1, 1]])
    #expect(counts.top.map(\.count) == [2, 1])
  }
}
