/// The sessions of a log; one-event sessions last 0 and count.
public struct Sessions: Sendable, Hashable, Encodable {
  public var sessions: Int
  public var customers: Int
  /// A session ends where the gap is greater than this; nil where the log's session column decides.
  @AlwaysWritten public var timeoutSeconds: Double?
  @AlwaysWritten public var medianEvents: Double?
  @AlwaysWritten public var p90Events: Double?
  @AlwaysWritten public var medianDurationSeconds: Double?
  @AlwaysWritten public var meanDurationSeconds: Double?
  @AlwaysWritten public var p90DurationSeconds: Double?
}
