import Foundation
import GRDB
import JourneyModel
import Secrets
import Synchronization

extension WorkspaceEditor {
  /// What a batch came to: its answer, and the revision if it made one just now.
  public typealias Committed = (answer: BatchAnswer, revision: Revision?)

  /// Stores batches in one transaction and answers them; on the disk when it returns, and only then seen by readers.
  ///
  /// A batch that came before gets its former answer and no revision.
  /// - Throws: `.batchRefused`, `.batchReused`, `.noSpace`, `.diskFailure` …; then none of the batches was done.
  public func commit(
    _ batches: [(EditBatch, Author)]
  ) throws(WorkspaceStoreError) -> [Committed] {
    for (batch, _) in batches { try BatchLimits.check(batch) }
    var results: [Committed] = []
    try change { (database, transaction) in
      for (batch, author) in batches {
        results.append(try transaction.commit(batch, author, database).get())
      }
    }
    return results
  }

  /// Like `commit`, but a batch that is refused does not keep the others from being done.
  public func commitEach(
    _ batches: [(EditBatch, Author)]
  ) throws(WorkspaceStoreError) -> [Result<Committed, WorkspaceStoreError>] {
    var results: [Result<Committed, WorkspaceStoreError>] = []
    try change { (database, transaction) in
      for (batch, author) in batches {
        do throws(WorkspaceStoreError) { try BatchLimits.check(batch) } catch {
          results.append(.failure(error))
          continue
        }
        results.append(try transaction.commit(batch, author, database))
      }
    }
    return results
  }

  /// Stores edits of the program itself, which come once and are not answered: imports, changed files.
  ///
  /// - Returns: nil if nothing was changed.
  @discardableResult
  func record(
    _ edits: [Edit], intention: String, author: Author,
    also: (Database) throws -> Void = { _ in }
  ) throws(WorkspaceStoreError) -> Revision? {
    var result: Revision?
    try change { (database, transaction) in
      let effect = transaction.apply(faithfully: edits)
      result = try transaction.store(
        effect, intention: intention, author: author, client: "waymark", sequence: nil, database)
      try also(database)
    }
    return result
  }

  /// Runs one transaction, with the memory following the disk in every case.
  func change(
    _ body: (Database, inout EditTransaction) throws -> Void
  ) throws(WorkspaceStoreError) {
    try writing.withLock { (writing) throws(WorkspaceStoreError) in
      if let failure = writing.failure { throw failure }
      var transaction = EditTransaction(writing, at: now())
      // While the transaction has the state, nobody else does: it is changed in place and not copied.
      writing.state = WorkspaceState(stored: [])
      do throws(WorkspaceStoreError) {
        try database.write { try body($0, &transaction) }
      } catch {
        transaction.takeBack()
        writing.state = transaction.state
        if error.endsAcknowledging { writing.failure = error }
        throw error
      }
      writing.state = transaction.state
      writing.revision = transaction.revision
      let (changed, revisions) = (transaction.before.keys, transaction.revisions)
      publish(changed, from: writing)
      if !revisions.isEmpty { for observer in writing.observers { observer(revisions) } }
    }
  }
}

extension WorkspaceStoreError {
  /// Whether after this error it is not known what the disk holds.
  fileprivate var endsAcknowledging: Bool {
    switch self {
    case .diskFailure, .damagedDatabase: true
    default: false
    }
  }
}

/// The changes of one transaction on their way to the disk.
struct EditTransaction {
  private(set) var state: WorkspaceState
  private(set) var revision: Int
  private(set) var revisions: [Revision] = []
  /// What was touched, as it was before.
  private(set) var before: [ObjectReference: StoredObject?] = [:]
  /// What the rows hold of objects that this transaction has written.
  private var rows: [ObjectReference: StoredObject] = [:]
  private let at: Int64

  init(_ writing: WorkspaceEditor.Writing, at: Int64) {
    state = writing.state
    revision = writing.revision
    self.at = at
  }

  mutating func takeBack() {
    for (reference, object) in before { state.replace(reference, with: object) }
  }

  mutating func apply(_ change: EditBatch.Change) -> BatchEffect {
    note { BatchEffect.apply(change, to: &$0, willChange: $1) }
  }

  mutating func apply(faithfully edits: [Edit]) -> BatchEffect {
    note { BatchEffect.applyFaithfully(edits, to: &$0, willChange: $1) }
  }

  /// Keeps what everything touched was before.
  private mutating func note(
    _ body: (inout WorkspaceState, (ObjectReference, WorkspaceState) -> Void) -> BatchEffect
  ) -> BatchEffect {
    var touched: [(ObjectReference, StoredObject?)] = []
    let effect = body(&state) { object, state in
      touched.append((object, state.object(object)))
    }
    for (object, former) in touched where before[object] == nil {
      before.updateValue(former, forKey: object)
    }
    return effect
  }

  /// One batch, unless it came before; a batch that is refused changes nothing.
  mutating func commit(
    _ batch: EditBatch, _ author: Author, _ database: Database
  ) throws -> Result<WorkspaceEditor.Committed, WorkspaceStoreError> {
    let digest = ContentDigest.of(try StoredJSON.bytes(batch))
    if let receipt = try Receipt.find(batch, database) {
      guard receipt.digest == digest else {
        return .failure(.batchReused(client: batch.client, sequence: batch.sequence))
      }
      return .success((answer: receipt.answer, revision: nil))
    }
    let effect = apply(batch.change)
    let made = try store(
      effect, intention: batch.intention, author: author, client: batch.client,
      sequence: batch.sequence, database)
    let answer = BatchAnswer(
      sequence: batch.sequence, revision: made?.number, outcomes: effect.outcomes,
      inverses: effect.inverses)
    try Receipt.store(answer, of: batch, digest: digest, at: at, database)
    return .success((answer: answer, revision: made))
  }

  /// Writes the rows of a new revision; nil if nothing was changed.
  mutating func store(
    _ effect: BatchEffect, intention: String, author: Author, client: String, sequence: Int?,
    _ database: Database
  ) throws -> Revision? {
    guard !effect.edits.isEmpty else { return nil }
    revision += 1
    let made = Revision(
      number: revision, at: at, person: author.person, author: author.name, client: client,
      sequence: sequence ?? revision, intention: intention, edits: effect.edits)
    try StoredHistory.insert(made, inverses: effect.inverses, database)
    var written: Set<ObjectReference> = []
    for edit in effect.edits where written.insert(edit.object).inserted {
      if let object = state.object(edit.object) {
        let former = rows.updateValue(object, forKey: edit.object) ?? before[edit.object] ?? nil
        try StoredObjects.write(object, before: former, revision, database)
      }
    }
    revisions.append(made)
    return made
  }
}
