import Statistics
import Testing

struct NetPromoterSampleTests {
  @Test(arguments: [
    (90.0, 70.0, 40.0, 25.0, 14.090014, 35.171070), (10, 0, 0, 100, 47.503552, 100),
    (5, 0, 5, 0, -51.127394, 51.127394),
  ])
  func `scores and intervals agree with the definitions`(
    promoters: Double, passives: Double, detractors: Double, score: Double, low: Double,
    high: Double
  ) throws {
    let sample = NetPromoterSample(
      promoters: promoters, passives: passives, detractors: detractors)
    #expect(sample.score == score)
    let interval = try #require(sample.interval())
    #expect(abs(interval.low - low) < 1e-6)
    #expect(abs(interval.high - high) < 1e-6)
  }

  @Test func `the test of a change agrees with the definitions`() throws {
    let before = NetPromoterSample(promoters: 90, passives: 70, detractors: 40)
    let after = NetPromoterSample(promoters: 120, passives: 60, detractors: 30)
    let test = try #require(before.changeTest(to: after))
    #expect(abs(test.z - 2.399675) < 1e-6)
    #expect(abs(test.p - 0.016410) < 1e-6)
    let interval = try #require(before.changeInterval(to: after))
    #expect(interval.low > 0 && interval.contains(17.5))
  }

  @Test func `nobody asked is no score`() {
    let nobody = NetPromoterSample(promoters: 0, passives: 0, detractors: 0)
    let somebody = NetPromoterSample(promoters: 1, passives: 0, detractors: 0)
    #expect(nobody.score == nil && nobody.interval() == nil)
    #expect(nobody.changeTest(to: somebody) == nil && somebody.changeTest(to: nobody) == nil)
    #expect(nobody.changeInterval(to: somebody) == nil)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `intervals stay in bounds, mirror, and narrow with n`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let p = Double(random.below(80))
      let s = Double(random.below(80))
      let d = Double(1 + random.below(80))
      let sample = NetPromoterSample(promoters: p, passives: s, detractors: d)
      let interval = try #require(sample.interval())
      #expect(interval.low >= -100 && interval.high <= 100)
      let mirrored = try #require(
        NetPromoterSample(promoters: d, passives: s, detractors: p).interval())
      #expect(abs(mirrored.low + interval.high) < 1e-9)
      let larger = NetPromoterSample(promoters: 9 * p, passives: 9 * s, detractors: 9 * d)
      #expect(try #require(larger.interval()).width < interval.width)
      #expect(sample.changeTest(to: sample)?.p == 1)
    }
  }
}
