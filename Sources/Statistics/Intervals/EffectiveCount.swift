/// How many equally weighted observations a weighted sample is worth.
public enum EffectiveCount {
  /// Kish's (Σw)² / Σw²; 0 for an empty sample.
  ///
  /// Kish, *Survey Sampling*, 1965.
  public static func kish(_ weights: some Sequence<Double>) -> Double {
    var sum = 0.0
    var squares = 0.0
    for weight in weights {
      sum += weight
      squares += weight * weight
    }
    return kish(sum: sum, sumOfSquares: squares)
  }

  /// The same from the two sums; 0 where nothing has a weight.
  public static func kish(sum: Double, sumOfSquares: Double) -> Double {
    sumOfSquares > 0 ? sum * sum / sumOfSquares : 0
  }
}
