/// How much of what a regression explains belongs to each predictor (LMG, the Shapley value of R²).
///
/// Lindeman, Merenda and Gold, 1980; Grömping, *Journal of Statistical Software* 17 (2006).
public enum RelativeImportance {
  /// More predictors than this are refused: the work doubles with each.
  public static let mostPredictors = 16

  /// The share of R² of each predictor; they sum to the R² of all together.
  ///
  /// A predictor that repeats others adds nothing to R² where they are already in.
  /// - Parameters:
  ///   - correlations: of the predictors among themselves, symmetric, ones on the diagonal.
  ///   - outcome: of each predictor with the outcome.
  /// - Returns: nil with more than `mostPredictors` predictors.
  /// - Complexity: O(2ᵖ · p³).
  public static func shares(correlations: [[Double]], outcome: [Double]) -> [Double]? {
    let count = outcome.count
    precondition(
      correlations.count == count && correlations.allSatisfy { $0.count == count },
      "there is one correlation for each pair of predictors")
    guard count <= mostPredictors else { return nil }
    let explained = (0..<(1 << count)).map { subset in
      determination(of: subset, correlations: correlations, outcome: outcome)
    }
    let weights = orderingWeights(count)
    return (0..<count).map { predictor in
      var share = 0.0
      for subset in 0..<(1 << count) where subset & (1 << predictor) == 0 {
        let gain = explained[subset | (1 << predictor)] - explained[subset]
        share += weights[subset.nonzeroBitCount] * gain
      }
      return share
    }
  }

  /// R² of the predictors in `subset` (a bit each), by a Cholesky factor grown one predictor at a time.
  private static func determination(
    of subset: Int, correlations: [[Double]], outcome: [Double]
  ) -> Double {
    var factor: [(predictor: Int, row: [Double])] = []
    var projections: [Double] = []
    for predictor in outcome.indices where subset & (1 << predictor) != 0 {
      var row: [Double] = []
      for (known, other) in factor.enumerated() {
        var remainder = correlations[predictor][other.predictor]
        for index in 0..<known { remainder -= row[index] * other.row[index] }
        row.append(remainder / other.row[known])
      }
      let left = row.reduce(correlations[predictor][predictor]) { $0 - $1 * $1 }
      guard left > 1e-10 else { continue }
      let diagonal = left.squareRoot()
      var projection = outcome[predictor]
      for (index, value) in row.enumerated() { projection -= value * projections[index] }
      factor.append((predictor, row + [diagonal]))
      projections.append(projection / diagonal)
    }
    return projections.reduce(0) { $0 + $1 * $1 }
  }

  /// k! (p − 1 − k)! / p! for k = 0 ..< p: how often exactly k others come first among all orders.
  private static func orderingWeights(_ count: Int) -> [Double] {
    guard count > 0 else { return [] }
    var weights = [1 / Double(count)]
    for k in 1..<max(count, 1) {
      weights.append(weights[k - 1] * Double(k) / Double(count - k))
    }
    return weights
  }
}
