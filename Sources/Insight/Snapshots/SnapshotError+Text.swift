public import Diagnostics
import EventStore
import WorkspaceStore

extension SnapshotError {
  /// What happened, in one sentence for a person without a terminal.
  public var saying: Saying {
    switch self {
    case .documents(let error): error.saying
    case .unknownZone(let name): Saying("store.unknown-zone", ["name": name])
    case .log(.damaged(let path, let detail)):
      Saying("store.damaged", ["path": path, "detail": detail])
    case .log(.newerFormat(let path, _, _)): Saying("store.newer", ["path": path])
    case .log(.unknownAttribute(let name, _)): Saying("store.unknown-attribute", ["name": name])
    case .log(let error): Saying("store.log", ["reason": "\(error)"])
    }
  }

  /// What to do about it.
  public var advice: Saying? {
    switch self {
    case .documents(let error): error.advice
    case .unknownZone: Saying("store.unknown-zone#hint")
    case .log(.damaged): Saying("store.damaged#hint")
    case .log(.newerFormat): Saying("store.newer#hint")
    case .log: nil
    }
  }

  /// In English.
  public var plainMessage: String { saying.text() }
  public var plainHint: String? { advice?.text() }
}
