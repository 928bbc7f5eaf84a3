/// RICE: reach × impact × confidence / effort, for ordering what to do first.
public struct RiceScore: Hashable, Sendable {
  /// How much one customer is moved.
  public enum Impact: Double, Hashable, Sendable, Codable, CaseIterable {
    case massive = 3
    case high = 2
    case medium = 1
    case low = 0.5
    case minimal = 0.25
  }

  /// How sure we are of the other numbers.
  public enum Confidence: Double, Hashable, Sendable, Codable, CaseIterable {
    case high = 1
    case medium = 0.8
    case low = 0.5
  }

  /// Customers per period.
  public let reach: Double
  public let impact: Impact
  public let confidence: Confidence
  /// Person-months, more than 0.
  public let effort: Double

  /// Nil unless the reach is a number from 0 up and the effort one above 0.
  public init?(reach: Double, impact: Impact, confidence: Confidence, effort: Double) {
    guard reach >= 0, reach.isFinite, effort > 0, effort.isFinite else { return nil }
    self.reach = reach
    self.impact = impact
    self.confidence = confidence
    self.effort = effort
  }

  public var value: Double { reach * impact.rawValue * confidence.rawValue / effort }
}
