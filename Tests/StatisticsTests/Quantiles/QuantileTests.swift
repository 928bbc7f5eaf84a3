import Statistics
import Testing

struct QuantileTests {
  /// R type 7 as R's documentation writes it: x[j] + γ (x[j + 1] − x[j]), j from 1.
  private func oracle(_ values: [Double], _ share: Double) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let position = Double(sorted.count - 1) * share + 1
    let j = Int(position.rounded(.down))
    let above = sorted[min(j, sorted.count - 1)]
    return sorted[j - 1] + (position - Double(j)) * (above - sorted[j - 1])
  }

  @Test func `quartiles of one to ten are R's`() {
    let values = (1...10).map(Double.init)
    #expect(Quantile.ofSorted(values, 0.25) == 3.25)
    #expect(Quantile.ofSorted(values, 0.5) == 5.5)
    #expect(abs((Quantile.ofSorted(values, 0.9) ?? 0) - 9.1) < 1e-12)
    #expect(Quantile.ofSorted(values, 0) == 1 && Quantile.ofSorted(values, 1) == 10)
  }

  @Test func `nothing has no quantile, one value is all its quantiles`() {
    var none: [Int64] = []
    var one: [Int64] = [7]
    #expect(Quantile.ofSorted([Double](), 0.5) == nil)
    #expect(Quantile.selecting(in: &none, 0.5) == nil)
    #expect(Quantile.selecting(in: &none, ascending: [0.5]) == [])
    #expect(Quantile.ofCounts([], 0.5) == nil)
    #expect(Quantile.selecting(in: &one, ascending: [0, 0.5, 1]) == [7, 7, 7])
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `all ways to a quantile agree with sorting`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<20 {
      let count = 1 + random.below(round < 16 ? 40 : 3_000)
      let spread = [2, 5, 1_000, 1_000_000_000][random.below(4)]
      let whole = (0..<count).map { _ in Int64(random.below(spread) - spread / 2) }
      let shares = [0, 0.5, 0.9, random.unit(), 1].sorted()
      var several = whole
      let together = Quantile.selecting(in: &several, ascending: shares)
      for (index, share) in shares.enumerated() {
        let expected = try #require(oracle(whole.map(Double.init), share))
        let tolerance = 1e-12 * Double(spread)
        var numbers = whole
        var reals = whole.map(Double.init)
        let found = [
          Quantile.ofSorted(whole.sorted(), share),
          Quantile.ofSorted(whole.map(Double.init).sorted(), share),
          Quantile.selecting(in: &numbers, share), Quantile.selecting(in: &reals, share),
          Quantile.ofCounts(
            Dictionary(whole.map { ($0, 1) }, uniquingKeysWith: +)
              .sorted { $0.key < $1.key }.map { (value: $0.key, count: $0.value) }, share),
          together[index],
        ]
        for value in found { #expect(abs(try #require(value) - expected) <= tolerance) }
        #expect(Set(found).count == 1, "all six are the same bits")
        #expect(numbers.sorted() == whole.sorted(), "selection only reorders")
      }
    }
  }

  @Test func `selection takes orders that defeat simple pivots`() {
    let count: Int64 = 20_000
    let inputs: [[Int64]] = [
      Array(0..<count), Array((0..<count).reversed()), [Int64](repeating: 3, count: Int(count)),
      (0..<count).map { min($0, count - $0) }, (0..<count).map { $0 % 2 },
      (0..<count).map { $0 % 2 == 0 ? $0 : count - $0 },
    ]
    for input in inputs {
      var values = input
      #expect(Quantile.selecting(in: &values, 0.5) == Quantile.ofSorted(input.sorted(), 0.5))
    }
  }

  @Test func `whole numbers too far apart to subtract still have a median`() {
    #expect(Quantile.ofSorted([Int64.min, Int64.max], 0.5) == 0)
  }
}
