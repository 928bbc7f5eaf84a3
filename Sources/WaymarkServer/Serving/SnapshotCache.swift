import Diagnostics
import Dispatch
import EventStore
import Foundation
import Insight
import JourneyAnalytics
import JourneyFormats
import JourneyModel
import Synchronization
import WorkspaceStore

/// Keeps the workspace as it was last asked for, with what was worked out of it, until something of it changes.
final class SnapshotCache: Sendable {
  /// One state of the workspace, with what was computed from it so far.
  final class Held: Sendable {
    let snapshot: WorkspaceSnapshot
    let version: WorkspaceVersion
    private let realities = Mutex<[JourneyMap.ID: MapReality]>([:])
    private let diagnostics = Mutex<[Diagnostic]?>(nil)
    private let pages = Mutex<[String: [UInt8]]>([:])

    init(_ snapshot: WorkspaceSnapshot, _ version: WorkspaceVersion) {
      self.snapshot = snapshot
      self.version = version
    }

    /// The revision that the state stands at.
    var revision: Int { version.revision }

    /// The live numbers of a map without filters, worked out once.
    func reality(of map: JourneyMap) throws(EventStoreError) -> MapReality {
      if let known = realities.withLock({ $0[map.id] }) { return known }
      let found = try snapshot.builder.reality(of: map)
      realities.withLock { $0[map.id] = found }
      return found
    }

    /// What is to be mended or looked at, worked out once.
    func findings() throws(EventStoreError) -> [Diagnostic] {
      if let known = diagnostics.withLock({ $0 }) { return known }
      var all: [JourneyMap.ID: MapReality] = [:]
      for map in snapshot.workspace.maps { all[map.id] = try reality(of: map) }
      let found = snapshot.findings(all)
      diagnostics.withLock { $0 = found }
      return found
    }

    /// What the claims of cards measured, as far as the numbers were worked out.
    var readings: [ObjectReference: Evidence.Reading] {
      var readings: [ObjectReference: Evidence.Reading] = [:]
      for (map, reality) in realities.withLock({ $0 }) {
        for (card, standing) in reality.cards {
          readings[ObjectReference(.card, card.rawValue, in: map.rawValue)] = standing.reading
        }
      }
      return readings
    }

    /// Bytes that depend on this state alone, made once per key.
    func bytes(_ key: String, make: () throws -> [UInt8]) rethrows -> [UInt8] {
      if let known = pages.withLock({ $0[key] }) { return known }
      let made = try make()
      pages.withLock { pages in
        // A guard against addresses without end: the oldest answers are cheap to make again.
        if pages.count > 200 { pages.removeAll() }
        pages[key] = made
      }
      return made
    }
  }

  let directory: String
  private let store: OpenedStore
  private let held = Mutex<Held?>(nil)
  /// Where long answers are worked out, so that no connection waits for them.
  private let workers = DispatchQueue(label: "waymark.answers", attributes: .concurrent)

  init(store: OpenedStore) {
    self.store = store
    directory = store.directory
  }

  /// The state of the workspace now; what did not change since the last state is taken from it.
  func current() throws(SnapshotError) -> Held {
    let version = WorkspaceVersion(of: store)
    let known = held.withLock { $0 }
    if let known, known.version == version { return known }
    let former = known.map {
      WorkspaceSnapshot.Former(
        $0.snapshot, hasSameSurveys: $0.version.surveys == version.surveys,
        hasSameLog: $0.version.log == version.log)
    }
    let fresh = Held(
      try WorkspaceSnapshot(of: store.documents, directory: directory, former: former), version)
    held.withLock { $0 = fresh }
    return fresh
  }

  /// Runs what may take long beside the connections.
  func inBackground<Result: Sendable>(
    _ work: @escaping @Sendable (SnapshotCache) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      workers.async {
        continuation.resume(with: Swift.Result { try work(self) })
      }
    }
  }

  /// The workspace as it stands, without its numbers.
  var workspace: Workspace { store.editor.workspace().workspace }

  /// What the rules find in a state of the workspace, with the numbers that were worked out last.
  func ruleFindings(in workspace: Workspace) -> [Finding] {
    let known = held.withLock { $0 }
    let days = DayBoundary(zone: workspace.timeZone) ?? known?.snapshot.days
    guard let days else { return [] }
    return ModelRules.findings(
      in: workspace,
      context: RuleContext(
        today: DayBoundary.today(in: days), readings: known?.readings ?? [:],
        surveys: known.map { Set($0.snapshot.contents.value.surveys.map(\.id)) }))
  }
}

/// What a state of the workspace rests on: equal versions mean that nothing has changed.
struct WorkspaceVersion: Hashable, Sendable {
  var revision: Int
  /// Counts the changes of surveys and answers.
  var surveys: Int
  /// Names, sizes and times of the event log's manifests.
  var log: [ManifestStamp]

  init(of store: OpenedStore) {
    revision = store.editor.revision
    surveys = store.database.surveyChanges
    let folder = store.eventsFolder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    log = names.filter { $0.hasPrefix("manifest") }.sorted().compactMap { name in
      ManifestStamp(path: "\(folder)/\(name)")
    }
  }
}

/// What tells one state of a file from another without reading it.
struct ManifestStamp: Hashable, Sendable {
  var path: String
  var size: Int64
  var modified: Int64
  var inode: UInt64

  /// Nil if there is no such file.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    inode = UInt64(status.st_ino)
  }
}
