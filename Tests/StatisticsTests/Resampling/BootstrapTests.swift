import Statistics
import Testing

struct BootstrapTests {
  private let values: [Double] = {
    var random = SplitMix64(seed: 99)
    return (0..<200).map { _ in Double(random.below(11)) }
  }()

  private func mean(_ drawn: [Int]) -> Double? {
    drawn.reduce(0) { $0 + values[$1] } / Double(drawn.count)
  }

  @Test func `the same seed gives the same interval, another seed another`() {
    let first = Bootstrap.interval(units: 200, resamples: 300, seed: 1, statistic: mean)
    #expect(first == Bootstrap.interval(units: 200, resamples: 300, seed: 1, statistic: mean))
    #expect(first != Bootstrap.interval(units: 200, resamples: 300, seed: 2, statistic: mean))
  }

  @Test func `the interval of a mean is close to the one of theory`() throws {
    let interval = try #require(Bootstrap.interval(units: 200, seed: 7, statistic: mean))
    let theory = try #require(MeanSummary(values)?.interval())
    #expect(abs(interval.low - theory.low) < 0.08)
    #expect(abs(interval.high - theory.high) < 0.08)
  }

  @Test func `a higher level is wider`() throws {
    let narrow = try #require(
      Bootstrap.interval(units: 200, resamples: 400, level: 0.8, seed: 7, statistic: mean))
    let wide = try #require(
      Bootstrap.interval(units: 200, resamples: 400, level: 0.99, seed: 7, statistic: mean))
    #expect(wide.low < narrow.low && wide.high > narrow.high)
  }

  @Test func `every draw takes as many units as there are`() {
    _ = Bootstrap.interval(units: 7, resamples: 50, seed: 3) { drawn in
      #expect(drawn.count == 7 && drawn.allSatisfy { (0..<7).contains($0) })
      return 1
    }
  }

  @Test func `no units, or mostly empty draws, give no interval`() {
    #expect(Bootstrap.interval(units: 0, seed: 1) { _ in 1 } == nil)
    #expect(Bootstrap.interval(units: 5, resamples: 20, seed: 1) { _ in nil } == nil)
    // With 50 units, unit 0 is in about 64 % of the draws.
    #expect(
      Bootstrap.interval(units: 50, resamples: 200, seed: 1) { $0.contains(0) ? 1 : nil } != nil)
  }
}
