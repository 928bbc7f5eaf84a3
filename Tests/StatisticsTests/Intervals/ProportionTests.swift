import Statistics
import Testing

struct ProportionTests {
  @Test(arguments: [
    (164.0, 200.0, 76.088525, 86.705374), (10, 10, 72.246720, 100), (0, 10, 0, 27.753280),
  ])
  func `wilson intervals agree with the definitions`(
    successes: Double, n: Double, low: Double, high: Double
  ) throws {
    let interval = try #require(Proportion.wilson(successes: successes, of: n)).scaled(by: 100)
    #expect(abs(interval.low - low) < 1e-6)
    #expect(abs(interval.high - high) < 1e-6)
  }

  @Test func `wilson intervals reach exactly 0 and 1`() {
    for n in 1...300 {
      #expect(Proportion.wilson(successes: 0, of: Double(n))?.low == 0)
      #expect(Proportion.wilson(successes: Double(n), of: Double(n))?.high == 1)
    }
  }

  @Test func `a sample of nothing has no interval and no test`() {
    #expect(Proportion.wilson(successes: 0, of: 0) == nil)
    #expect(Proportion.estimate(successes: 0, of: 0) == nil)
    #expect(Proportion.newcombeDifference(first: (0, 0), second: (1, 2)) == nil)
    #expect(Proportion.pooledTest(first: (1, 2), second: (0, 0)) == nil)
  }

  @Test func `newcombe's interval and the pooled test agree with the definitions`() throws {
    let interval = try #require(
      Proportion.newcombeDifference(first: (140, 200), second: (164, 200)))
    #expect(abs(interval.low * 100 - 3.630162) < 1e-6)
    #expect(abs(interval.high * 100 - 20.170098) < 1e-6)
    let test = try #require(Proportion.pooledTest(first: (140, 200), second: (164, 200)))
    #expect(abs(test.p - 0.004958) < 1e-6)
    #expect(test.z > 0)
  }

  @Test func `samples that agree wholly do not differ`() {
    #expect(Proportion.pooledTest(first: (5, 5), second: (9, 9))?.p == 1)
    #expect(Proportion.pooledTest(first: (0, 5), second: (0, 9))?.p == 1)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `wilson intervals hold their share, mirror, and narrow with n`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let n = 1 + random.below(500)
      let successes = random.below(n + 1)
      let estimate = try #require(Proportion.estimate(successes: successes, of: n))
      let interval = try #require(estimate.interval)
      #expect(interval.contains(estimate.value))
      #expect(interval.low >= 0 && interval.high <= 1)
      let mirrored = try #require(Proportion.estimate(successes: n - successes, of: n)?.interval)
      #expect(abs(mirrored.low - (1 - interval.high)) < 1e-12)
      #expect(abs(mirrored.high - (1 - interval.low)) < 1e-12)
      let larger = try #require(Proportion.estimate(successes: 2 * successes, of: 2 * n)?.interval)
      #expect(larger.width < interval.width)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `newcombe's interval holds the difference and turns with the samples`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let n = Double(1 + random.below(200))
      let m = Double(1 + random.below(200))
      let one = (successes: Double(random.below(Int(n) + 1)), of: n)
      let two = (successes: Double(random.below(Int(m) + 1)), of: m)
      let there = try #require(Proportion.newcombeDifference(first: one, second: two))
      let back = try #require(Proportion.newcombeDifference(first: two, second: one))
      #expect(there.contains(two.successes / m - one.successes / n))
      #expect(there.low >= -1 - 1e-12 && there.high <= 1 + 1e-12)
      #expect(abs(there.low + back.high) < 1e-12 && abs(there.high + back.low) < 1e-12)
      let test = try #require(Proportion.pooledTest(first: one, second: two))
      let reversed = try #require(Proportion.pooledTest(first: two, second: one))
      #expect(test.z == -reversed.z && test.p == reversed.p)
    }
  }
}
