/// Quantiles by linear interpolation between order statistics (type 7 of R and NumPy's default).
///
/// Hyndman and Fan, *Sample quantiles in statistical packages*, 1996. Every function gives nil for an empty sample;
/// a share outside 0 … 1 and a NaN among the values are programming errors.
public enum Quantile {
  /// The quantile of ascending values.
  ///
  /// - Complexity: O(1).
  public static func ofSorted(_ values: [Double], _ share: Double) -> Double? {
    guard let place = Place(share: share, count: values.count) else { return nil }
    return place.between(values[place.lower], values[place.upper])
  }

  /// The quantile of ascending whole numbers, such as microseconds.
  ///
  /// - Complexity: O(1).
  public static func ofSorted(_ values: [Int64], _ share: Double) -> Double? {
    guard let place = Place(share: share, count: values.count) else { return nil }
    return place.between(values[place.lower], values[place.upper])
  }

  /// The quantile of a sample given as ascending distinct values with how often each occurs.
  ///
  /// The same number as `ofSorted` gives on the values written out.
  /// - Complexity: O(*n*) in the number of distinct values.
  public static func ofCounts(_ counts: [(value: Int64, count: Int)], _ share: Double) -> Double? {
    let total = counts.reduce(0) { $0 + $1.count }
    guard let place = Place(share: share, count: total) else { return nil }
    var seen = 0
    var low: Int64?
    for (value, count) in counts {
      seen += count
      if low == nil, seen > place.lower { low = value }
      if let low, seen > place.upper { return place.between(low, value) }
    }
    return nil
  }

  /// Where a quantile lies among ordered values: between two neighbours, some part of the way.
  struct Place {
    let lower: Int
    let upper: Int
    let part: Double

    init?(share: Double, count: Int) {
      precondition(share >= 0 && share <= 1, "a quantile's share lies between 0 and 1")
      guard count > 0 else { return nil }
      let position = share * Double(count - 1)
      lower = min(Int(position), count - 1)
      upper = min(lower + 1, count - 1)
      part = position - Double(lower)
    }

    func between(_ low: Double, _ high: Double) -> Double {
      part == 0 || low == high ? low : low + part * (high - low)
    }

    func between(_ low: Int64, _ high: Int64) -> Double {
      guard part != 0, low != high else { return Double(low) }
      let (gap, overflow) = high.subtractingReportingOverflow(low)
      return Double(low) + part * (overflow ? Double(high) - Double(low) : Double(gap))
    }
  }
}
