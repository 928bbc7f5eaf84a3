/// What a person may do in a workspace. Each role may do what the ones before it may.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// Looks.
  case viewer
  /// Looks and comments.
  case commenter
  /// Changes maps and the library.
  case editor
  /// Also invites people and changes their roles.
  case owner

  private var rank: Int {
    switch self {
    case .viewer: 0
    case .commenter: 1
    case .editor: 2
    case .owner: 3
    }
  }

  public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }
}
