import Feedback
import Statistics
import Testing

struct ScoreTrendTests {
  private func trend(
    _ scores: [(Int64?, Int)], boundaries: [Int64]
  ) -> ScoreTrend<Transactional> {
    ScoreTrend(
      rule: rule(.rating), boundaries: boundaries,
      scores: scores.map { (time: $0.0, score: $0.1, weight: .one) })
  }

  @Test func `periods hold their start and not their end`() {
    let found = trend(
      [(9, 1), (10, 2), (19, 3), (20, 4), (29, 5), (30, 1), (nil, 1)], boundaries: [10, 20, 30])
    #expect(found.points.map(\.tally.n) == [2, 2])
    #expect(found.points.map { $0.score?.mean.value } == [2.5, 4.5])
    #expect(found.answersOutside == 3)
    #expect(found.points.map(\.start) == [10, 20] && found.points.map(\.end) == [20, 30])
  }

  @Test func `an empty period is a gap, and changes step over it`() throws {
    let found = trend(
      [(0, 1), (1, 2), (20, 5), (21, 4)], boundaries: [0, 10, 20, 30, 40])
    #expect(found.points.map { $0.score == nil } == [false, true, false, true])
    let changes = found.changes
    #expect(changes.map(\.from) == [0] && changes.map(\.to) == [2])
    #expect(try #require(changes.first).change.difference == 3)
  }

  @Test func `no periods hold nothing`() {
    #expect(trend([(0, 1)], boundaries: []).points.isEmpty)
    #expect(trend([(0, 1)], boundaries: [0]).answersOutside == 1)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `every answer is in the one period that holds its time`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let boundaries = Array(Set((0..<2 + random.below(8)).map { _ in Int64(random.below(60)) }))
      .sorted()
    let scores = (0..<100).map { _ in
      (Int64?.some(Int64(random.below(70) - 5)), 1 + random.below(5))
    }
    let found = trend(scores, boundaries: boundaries)
    for point in found.points {
      let inside = scores.filter { point.start <= ($0.0 ?? 0) && ($0.0 ?? 0) < point.end }
      #expect(point.tally == tally(rule(.rating), inside.map(\.1)))
    }
    #expect(found.points.reduce(found.answersOutside) { $0 + $1.tally.n } == scores.count)
  }

  @Test func `a survey's trend is of the survey's kind`() {
    let results = SurveyResults(
      survey: shopSurvey, answers: [shopAnswer(["stars": .score(4)], time: 5), shopAnswer([:])])
    if case .transactional(let trend)? = results.trend(of: "stars", boundaries: [0, 10]) {
      #expect(trend.points.map(\.tally.n) == [1] && trend.answersOutside == 0)
    } else {
      Issue.record("a touchpoint survey is transactional")
    }
    #expect(results.trend(of: "paid", boundaries: [0, 10]) == nil)
  }
}
