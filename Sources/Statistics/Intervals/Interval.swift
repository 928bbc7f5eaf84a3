/// A closed span of numbers, low … high, such as a confidence interval.
///
/// - Invariant: `low <= high`.
public struct Interval: Hashable, Sendable, Codable {
  public let low: Double
  public let high: Double

  /// The span between two ends, in whichever order they are given.
  public init(_ one: Double, _ other: Double) {
    low = min(one, other)
    high = max(one, other)
  }

  public var width: Double { high - low }

  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Whether the two spans share at least one number.
  public func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

  /// The span with both ends moved inside the bounds.
  public func clipped(to bounds: ClosedRange<Double>) -> Interval {
    Interval(
      min(max(low, bounds.lowerBound), bounds.upperBound),
      min(max(high, bounds.lowerBound), bounds.upperBound))
  }

  /// The span with both ends multiplied by a factor, for instance from shares to percent.
  public func scaled(by factor: Double) -> Interval { Interval(low * factor, high * factor) }

  private enum CodingKeys: String, CodingKey { case low, high }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Double.self, forKey: .low),
      try container.decode(Double.self, forKey: .high))
  }
}
