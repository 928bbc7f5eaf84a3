import Foundation
public import JourneyModel
import Synchronization

/// The one place where a workspace is changed: it orders the edits, stores them, and knows the state they lead to.
///
/// There is one for each process and workspace. Its state is in memory; SQLite holds the same as rows, together with
/// every edit. Readers never wait for a disk.
public final class WorkspaceEditor: Sendable {
  let database: WorkspaceDatabase
  /// Whole microseconds since 1970.
  let now: @Sendable () -> Int64

  /// What the next batch is applied to. Only whoever holds this writes.
  struct Writing {
    var state: WorkspaceState
    var revision: Int
    /// Set when the disk has failed: from then on nothing is acknowledged.
    var failure: WorkspaceStoreError?
    var observers: [@Sendable ([Revision]) -> Void] = []
  }
  let writing: Mutex<Writing>

  /// What was committed, for readers.
  private struct Published {
    var state: WorkspaceState
    var revision: Int
    /// The typed view of `revision`, once somebody has asked for it.
    var view: Workspace?
  }
  private let published: Mutex<Published>

  /// - Parameter now: the clock of the history.
  public init(
    database: WorkspaceDatabase, now: @escaping @Sendable () -> Int64 = WallClock.microseconds
  ) throws(WorkspaceStoreError) {
    self.database = database
    self.now = now
    let (state, revision) = try StoredObjects.load(database)
    // Each has storage of its own, so that changing one never copies the other.
    published = Mutex(Published(state: state, revision: revision))
    writing = Mutex(
      Writing(state: WorkspaceState(stored: state.storedObjects), revision: revision))
  }

  /// The last committed revision; 0 before anything was taken in.
  public var revision: Int { published.withLock { $0.revision } }

  /// The committed state, with its revision.
  public func state() -> (state: WorkspaceState, revision: Int) {
    published.withLock { ($0.state, $0.revision) }
  }

  /// The typed view of the committed state; made once for each revision.
  public func workspace() -> (workspace: Workspace, revision: Int) {
    let (state, revision, view) = published.withLock { ($0.state, $0.revision, $0.view) }
    if let view { return (view, revision) }
    let made = state.workspace
    published.withLock { if $0.revision == revision { $0.view = made } }
    return (made, revision)
  }

  /// The objects of a map, or those outside maps for nil, the deleted ones too.
  public func objects(map: String?) -> (objects: [StoredObject], revision: Int) {
    let (state, revision) = state()
    return (state.objects(in: map), revision)
  }

  /// Hears of every new revision, in order, after it was committed and before `commit` returns.
  ///
  /// The observer must be quick and must not commit.
  public func observe(_ observer: @escaping @Sendable ([Revision]) -> Void) {
    writing.withLock { $0.observers.append(observer) }
  }

  /// Makes committed changes visible to readers.
  func publish(_ changed: some Sequence<ObjectReference>, from writing: Writing) {
    published.withLock { published in
      published.view = nil
      for object in changed { published.state.replace(object, with: writing.state.object(object)) }
      published.revision = writing.revision
    }
  }
}

/// The time it is.
public enum WallClock {
  /// Whole microseconds since 1970, UTC.
  @Sendable public static func microseconds() -> Int64 {
    Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down))
  }
}
