/// How the events of one customer are cut into sessions.
public enum SessionRule: Sendable, Hashable {
  /// By the log's session column; where the log has none, by `defaultTimeout`.
  case column
  /// A new session starts when the gap to the previous event is greater than this many microseconds.
  case timeout(microseconds: Int64)

  /// Thirty minutes.
  public static let defaultTimeout: Int64 = 30 * 60 * 1_000_000
}

/// What a journey is: everything a customer did, or one session.
///
/// With `session` a session takes the customer's place in every question; counts named "customers" then count sessions.
public enum CaseRule: Sendable, Hashable {
  case customer
  case session(SessionRule)
}
