import WorkspaceStore

/// What a route asks of who calls it. Each role may do what the roles below it may.
enum Permission: String, Sendable, Hashable, CaseIterable, Codable {
  /// No account is needed.
  case anyone
  case view, comment, edit, own

  /// Whether a person may pass; nil is somebody who is not signed in.
  func allows(_ role: Role?) -> Bool {
    guard self != .anyone else { return true }
    guard let role else { return false }
    return role >= leastRole
  }

  private var leastRole: Role {
    switch self {
    case .anyone, .view: .viewer
    case .comment: .commenter
    case .edit: .editor
    case .own: .owner
    }
  }
}
