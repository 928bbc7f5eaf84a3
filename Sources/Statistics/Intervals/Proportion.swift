/// Intervals and tests of shares. Shares are 0 … 1; counts may be fractional (weighted samples).
public enum Proportion {
  /// Wilson's score interval of `successes` out of `n`; nil if `n` is 0.
  ///
  /// E. B. Wilson, *JASA* 22 (1927). Reaches exactly 0 and 1 at the ends.
  public static func wilson(
    successes: Double, of n: Double, z: Double = StandardNormal.z95
  ) -> Interval? {
    precondition(
      successes >= 0 && successes <= n, "a part of a sample is not larger than the sample")
    guard n > 0 else { return nil }
    let share = successes / n
    let squared = z * z
    let scale = 1 + squared / n
    let centre = (share + squared / (2 * n)) / scale
    let half = z / scale * (share * (1 - share) / n + squared / (4 * n * n)).squareRoot()
    // In exact arithmetic the share lies inside; so rounding must not put it, or 0 and 1, outside.
    return Interval(min(max(centre - half, 0), share), max(min(centre + half, 1), share))
  }

  /// The share with Wilson's interval; nil if `n` is 0.
  public static func estimate(successes: Int, of n: Int) -> Estimate? {
    guard n > 0, let interval = wilson(successes: Double(successes), of: Double(n)) else {
      return nil
    }
    return Estimate(value: Double(successes) / Double(n), interval: interval, n: n)
  }

  /// Newcombe's interval of (second share − first share); nil if either sample is empty.
  ///
  /// R. G. Newcombe, *Statistics in Medicine* 17 (1998), method 10: square-and-add of two Wilson intervals.
  public static func newcombeDifference(
    first: (successes: Double, of: Double), second: (successes: Double, of: Double),
    z: Double = StandardNormal.z95
  ) -> Interval? {
    guard let one = wilson(successes: first.successes, of: first.of, z: z),
      let two = wilson(successes: second.successes, of: second.of, z: z)
    else { return nil }
    let before = first.successes / first.of
    let after = second.successes / second.of
    let down = hypotenuse(after - two.low, one.high - before)
    let up = hypotenuse(two.high - after, before - one.low)
    return Interval(after - before - down, after - before + up)
  }

  /// The pooled two-proportion z test of (second share − first share); nil if either sample is empty.
  ///
  /// Two samples that agree wholly (all or none) differ by nothing: z 0, p 1.
  public static func pooledTest(
    first: (successes: Double, of: Double), second: (successes: Double, of: Double)
  ) -> SignificanceTest? {
    guard first.of > 0, second.of > 0 else { return nil }
    let difference = second.successes / second.of - first.successes / first.of
    let pooled = (first.successes + second.successes) / (first.of + second.of)
    let variance = pooled * (1 - pooled) * (1 / first.of + 1 / second.of)
    return SignificanceTest(z: variance > 0 ? difference / variance.squareRoot() : 0)
  }

  private static func hypotenuse(_ a: Double, _ b: Double) -> Double {
    (a * a + b * b).squareRoot()
  }
}
