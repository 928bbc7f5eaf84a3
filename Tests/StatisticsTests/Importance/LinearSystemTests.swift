import Statistics
import Testing

struct LinearSystemTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a solution fulfils its equations`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = 1 + random.below(7)
    let matrix = (0..<count).map { _ in (0..<count).map { _ in random.unit() - 0.5 } }
    let right = (0..<count).map { _ in random.unit() }
    let solution = try #require(LinearSystem.solve(matrix, right))
    for (row, expected) in zip(matrix, right) {
      let found = zip(row, solution).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(found - expected) < 1e-9)
    }
  }

  @Test func `a zero on the diagonal is no obstacle, a singular matrix is`() {
    #expect(LinearSystem.solve([[0, 1], [2, 0]], [3, 4]) == [2, 3])
    #expect(LinearSystem.solve([[1, 2], [2, 4]], [1, 2]) == nil)
    #expect(LinearSystem.solve([], []) == [])
  }
}
