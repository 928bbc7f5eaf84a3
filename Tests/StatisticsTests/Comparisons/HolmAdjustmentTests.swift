import Statistics
import Testing

struct HolmAdjustmentTests {
  @Test func `a page of four comparisons is corrected step by step`() {
    let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03, 0.005])
    for (found, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test func `one comparison needs no correction, none gives none`() {
    #expect(HolmAdjustment.adjusted([0.04]) == [0.04])
    #expect(HolmAdjustment.adjusted([]) == [])
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `the correction agrees with its definition`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let ps = (0..<1 + random.below(8)).map { _ in Double(random.below(20)) / 20 }
      let adjusted = HolmAdjustment.adjusted(ps)
      for (index, p) in ps.enumerated() {
        // The largest of (m − rank) · p over all comparisons that are no larger.
        let smaller = ps.filter { $0 <= p }.sorted()
        let expected = smaller.enumerated().map { min(1, Double(ps.count - $0) * $1) }.max()
        #expect(abs(adjusted[index] - (expected ?? -1)) < 1e-12)
        #expect(adjusted[index] >= p && adjusted[index] <= 1)
      }
    }
  }
}
