import Statistics
import Testing

struct StandardNormalTests {
  @Test(arguments: [
    (-30.0, 4.906713927147908e-198), (-8, 6.22096057427174e-16), (-1.5, 0.06680720126885807),
    (0, 0.5), (0.3, 0.6179114221889526), (2.5, 0.9937903346742238), (6, 0.9999999990134123),
  ])
  func `probabilities agree with SciPy's`(x: Double, expected: Double) {
    #expect(abs(StandardNormal.cumulative(x) / expected - 1) < 1e-12)
  }

  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-10, -6.361340902404056), (0.001, -3.090232306167813),
    (0.2, -0.8416212335729142), (0.75, 0.6744897501960817), (0.975, StandardNormal.z95),
    (0.999999, 4.753424308817087),
  ])
  func `quantiles agree with SciPy's`(probability: Double, expected: Double) {
    #expect(abs(StandardNormal.quantile(probability) / expected - 1) < 1e-13)
  }

  @Test func `the ends and the middle are exact`() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(abs(StandardNormal.quantile(0.5)) < 1e-15)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a quantile's probability is where it came from`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let p = random.unit()
      let x = StandardNormal.quantile(p)
      #expect(abs(StandardNormal.cumulative(x) - p) < 1e-14)
      #expect(abs(StandardNormal.quantile(1 - p) + x) < 1e-9)
    }
  }

  @Test func `two sides are twice one side`() {
    #expect(abs(StandardNormal.twoSidedProbability(StandardNormal.z95) - 0.05) < 1e-15)
    #expect(StandardNormal.twoSidedProbability(-2) == StandardNormal.twoSidedProbability(2))
    #expect(StandardNormal.twoSidedProbability(0) == 1)
  }
}
