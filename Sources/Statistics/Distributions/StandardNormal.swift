#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The normal distribution with mean 0 and standard deviation 1.
public enum StandardNormal {
  /// The quantile at 97.5 %: half the width of a 95 % interval, in standard errors.
  public static let z95 = 1.959963984540054

  /// The density at `x`.
  public static func density(_ x: Double) -> Double {
    exp(-x * x / 2) / (2 * Double.pi).squareRoot()
  }

  /// The probability of a value at or below `x`; keeps its relative precision far out in the lower tail.
  public static func cumulative(_ x: Double) -> Double {
    erfc(-x / 2.0.squareRoot()) / 2
  }

  /// The probability of a value at least as far from 0 as `z`, on either side.
  public static func twoSidedProbability(_ z: Double) -> Double {
    erfc(z.magnitude / 2.0.squareRoot())
  }

  /// The value that a share `probability` of the distribution lies at or below; ∓∞ at 0 and 1.
  ///
  /// Starts from a rational approximation (Abramowitz and Stegun 26.2.23, error below 4.5e-4) and refines it
  /// with Halley's method against `cumulative`.
  public static func quantile(_ probability: Double) -> Double {
    precondition(
      probability >= 0 && probability <= 1, "a probability lies between 0 and 1")
    if probability == 0 { return -.infinity }
    if probability == 1 { return .infinity }
    // The lower tail is the precise one; 1 − p is exact for p ≥ ½.
    let upper = probability > 0.5
    let tail = upper ? 1 - probability : probability
    let t = (-2 * log(tail)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = numerator / denominator - t
    for _ in 0..<8 {
      let step = (cumulative(x) - tail) / density(x)
      let correction = step / (1 + x * step / 2)
      guard correction.isFinite else { break }
      x -= correction
      if correction.magnitude <= 1e-15 * max(1, x.magnitude) { break }
    }
    return upper ? -x : x
  }
}
