import Statistics
import Testing

struct MeanSummaryTests {
  @Test func `the effort scores of the definitions give their interval`() throws {
    let counts = [4, 6, 10, 20, 40, 70, 50]
    let values = counts.enumerated().flatMap { [Double](repeating: Double($0 + 1), count: $1) }
    let estimate = try #require(MeanSummary(values)).estimate
    #expect(abs(estimate.value - 5.48) < 1e-12)
    #expect(abs(try #require(estimate.low) - 5.283041) < 1e-6)
    #expect(abs(try #require(estimate.high) - 5.676959) < 1e-6)
    #expect(estimate.n == 200 && estimate.effectiveN == 200)
  }

  @Test func `equal weights change nothing`() throws {
    let values: [Double] = [1, 4, 4, 5, 9, 2]
    let plain = try #require(MeanSummary(values))
    let weighted = try #require(
      MeanSummary(
        values.map { (value: $0, weight: 2.5) }, n: 6,
        effectiveN: EffectiveCount.kish(values.map { _ in 2.5 })))
    #expect(abs(plain.mean - weighted.mean) < 1e-12)
    #expect(abs(try #require(plain.variance) - (try #require(weighted.variance))) < 1e-12)
  }

  @Test func `unequal weights are worth fewer answers`() {
    #expect(EffectiveCount.kish([1, 1, 1, 1]) == 4)
    #expect(EffectiveCount.kish([3, 1]) == 1.6)
    #expect(EffectiveCount.kish([]) == 0)
    #expect(EffectiveCount.kish([5]) == 1)
  }

  @Test func `one value has a mean and no interval, none has nothing`() {
    #expect(MeanSummary([3])?.estimate == Estimate(value: 3, interval: nil, n: 1))
    #expect(MeanSummary([]) == nil)
    #expect(MeanSummary([], n: 0, effectiveN: 0) == nil)
  }

  @Test func `differences of means are tested by their spread, or as a clean split`() throws {
    let low = try #require(MeanSummary([1, 2, 3, 4]))
    let high = try #require(MeanSummary([4, 5, 6, 7]))
    let flat = try #require(MeanSummary([5, 5, 5]))
    let test = try #require(low.differenceTest(to: high))
    // s² = 5/3 in both, so the error is √(2 · 5/12).
    #expect(abs(test.z - 3 / (10.0 / 12).squareRoot()) < 1e-12)
    #expect(try #require(low.differenceInterval(to: high)).contains(3))
    #expect(flat.differenceTest(to: flat)?.p == 1)
    // Three fives and two fours: 2 of the 10 ways to choose two of five split as cleanly.
    let fours = try #require(MeanSummary([4, 4]))
    let split = try #require(flat.differenceTest(to: fours))
    #expect(split.z < 0 && abs(split.p - 0.2) < 1e-12)
    let many = try #require(MeanSummary([Double](repeating: 3, count: 2_000)))
    let others = try #require(MeanSummary([Double](repeating: 8, count: 2_000)))
    let clean = try #require(many.differenceTest(to: others))
    #expect(clean.z > 30 && clean.z.isFinite && clean.p < 1e-200)
    #expect(flat.differenceTest(to: try #require(MeanSummary([4]))) == nil)
  }
}
