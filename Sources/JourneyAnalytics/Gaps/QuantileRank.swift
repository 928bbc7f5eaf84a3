/// A quantile as a fraction, so that the ranks to be selected among many spans are reckoned in whole numbers.
///
/// Linear interpolation between order statistics (Hyndman and Fan's type 7), as `Statistics` has it for values in an
/// array; here the values lie in blocks of several workers and are never brought into one.
struct QuantileRank: Sendable, Hashable {
  let numerator: Int
  let denominator: Int
  /// −1 and 1: an end of the 95 % interval of the quantile instead of the quantile itself.
  var side = 0

  init(numerator: Int, denominator: Int, side: Int = 0) {
    self.numerator = numerator
    self.denominator = denominator
    self.side = side
  }

  static let median = QuantileRank(numerator: 1, denominator: 2)
  /// The order statistics that enclose the median with 95 % confidence (normal approximation to the binomial).
  static let medianLow = QuantileRank(numerator: 1, denominator: 2, side: -1)
  static let medianHigh = QuantileRank(numerator: 1, denominator: 2, side: 1)
  static let p25 = QuantileRank(numerator: 1, denominator: 4)
  static let p75 = QuantileRank(numerator: 3, denominator: 4)
  static let p90 = QuantileRank(numerator: 9, denominator: 10)
  static let p95 = QuantileRank(numerator: 19, denominator: 20)

  /// The rank below the quantile, from 0, and how far it lies towards the next.
  func place(among count: Int) -> (rank: Int, fraction: Double) {
    if side != 0 {
      let share = Double(numerator) / Double(denominator)
      let centre = Double(count) * share
      let reach = 1.959963984540054 * (Double(count) * share * (1 - share)).squareRoot()
      let rank =
        side < 0 ? (centre - reach).rounded(.down) - 1 : (centre + reach).rounded(.up)
      return (min(max(Int(rank), 0), count - 1), 0)
    }
    let (rank, rest) = ((count - 1) * numerator).quotientAndRemainder(dividingBy: denominator)
    return (rank, Double(rest) / Double(denominator))
  }

  /// A value between two neighbours, some part of the way.
  static func between(_ low: Int64, _ high: Int64, fraction: Double) -> Double {
    Double(low) + fraction * Double(high - low)
  }
}
