import Synchronization

/// Changes the event log of a workspace: imports, removals, erasure, compaction.
///
/// Each change replaces the manifest once, at its end; a crash before leaves the log as it was. There is one change
/// at a time:
/// an import that was begun is finished or cancelled before the next.
public final class EventStoreWriter: Sendable {
  struct State {
    var manifest: Manifest
    /// Description of the import under way.
    var pending: ImportRecord?
    /// Whether the import under way may repeat a file.
    var allowsRepeat = false
    /// The next number of a segment file, ahead of the manifest's while an import runs.
    var nextSegment: Int
  }

  let configuration: WriterConfiguration
  let folder: String
  private let lock: WriterLock
  let state: Mutex<State>

  /// Opens the store of the locked workspace, or creates an empty one, and removes leftovers of an interrupted write.
  public init(
    lock: WriterLock, configuration: WriterConfiguration = WriterConfiguration()
  ) throws(EventStoreError) {
    self.lock = lock
    self.configuration = configuration
    folder = EventLog.folder(of: lock.directory)
    try Folder.create(folder)
    var manifest: Manifest
    if Folder.exists(folder + "/" + Manifest.fileName) {
      manifest = try Manifest.read(folder: folder)
    } else {
      manifest = Manifest()
      // A store that lost its manifest is damaged, not empty: its segments must not be taken for leftovers.
      let names = try Folder.names(in: folder)
      guard !names.contains(where: { $0.hasPrefix("segment-") }) else {
        throw .damaged(path: folder + "/" + Manifest.fileName, detail: "the manifest is missing")
      }
      try manifest.write(folder: folder)
    }
    try manifest.removeOrphans(folder: folder)
    state = Mutex(State(manifest: manifest, pending: nil, nextSegment: manifest.nextSegment))
  }

  /// All imports whose rows are in the log, oldest first.
  public var imports: [ImportRecord] { state.withLock { $0.manifest.imports } }

  /// Whether a file of this size can have been imported before; if not, its digest need not be known beforehand.
  public func mayHoldFile(bytes: Int) -> Bool {
    imports.contains { $0.bytes == nil || $0.bytes == bytes }
  }

  /// Begins an import.
  ///
  /// - Parameters:
  ///   - source: The name under which event ids are unique.
  ///   - digest: Digest of the file, if it is known already; a file that was imported before is refused.
  ///   - date: When, in the caller's notation; kept as it is.
  ///   - attributes: Names of the columns that batches carry as attributes.
  ///   - again: Whether to import a file with a known digest all the same.
  /// - Throws: `.alreadyImported`.
  /// - Precondition: No other import is under way.
  public func beginImport(
    source: String, digest: String? = nil, date: String = "", attributes: [String] = [],
    again: Bool = false
  ) throws(EventStoreError) -> ImportSession {
    let state = self.state.withLock { state in
      precondition(state.pending == nil, "one import at a time")
      let known = state.manifest.imports.first { $0.digest == digest }
      if known == nil || again {
        state.allowsRepeat = again
        state.pending = ImportRecord(
          id: state.manifest.nextImport, source: source, digest: digest ?? "", bytes: nil,
          date: date, rows: 0, rejected: 0, duplicates: 0, hasEventIDs: false)
      }
      return (known: known, key: state.manifest.digestKey, id: state.manifest.nextImport)
    }
    if let known = state.known, !again {
      throw .alreadyImported(id: known.id, source: known.source)
    }
    return ImportSession(
      writer: self, id: state.id, source: source, attributes: attributes, key: state.key)
  }

  /// Sets digest and size of the file of the import under way, which are known only when it was read.
  ///
  /// - Throws: `.alreadyImported` if this file turns out to be in the log already, and may not be.
  func describeFile(digest: String?, bytes: Int?) throws(EventStoreError) {
    let known: ImportRecord? = state.withLock { state in
      if let digest { state.pending?.digest = digest }
      state.pending?.bytes = bytes
      guard let pending = state.pending else { return nil }
      precondition(!pending.digest.isEmpty, "an import ends with the digest of its file known")
      if state.allowsRepeat { return nil }
      return state.manifest.imports.first { $0.digest == pending.digest }
    }
    if let known { throw .alreadyImported(id: known.id, source: known.source) }
  }

  func takeSegmentNumber() -> Int {
    state.withLock { state in
      defer { state.nextSegment += 1 }
      return state.nextSegment
    }
  }

  /// Sorts and writes one run of an import.
  ///
  /// - Parameter earlier: Segments of the same import that no manifest names yet.
  func seal(
    _ batches: [StagedBatch], importID: Int, attributes: [String], earlier: [StoredSegment]
  ) throws(EventStoreError) -> SealedRun {
    let stored = state.withLock { Array($0.manifest.runs.joined()) } + earlier
    let duplicates = try DuplicateRows(of: batches, stored: stored, folder: folder)
    let sealer = RunSealer(
      batches: batches, duplicates: duplicates, attributes: attributes, importID: importID,
      threads: configuration.threads)
    guard sealer.rows > 0 else { return SealedRun(segment: nil, duplicates: duplicates.count) }
    let segment = try sealer.seal(folder: folder, number: takeSegmentNumber())
    return SealedRun(segment: segment, duplicates: duplicates.count)
  }

  func commit(
    _ summary: ImportSummary, runs: [[StoredSegment]], hasEventIDs: Bool
  ) throws(EventStoreError) {
    var manifest = state.withLock { state in
      var manifest = state.manifest
      if var record = state.pending {
        record.rows = summary.rows
        record.rejected = summary.rejected
        record.duplicates = summary.duplicates
        record.hasEventIDs = hasEventIDs
        manifest.imports.append(record)
      }
      manifest.nextImport += 1
      manifest.runs += runs
      return manifest
    }
    try compact(&manifest)
    try replace(manifest)
  }

  /// The manifest, for a change other than an import.
  func manifestToChange() -> Manifest {
    state.withLock { state in
      precondition(state.pending == nil, "one change at a time: an import is under way")
      return state.manifest
    }
  }

  /// Makes a manifest the current one, then removes the files that it no longer names.
  func replace(_ manifest: Manifest) throws(EventStoreError) {
    var manifest = manifest
    manifest.nextSegment = state.withLock { $0.nextSegment }
    try manifest.write(folder: folder)
    state.withLock { state in
      state.manifest = manifest
      state.pending = nil
    }
    try manifest.removeOrphans(folder: folder)
  }

  func abandon(_ id: Int) {
    let manifest = state.withLock { state in
      if state.pending?.id == id { state.pending = nil }
      return state.manifest
    }
    // Leftovers do no harm and the next writer removes them, so a refusal is not worth an error.
    do { try manifest.removeOrphans(folder: folder) } catch {}
  }
}
