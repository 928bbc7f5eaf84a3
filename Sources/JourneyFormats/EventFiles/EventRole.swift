import Diagnostics

/// What a column of an event file can mean.
public enum EventRole: String, Sendable, Hashable, Codable, CaseIterable {
  case customer, time, activity, channel, value, session, eventID

  /// The option of the command line that names the column.
  public var option: String {
    switch self {
    case .customer: "--case"
    case .eventID: "--id"
    default: "--\(rawValue)"
    }
  }

  /// The role in a sentence.
  public var title: String { saidTitle.text() }

  /// The same, for other languages too.
  var saidTitle: Saying { .word("role-" + (self == .eventID ? "event-id" : rawValue)) }

  /// Roles without which no row is an event.
  public static let required: [EventRole] = [.customer, .time, .activity]
}
