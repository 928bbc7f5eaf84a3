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
  public var title: String {
    switch self {
    case .customer: "customer"
    case .time: "time"
    case .activity: "activity"
    case .channel: "channel"
    case .value: "value"
    case .session: "session"
    case .eventID: "event id"
    }
  }

  /// Roles without which no row is an event.
  public static let required: [EventRole] = [.customer, .time, .activity]
}
