/// Somebody with an account in the workspace. Times are whole microseconds since 1970, UTC.
public struct Person: Sendable, Hashable, Identifiable {
  public let id: String
  public var name: String
  /// In lower case; nobody else in the workspace has it.
  public var email: String
  public var role: Role
  /// Whether the person may sign in. Accounts are never deleted: the history names them.
  public var isActive: Bool
  public var createdAt: Int64
  /// JSON that the browser keeps for the person: theme, tour seen …
  public var settings: String
}

/// A browser in which a person is signed in.
public struct PersonSession: Sendable, Hashable, Identifiable {
  /// A public name, to end the session by; not its token.
  public let id: String
  /// What the browser calls itself.
  public var device: String
  public var createdAt: Int64
  public var lastSeenAt: Int64
  public var expiresAt: Int64
}

/// A person as their session shows them.
public struct SignedIn: Sendable, Hashable {
  public var person: Person
  public var session: PersonSession
}

/// A link by which somebody may make an account with a given role, once.
public struct Invitation: Sendable, Hashable, Identifiable {
  public let id: String
  public var role: Role
  /// Whom it is for, in the inviter's words.
  public var note: String
  public var createdBy: String
  public var createdAt: Int64
  public var expiresAt: Int64
}

/// A link by which anybody may read one map.
public struct Share: Sendable, Hashable, Identifiable {
  public let id: String
  public var map: String
  public var label: String
  /// The ids of the lanes that are shown; nil for all that the map itself does not hide.
  public var lanes: [String]?
  public var showsNumbers: Bool
  public var createdBy: String
  public var createdAt: Int64
  public var expiresAt: Int64
  public var revokedAt: Int64?
  public var lastUsedAt: Int64?
}

/// How somebody likes to see a map: lanes, personas, zoom, as JSON of the browser's.
public struct SavedView: Sendable, Hashable, Identifiable {
  public let id: String
  public var map: String
  public var person: String
  public var isShared: Bool
  public var name: String
  public var settings: String
  public var changedAt: Int64
}

/// Something that was done to accounts or links, and by whom.
public struct AuditEntry: Sendable, Hashable {
  public var number: Int64
  public var at: Int64
  /// Nil for somebody unknown, and for the command line.
  public var person: String?
  public var action: String
  public var subject: String
}

/// A span of time as the database counts it.
public enum Microseconds {
  public static let second: Int64 = 1_000_000
  public static let minute = 60 * second
  public static let hour = 60 * minute
  public static let day = 24 * hour
}
