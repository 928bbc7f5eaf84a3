import Statistics
import Testing

struct RelativeImportanceTests {
  @Test func `two correlated drivers share R² as the definitions say`() throws {
    let shares = try #require(
      RelativeImportance.shares(correlations: [[1, 0.5], [0.5, 1]], outcome: [0.6, 0.4]))
    #expect(abs(shares[0] - 0.286667) < 1e-6)
    #expect(abs(shares[1] - 0.086667) < 1e-6)
    #expect(abs(shares[0] + shares[1] - 0.373333) < 1e-6)
  }

  @Test func `drivers without correlation keep their own R²`() throws {
    let shares = try #require(
      RelativeImportance.shares(
        correlations: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], outcome: [0.5, -0.3, 0]))
    #expect(abs(shares[0] - 0.25) < 1e-12 && abs(shares[1] - 0.09) < 1e-12 && shares[2] == 0)
  }

  @Test func `a driver that repeats another shares with it equally`() throws {
    let shares = try #require(
      RelativeImportance.shares(correlations: [[1, 1], [1, 1]], outcome: [0.6, 0.6]))
    #expect(abs(shares[0] - 0.18) < 1e-12 && abs(shares[1] - 0.18) < 1e-12)
  }

  @Test func `no drivers share nothing, too many are refused`() {
    #expect(RelativeImportance.shares(correlations: [], outcome: []) == [])
    let many = (0..<17).map { row in (0..<17).map { row == $0 ? 1.0 : 0 } }
    #expect(
      RelativeImportance.shares(correlations: many, outcome: many.map { _ in 0.1 }) == nil)
  }

  /// R² by solving the normal equations, averaged over every order in which drivers can come in.
  private func oracle(_ correlations: [[Double]], _ outcome: [Double]) throws -> [Double] {
    func explained(_ chosen: [Int]) throws -> Double {
      let matrix = chosen.map { row in chosen.map { correlations[row][$0] } }
      let right = chosen.map { outcome[$0] }
      let weights = try #require(LinearSystem.solve(matrix, right))
      return zip(weights, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var sums = outcome.map { _ in 0.0 }
    var orders = 0.0
    func visit(_ chosen: [Int]) throws {
      if chosen.count == outcome.count { orders += 1 }
      for next in outcome.indices where !chosen.contains(next) {
        let gain = try explained(chosen + [next]) - explained(chosen)
        // Each order of the drivers not yet chosen passes here once.
        let passes = (1..<max(outcome.count - chosen.count, 1)).reduce(1, *)
        sums[next] += gain * Double(passes)
        try visit(chosen + [next])
      }
    }
    try visit([])
    return sums.map { $0 / orders }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `shares agree with averaging over all orders`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let drivers = 1 + random.below(4)
    var columns = (0...drivers).map { _ in (0..<40).map { _ in random.unit() } }
    for row in 0..<40 {
      for driver in 0..<drivers {
        columns[driver][row] += columns[0][row] * Double(driver)
        columns[drivers][row] += columns[driver][row]
      }
    }
    let matrix = try #require(CorrelationMatrix.ofColumns(columns))
    let among = matrix.dropLast().map { Array($0.dropLast()) }
    let outcome = Array(matrix[drivers].dropLast())
    let shares = try #require(RelativeImportance.shares(correlations: among, outcome: outcome))
    for (share, expected) in zip(shares, try oracle(among, outcome)) {
      #expect(abs(share - expected) < 1e-9)
    }
  }

  @Test func `correlations of simple columns are known`() throws {
    let matrix = try #require(CorrelationMatrix.ofColumns([[1, 2, 3], [2, 4, 6], [3, 2, 1]]))
    #expect(abs(matrix[0][1] - 1) < 1e-12 && abs(matrix[0][2] + 1) < 1e-12)
    #expect(matrix[1][1] == 1 && matrix[0][1] == matrix[1][0])
    #expect(CorrelationMatrix.ofColumns([[1, 1, 1], [1, 2, 3]]) == nil)
    #expect(CorrelationMatrix.ofColumns([[1]]) == nil)
  }
}
