import Feedback
import Foundation
import Statistics
import Testing

struct ScoreTests {
  @Test(arguments: [
    (90, 70, 40, 25.0, 14.090014, 35.171070), (10, 0, 0, 100, 47.503552, 100),
    (5, 0, 5, 0, -51.127394, 51.127394),
  ])
  func `NPS agrees with the definitions`(
    promoters: Int, passives: Int, detractors: Int, value: Double, low: Double, high: Double
  ) throws {
    let tally: ScoreTally<Relationship> = netPromoter(promoters, passives, detractors)
    let score = try #require(tally.score)
    #expect(score.primary.measure == .netPromoter && score.secondary == nil)
    #expect(score.primary.estimate.value == value)
    #expect(abs(try #require(score.primary.estimate.low) - low) < 1e-6)
    #expect(abs(try #require(score.primary.estimate.high) - high) < 1e-6)
    #expect(score.promoters == promoters && score.detractors == detractors)
    #expect(score.passives == passives && score.n == promoters + passives + detractors)
    #expect(score.surveyKind == .relationship)
  }

  @Test(arguments: [
    (164, 200, 0.82, 76.088525, 86.705374), (10, 10, 1, 72.246720, 100), (0, 10, 0, 0, 27.753280),
  ])
  func `CSAT on five is a top-two share with the mean beside it`(
    satisfied: Int, n: Int, share: Double, low: Double, high: Double
  ) throws {
    let scores = (0..<n).map { $0 < satisfied ? 4 + $0 % 2 : 1 + $0 % 3 }
    let score = try #require(tally(rule(.csat), scores).score)
    #expect(score.primary.measure == .topShare && score.secondary?.measure == .mean)
    #expect(score.primary.estimate.value == share)
    #expect(abs(try #require(score.primary.estimate.low) * 100 - low) < 1e-6)
    #expect(abs(try #require(score.primary.estimate.high) * 100 - high) < 1e-6)
    let mean = Double(scores.reduce(0, +)) / Double(n)
    #expect(abs(try #require(score.reading(.mean)).estimate.value - mean) < 1e-12)
  }

  @Test func `CSAT on ten shows the mean first and the top-three share second`() throws {
    let score = try #require(tally(rule(.csat, .oneToTen), [10, 9, 8, 7, 1]).score)
    #expect(score.primary.measure == .mean && score.primary.estimate.value == 7)
    #expect(score.secondary?.measure == .topShare && score.secondary?.estimate.value == 0.6)
  }

  @Test func `CES agrees with the definitions`() throws {
    let counts = [4, 6, 10, 20, 40, 70, 50]
    let tally = ScoreTally<Transactional>(rule: rule(.ces), counts: counts)
    let score = try #require(tally.score)
    #expect(score.counts == counts && score.n == 200)
    #expect(score.primary.measure == .mean && score.primary.estimate == score.mean)
    #expect(abs(score.mean.value - 5.48) < 1e-12)
    #expect(abs(try #require(score.mean.low) - 5.283041) < 1e-6)
    #expect(abs(try #require(score.mean.high) - 5.676959) < 1e-6)
    #expect(score.secondary?.measure == .topShare && score.secondary?.estimate.value == 0.8)
  }

  @Test func `a rating shows its mean, and a share only where one is defined`() throws {
    let stars = try #require(tally(rule(.rating), [5, 4, 1]).score)
    #expect(stars.primary.measure == .mean && stars.secondary?.measure == .topShare)
    let wide = try #require(ScoreScale(min: -3, max: 3))
    let score = try #require(tally(rule(.rating, wide), [-3, 3, 3]).score)
    #expect(score.mean.value == 1 && score.secondary == nil)
    #expect(score.counts == [1, 0, 0, 0, 0, 0, 2])
  }

