import EventStore
import WorkspaceStore

extension SnapshotError {
  /// What happened, in one sentence for a person without a terminal.
  public var plainMessage: String {
    switch self {
    case .documents(let error): error.message
    case .unknownZone(let name): "the workspace names a time zone that does not exist: '\(name)'"
    case .log(.damaged(let path, let detail)): "'\(path)' is damaged: \(detail)"
    case .log(.newerFormat(let path, _, _)):
      "'\(path)' was written by a newer version of Waymark"
    case .log(.unknownAttribute(let name, _)): "the log has no attribute '\(name)'"
    case .log(let error): "the events cannot be read: \(error)"
    }
  }

  /// What to do about it.
  public var plainHint: String? {
    switch self {
    case .documents(let error): error.hint
    case .unknownZone: "write a name such as Europe/Kyiv after timeZone in waymark.yaml"
    case .log(.damaged): "run `waymark verify` on the folder; it lists all damage"
    case .log(.newerFormat): "use a newer version of Waymark"
    case .log: nil
    }
  }
}
