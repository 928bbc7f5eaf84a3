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
    // Longer than the sequences whose hash determines them.
    let (long, other) = ([0, 1, 2, 0, 1, 2, 0, 1, 2, 1], [0, 1, 2, 0, 1, 2, 0, 1, 2, 2])
    let tally = VariantTally(itemCount: 3)
    for items in [long, other, long] {
      tally.take(
        CaseChunk(
          offsets: [0, Int32(items.count)], times: items.map { _ in 0 },
          items: items.map { UInt32($0) }, firstCustomer: 0))
    }
    tally.log.forgeEqualHashes()
    let counts = VariantCounts([tally], top: 5, ranks: [0, 1, 2])
    #expect(counts.distinct == 2)
    #expect(counts.top.map(\.items) == [long, other])
    #expect(counts.top.map(\.count) == [2, 1])
  }

  @Test(arguments: [1, 2, 4])
  func `sequences of any length are told apart`(width: Int) {
    var dice = SplitMix64(seed: UInt64(width))
    let itemCount = width == 1 ? 3 : width == 2 ? 300 : 70_000
    var expected: [[Int]: Int] = [:]
    let tallies = (0..<2).map { _ in VariantTally(itemCount: itemCount) }
    for _ in 0..<40 {
      var chunk = CaseChunk(offsets: [0], times: [], items: [], firstCustomer: 0)
      for _ in 0..<200 {
        let length = dice.below(dice.pick([3, 10, 40]))
        let journey = (0..<length).map { _ in dice.below(2) * (itemCount - 1) }
        chunk.items += journey.map { UInt32($0) }
        chunk.times += journey.map { _ in 0 }
        chunk.offsets.append(Int32(chunk.items.count))
        if length > 0 { expected[journey, default: 0] += 1 }
      }
      if width == 1, dice.below(2) == 0 {
        chunk.isNarrow = true
        chunk.codes = chunk.items.map { UInt8($0) }
        (chunk.items, chunk.times) = ([], [])
      }
      tallies[dice.below(2)].take(chunk)
    }
    let ranks = (0..<itemCount).map { UInt32($0) }
    let counts = VariantCounts(tallies, top: 5_000, ranks: ranks)
    #expect(counts.distinct == expected.count)
    #expect(counts.journeys == expected.values.reduce(0, +))
    #expect(counts.top.count == min(5_000, expected.count))
    #expect(counts.top.allSatisfy { expected[$0.items] == $0.count })
    let last = counts.top.last?.count ?? 0
    #expect(expected.count <= 5_000 || expected.values.count { $0 > last } < 5_000)
  }
}