  @Test(arguments: ScoreKind.allCases)
  func `no answers give no score`(kind: ScoreKind) {
    let empty = ScoreTally<Transactional>(rule: rule(kind))
    #expect(empty.score == nil && empty.n == 0 && empty.effectiveN == 0)
    for measure in ScoreMeasure.allCases { #expect(empty.estimate(of: measure) == nil) }
  }

  @Test func `a score off the scale is not counted`() {
    var tally = ScoreTally<Transactional>(rule: rule(.nps))
    let taken = [-1, 11, 10, 0, Int.max, Int.min].map { tally.add($0) }
    #expect(taken == [false, false, true, true, false, false])
    #expect(tally.n == 2)
  }

  @Test func `measures are defined on their scales only`() throws {
    #expect(ScoreRule(kind: .nps, scale: .oneToTen) == nil)
    #expect(ScoreRule(kind: .csat, scale: .oneToSeven) == nil)
    #expect(ScoreRule(kind: .ces, scale: .oneToFive) == nil)
    #expect(ScoreRule(kind: .rating, scale: .oneToSeven) != nil)
    #expect(ScoreScale(min: 3, max: 3) == nil && ScoreScale(min: 0, max: 2_000) == nil)
    #expect(ScoreScale(min: Int.min, max: Int.max) == nil)
    let broken = Data(#"{"kind":"nps","scale":{"min":1,"max":5}}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ScoreRule.self, from: broken)
    }
  }

  @Test func `weights move shares, and narrow what they are worth`() throws {
    var tally = ScoreTally<Transactional>(rule: rule(.csat))
    tally.add(5, weight: try #require(Weight(3)))
    tally.add(1)
    let score = try #require(tally.score)
    #expect(score.n == 2 && score.effectiveN == 1.6)
    #expect(score.primary.estimate.value == 0.75 && score.mean.value == 4)
    #expect(
      score.primary.estimate.interval == Proportion.wilson(successes: 0.75 * 1.6, of: 1.6))
  }

  @Test(arguments: ScoreKind.allCases)
  func `equal weights of any size change no digit`(kind: ScoreKind) throws {
    var random = SplitMix64(seed: 4)
    var plain = ScoreTally<Transactional>(rule: rule(kind))
    var weighted = plain
    for _ in 0..<137 {
      let score = kind.usualScale.min + random.below(kind.usualScale.values.count)
      plain.add(score)
      weighted.add(score, weight: try #require(Weight(0.3333)))
    }
    let one = try #require(plain.score)
    let other = try #require(weighted.score)
    #expect(one.effectiveN == 137 && other.effectiveN == 137)
    if kind == .nps || kind == .csat { #expect(one.primary == other.primary) }
    #expect(abs(one.mean.value - other.mean.value) < 1e-12)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `parts merged in any order are the whole`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var whole = ScoreTally<Relationship>(rule: rule(.nps))
    var parts = [ScoreTally<Relationship>](repeating: whole, count: 5)
    for _ in 0..<300 {
      let score = random.below(11)
      let weight = try #require(Weight(tenThousandths: 1 + random.below(30_000)))
      whole.add(score, weight: weight)
      parts[random.below(5)].add(score, weight: weight)
    }
    parts.shuffle(using: &random)
    var merged = ScoreTally<Relationship>(rule: rule(.nps))
    for part in parts { merged.merge(part) }
    #expect(merged == whole && merged.score == whole.score)
    #expect(whole.effectiveN < 300)
    let estimate = try #require(whole.score).primary.estimate
    #expect(try #require(estimate.interval).contains(estimate.value))
  }

  @Test func `a score survives JSON`() throws {
    let score = try #require(tally(rule(.ces), [1, 5, 7]).score)
    let copy = try JSONDecoder().decode(Score.self, from: JSONEncoder().encode(score))
    #expect(copy == score)
  }

  @Test(arguments: [
    (0, SampleBase.none), (1, .tooFewToShare), (4, .tooFewToShare), (5, .low), (29, .low),
    (30, .enough),
  ])
  func `small samples are marked`(n: Int, base: SampleBase) {
    #expect(SampleBase(n: n) == base)
    #expect(SampleBase(n: n).isLow == (1..<30).contains(n))
  }
}
