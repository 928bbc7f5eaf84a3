/// A log at a glance.
public struct Overview: Sendable, Hashable, Encodable {
  public var events: Int
  /// Journeys: customers, or sessions where a session takes the customer's place.
  public var customers: Int
  /// Customers, also where sessions are the journeys.
  public var distinctCustomers: Int
  /// Activities that occur.
  public var activities: Int
  public var variants: Int
  @AlwaysWritten public var firstTime: Instant?
  @AlwaysWritten public var lastTime: Instant?
  /// First to last event of a journey.
  @AlwaysWritten public var medianDurationSeconds: Double?
  @AlwaysWritten public var meanDurationSeconds: Double?
  @AlwaysWritten public var p25DurationSeconds: Double?
  @AlwaysWritten public var p75DurationSeconds: Double?
  @AlwaysWritten public var p90DurationSeconds: Double?
  @AlwaysWritten public var p95DurationSeconds: Double?
  @AlwaysWritten public var medianEvents: Double?
  @AlwaysWritten public var meanEvents: Double?
  /// Events that share their time with another event of their journey: there the source's order decides.
  public var tiedEvents: Int
}
