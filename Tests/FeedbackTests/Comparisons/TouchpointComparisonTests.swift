import Feedback
import Statistics
import Testing

struct TouchpointComparisonTests {
  private let ten = rule(.csat, .oneToTen)

  @Test func `a point of sale at 3 of 10 beside others at 8 needs attention`() throws {
    let found = TouchpointComparison.compare([
      "sale": tally(ten, (0..<40).map { 2 + $0 % 3 }),
      "delivery": tally(ten, (0..<40).map { 7 + $0 % 3 }),
      "support": tally(ten, (0..<40).map { 7 + $0 % 3 }),
      "nobody": tally(ten, []),
    ])
    #expect(found.map(\.touchpointID) == ["sale", "delivery", "support"])
    #expect(found.map(\.isClearlyWorse) == [true, false, false])
    #expect(found[0].score.n == 40 && found[0].others.n == 80)
    #expect(try #require(found[0].adjustedP) < 0.001)
  }

  @Test func `answers that are all alike are compared too`() {
    func all(_ score: Int, _ count: Int) -> ScoreTally<Transactional> {
      tally(ten, [Int](repeating: score, count: count))
    }
    let found = TouchpointComparison.compare(["after": all(8, 50), "purchase": all(3, 50)])
    #expect(found.map(\.touchpointID) == ["purchase", "after"])
    #expect(found.map(\.isClearlyWorse) == [true, false])
    let few = TouchpointComparison.compare(["after": all(8, 50), "purchase": all(3, 4)])
    #expect(few.map(\.isClearlyWorse) == [false, false])
  }

  @Test func `a small difference, or a handful of answers, raises no flag`() {
    let close = TouchpointComparison.compare([
      "a": tally(ten, (0..<40).map { 1 + $0 % 10 }), "b": tally(ten, (0..<40).map { 2 + $0 % 9 }),
    ])
    #expect(close.map(\.isClearlyWorse) == [false, false])
    let few = TouchpointComparison.compare([
      "a": tally(ten, [1, 1, 2, 1]), "b": tally(ten, (0..<40).map { 8 + $0 % 3 }),
    ])
    #expect(few.map(\.isClearlyWorse) == [false, false])
  }

  @Test func `a significant difference with intervals that overlap raises no flag`() throws {
    func satisfied(_ count: Int) -> ScoreTally<Transactional> {
      ScoreTally(rule: rule(.csat), counts: [0, 0, 200 - count, count, 0])
    }
    let found = TouchpointComparison.compare(["a": satisfied(144), "b": satisfied(164)])
    #expect(try #require(found[0].adjustedP) < 0.05)
    #expect(found.map(\.isClearlyWorse) == [false, false])
  }

  @Test func `one touchpoint alone is worse than nothing`() {
    #expect(TouchpointComparison.compare(["a": tally(ten, [1, 2])]).isEmpty)
    #expect(TouchpointComparison.compare([:]).isEmpty)
  }

  @Test func `equal scores are ordered by id`() {
    let same = tally(ten, [5, 6])
    let found = TouchpointComparison.compare(["b": same, "a": same, "я": same, "B": same])
    #expect(found.map(\.touchpointID) == ["B", "a", "b", "я"])
  }
}
