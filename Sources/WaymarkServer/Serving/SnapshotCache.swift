import Diagnostics
import EventStore
import Foundation
import Insight
import JourneyAnalytics
import JourneyModel
import Synchronization
import WorkspaceStore

/// Keeps the workspace as it was last read, and reads it again when one of its files has changed.
///
/// Readers take no lock on the workspace: a new manifest or document is picked up with the next request.
final class SnapshotCache: Sendable {
  /// One state of the workspace, with what was computed from it so far.
  final class Held: Sendable {
    let snapshot: WorkspaceSnapshot
    let stamp: FolderStamp
    private let realities = Mutex<[JourneyMap.ID: MapReality]>([:])
    private let diagnostics = Mutex<[Diagnostic]?>(nil)
    private let pages = Mutex<[String: [UInt8]]>([:])

    init(_ snapshot: WorkspaceSnapshot, _ stamp: FolderStamp) {
      self.snapshot = snapshot
      self.stamp = stamp
    }

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
  private let documents: any WorkspaceDocuments & Sendable
  /// Counts the changes that are in no file's name, size or time.
  private let version: @Sendable () -> Int
  private let held = Mutex<Held?>(nil)

  init(directory: String) throws(WorkspaceStoreError) {
    self.directory = directory
    documents = try FolderDocuments(opening: directory)
    version = { 0 }
  }

  init(store: OpenedStore) {
    directory = store.directory
    documents = store.documents
    let editor = store.editor
    version = { editor.revision }
  }

  /// The state of the workspace now.
  func current() throws(SnapshotError) -> Held {
    let stamp = FolderStamp(of: directory, version: version())
    if let known = held.withLock({ $0 }), known.stamp == stamp { return known }
    let fresh = Held(
      try WorkspaceSnapshot(of: documents, directory: directory), stamp)
    held.withLock { $0 = fresh }
    return fresh
  }
}

/// Names, sizes and times of a workspace's files: equal stamps mean that nothing has changed.
struct FolderStamp: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var path: String
    var size: Int64
    var modified: Int64
    var inode: UInt64
  }
  private var entries: [Entry] = []
  private let version: Int

  init(of directory: String, version: Int = 0) {
    self.version = version
    var folders = [directory]
    for name in ["maps", "personas", "surveys", "answers"] {
      folders.append("\(directory)/\(name)")
    }
    for folder in folders {
      for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      where name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
        add("\(folder)/\(name)")
      }
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(directory)/events")) ?? []
    where name.hasPrefix("manifest") { add("\(directory)/events/\(name)") }
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let time = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    entries.append(
      Entry(path: path, size: Int64(status.st_size), modified: time, inode: UInt64(status.st_ino)))
  }
}
