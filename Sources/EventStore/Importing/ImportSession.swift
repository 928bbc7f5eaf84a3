import Synchronization

/// One import under way: takes batches from several threads, and becomes part of the log only when it finishes.
///
/// Memory: the staged rows (about 10 bytes each, and more with values, sessions, attributes or ids) and dictionaries up to
/// `WriterConfiguration.runBytes`, the same again at most while a run is sorted, and what the reader's threads hold.
/// That holds as long as batches arrive about in order of their numbers: batches after a missing one have to wait.
public final class ImportSession: Sendable {
  private struct State {
    var idleLanes: [ImportLane] = []
    var busy = 0
    var isSealing = false
    var isOpen = true
    var failure: EventStoreError?
    var staged: [Int: StagedBatch] = [:]
    var nextNumber = 0
    var runs: [[StoredSegment]] = []
    var rows = 0
    var stagedRows = 0
    var stagedBytes = 0
    var duplicates = 0
    var customers = 0
    var hasDigests = false
  }

  /// The id that the import will have.
  public let id: Int
  private let attributes: [String]
  private let digestKey: (prefix: [UInt8], key: EventDigest)
  private let configuration: WriterConfiguration
  private let writer: EventStoreWriter
  private let state = Monitor(State())

  init(
    writer: EventStoreWriter, id: Int, source: String, attributes: [String], key: EventDigest
  ) {
    self.writer = writer
    self.id = id
    self.attributes = attributes
    configuration = writer.configuration
    var prefix = ByteWriter()
    prefix.write(source)
    digestKey = (prefix.bytes, key)
  }

  /// Rows taken so far, for showing progress.
  public var rowCount: Int { state.with { $0.rows } }

  /// Adds a batch; may be called from several threads, with numbers in any order.
  ///
  /// - Throws: What went wrong now or in an earlier call; the import can then only be cancelled.
  public func append(_ batch: consuming EventBatch) throws(EventStoreError) {
    let lane: ImportLane? = state.when({ !$0.isSealing }) { state in
      precondition(state.isOpen, "an import takes no batch after it has ended")
      if state.failure != nil { return nil }
      state.busy += 1
      return state.idleLanes.popLast() ?? ImportLane(attributeCount: attributes.count)
    }
    guard let lane else { return try rethrow() }
    let staged = lane.stage(batch, digests: digestKey)
    let isFull = state.with { state in
      precondition(
        staged.number >= state.nextNumber && state.staged[staged.number] == nil,
        "a batch number comes once")
      state.busy -= 1
      state.idleLanes.append(lane)
      state.staged[staged.number] = staged
      state.rows += staged.rowCount
      state.stagedRows += staged.rowCount
      state.stagedBytes += staged.byteCount
      if staged.digests != nil { state.hasDigests = true }
      let bytes = state.stagedBytes + state.idleLanes.reduce(0) { $0 + $1.byteCount }
      let isFull = state.stagedRows >= configuration.runRows || bytes >= configuration.runBytes
      if !isFull || state.isSealing || state.staged[state.nextNumber] == nil { return false }
      state.isSealing = true
      return true
    }
    if isFull { try sealRun() }
  }

  private func rethrow() throws(EventStoreError) {
    if let failure = state.with({ $0.failure }) { throw failure }
  }

  /// Sorts and writes the batches that follow each other without a gap; `isSealing` is set and keeps others out.
  private func sealRun() throws(EventStoreError) {
    let work: (batches: [StagedBatch], earlier: [StoredSegment]) = state.when({ $0.busy == 0 }) {
      state in
      var batches: [StagedBatch] = []
      while let batch = state.staged.removeValue(forKey: state.nextNumber) {
        batches.append(batch)
        state.nextNumber += 1
      }
      // Fresh dictionaries for the next run; what waits keeps the old ones alive.
      state.idleLanes = []
      state.stagedRows = state.staged.values.reduce(0) { $0 + $1.rowCount }
      state.stagedBytes = state.staged.values.reduce(0) { $0 + $1.byteCount }
      return (batches, Array(state.runs.joined()))
    }
    var sealed: SealedRun?
    var failure: EventStoreError?
    do throws(EventStoreError) {
      sealed = try writer.seal(
        work.batches, importID: id, attributes: attributes, earlier: work.earlier)
    } catch {
      failure = error
    }
    state.with { state in
      state.isSealing = false
      state.failure = failure
      if let sealed {
        if let segment = sealed.segment { state.runs.append([segment]) }
        state.duplicates += sealed.duplicates
        state.customers += sealed.segment?.customers ?? 0
      }
    }
    if let failure { throw failure }
  }

  /// Writes what is left and makes the import part of the log, at once and whole.
  ///
  /// - Parameters:
  ///   - rejected: Rows that the reader could not read.
  ///   - digest: Digest of the file as it was read, if it was not known at the beginning.
  ///   - bytes: Size of the file.
  /// - Throws: Anything that kept it from the disk, and `.alreadyImported` if only the digest given here shows it;
  ///   then nothing of the import is in the log.
  /// - Precondition: All calls of `append` have returned, and no batch number is missing.
  public func finish(
    rejected: Int = 0, digest: String? = nil, bytes: Int? = nil
  ) throws(EventStoreError) -> ImportSummary {
    try rethrow()
    try writer.describeFile(digest: digest, bytes: bytes)
    let hasRows = state.with { state in
      precondition(state.isOpen && state.busy == 0, "an import ends once, after its last batch")
      if !state.staged.isEmpty { state.isSealing = true }
      return !state.staged.isEmpty
    }
    if hasRows { try sealRun() }
    let (summary, runs, hasDigests) = state.with { state in
      precondition(state.staged.isEmpty, "no batch number is missing")
      state.isOpen = false
      let summary = ImportSummary(
        id: id, rows: state.rows - state.duplicates, duplicates: state.duplicates,
        rejected: rejected, customers: state.customers)
      return (summary, state.runs, state.hasDigests)
    }
    try writer.commit(summary, runs: runs, hasEventIDs: hasDigests)
    return summary
  }

  /// Gives the import up: its files go, and the log is as it was.
  public func cancel() {
    state.with { state in
      state.isOpen = false
      state.staged = [:]
      state.idleLanes = []
    }
    writer.abandon(id)
  }
}
