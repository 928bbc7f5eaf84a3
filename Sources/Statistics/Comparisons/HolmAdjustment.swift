/// Holm's step-down correction, for when several comparisons stand on one page.
public enum HolmAdjustment {
  /// The adjusted probabilities, in the order given: compare each with 0.05 as if it stood alone.
  ///
  /// S. Holm, *Scandinavian Journal of Statistics* 6 (1979).
  /// - Complexity: O(*n* log *n*).
  public static func adjusted(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    var result = probabilities
    var highest = 0.0
    for (rank, index) in order.enumerated() {
      let scaled = Double(probabilities.count - rank) * probabilities[index]
      highest = max(highest, min(1, scaled))
      result[index] = highest
    }
    return result
  }
}
