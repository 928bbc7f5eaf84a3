import Statistics
import Testing

struct QuantileMisuseTests {
  @Test func `a quantile beyond the sample is a mistake of the caller`() async {
    await #expect(processExitsWith: .failure) { _ = Quantile.ofSorted([1.0, 2], 90) }
  }

  @Test func `several quantiles are asked for in ascending order`() async {
    await #expect(processExitsWith: .failure) {
      var values: [Int64] = [1, 2, 3]
      _ = Quantile.selecting(in: &values, ascending: [0.9, 0.5])
    }
  }
}
