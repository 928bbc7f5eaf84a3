/// The mean and spread of a sample: all that its interval and tests need.
public struct MeanSummary: Hashable, Sendable, Codable {
  public let mean: Double
  /// Sample variance (divisor n − 1); nil when the sample is worth one observation or less.
  public let variance: Double?
  public let n: Int
  /// Kish's effective number of observations.
  public let effectiveN: Double

  public init(mean: Double, variance: Double?, n: Int, effectiveN: Double? = nil) {
    self.mean = mean
    self.variance = variance
    self.n = n
    self.effectiveN = effectiveN ?? Double(n)
  }

  /// The summary of equally weighted values; nil if there are none.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    self.init(
      mean: mean, variance: values.count > 1 ? squares / (count - 1) : nil, n: values.count)
  }

  /// The summary of values with weights; nil if nothing has a weight.
  ///
  /// The variance is Σw(x − mean)²/Σw · n′/(n′ − 1) with n′ = Kish's count: with equal weights the usual one.
  public init?(_ weighted: [(value: Double, weight: Double)], n: Int, effectiveN: Double) {
    var total = 0.0
    var sum = 0.0
    for (value, weight) in weighted {
      total += weight
      sum += value * weight
    }
    guard total > 0 else { return nil }
    let mean = sum / total
    var squares = 0.0
    for (value, weight) in weighted { squares += weight * (value - mean) * (value - mean) }
    let worthSeveral = n > 1 && effectiveN > 1
    self.init(
      mean: mean,
      variance: worthSeveral ? squares / total * effectiveN / (effectiveN - 1) : nil,
      n: n, effectiveN: effectiveN)
  }

  /// The standard error of the mean, s/√n′; nil where there is no variance.
  public var standardError: Double? { variance.map { ($0 / effectiveN).squareRoot() } }

  /// mean ± z · s/√n; nil where one observation leaves the spread unknown.
  public func interval(z: Double = StandardNormal.z95) -> Interval? {
    standardError.map { Interval(mean - z * $0, mean + z * $0) }
  }

  /// The mean with its interval.
  public var estimate: Estimate {
    Estimate(value: mean, interval: interval(), n: n, effectiveN: effectiveN)
  }

  /// The interval of (other mean − this mean) of two independent samples; nil where a spread is unknown.
  public func differenceInterval(to other: MeanSummary, z: Double = StandardNormal.z95) -> Interval?
  {
    differenceError(to: other).map {
      Interval(other.mean - mean - z * $0, other.mean - mean + z * $0)
    }
  }

  /// The z test of (other mean − this mean) of two independent samples; nil where a spread is unknown.
  ///
  /// Where neither sample varies there is no error to measure by. Then the probability is that of so clean a split by
  /// shuffling the values among the samples, 2 / C(n₁ + n₂, n₁).
  public func differenceTest(to other: MeanSummary) -> SignificanceTest? {
    guard let error = differenceError(to: other) else { return nil }
    let difference = other.mean - mean
    if error > 0 { return SignificanceTest(z: difference / error) }
    if difference == 0 { return SignificanceTest(z: 0) }
    let probability = Self.cleanSplitProbability(Int(effectiveN), Int(other.effectiveN))
    let z = StandardNormal.quantile(probability / 2).magnitude
    return SignificanceTest(z: difference > 0 ? z : -z)
  }

  /// 2 / C(first + second, first), not below 1e-300.
  private static func cleanSplitProbability(_ first: Int, _ second: Int) -> Double {
    let few = min(first, second)
    let many = Double(max(first, second))
    var splits = 1.0
    var taken = 0.0
    while taken < Double(few), splits < 1e300 {
      taken += 1
      splits *= (many + taken) / taken
    }
    return min(1, max(2 / splits, 1e-300))
  }

  private func differenceError(to other: MeanSummary) -> Double? {
    guard let here = standardError, let there = other.standardError else { return nil }
    return (here * here + there * there).squareRoot()
  }
}
