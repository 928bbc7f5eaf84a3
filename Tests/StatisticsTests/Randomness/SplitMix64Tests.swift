import Statistics
import Testing

struct SplitMix64Tests {
  @Test func `seeds give the published sequences`() {
    var zero = SplitMix64(seed: 0)
    #expect(zero.next() == 0xE220_A839_7B1D_CDAF)
    #expect(zero.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(zero.next() == 0x06C4_5D18_8009_454F)
    var other = SplitMix64(seed: 1_234_567)
    #expect(other.next() == 6_457_827_717_110_365_317)
    #expect(other.next() == 3_203_168_211_198_807_973)
  }

  @Test(arguments: [1, 2, 3, 7, 1_000, Int.max])
  func `numbers below a bound stay below it`(bound: Int) {
    var random = SplitMix64(seed: 5)
    for _ in 0..<500 { #expect((0..<bound).contains(random.below(bound))) }
  }

  @Test func `numbers below a bound are equally likely`() {
    var random = SplitMix64(seed: 11)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[random.below(6)] += 1 }
    // Six standard deviations around 10,000.
    for count in counts { #expect(abs(count - 10_000) < 550) }
  }

  @Test func `unit numbers fill the span from 0 to 1`() {
    var random = SplitMix64(seed: 3)
    let values = (0..<10_000).map { _ in random.unit() }
    #expect(values.allSatisfy { 0 <= $0 && $0 < 1 })
    #expect(abs(values.reduce(0, +) / 10_000 - 0.5) < 0.02)
  }
}
