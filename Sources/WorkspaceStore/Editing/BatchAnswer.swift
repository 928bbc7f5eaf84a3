import Diagnostics
public import JourneyModel

/// What became of a batch.
public struct BatchAnswer: Sendable, Hashable, Codable {
  public var sequence: Int
  /// Nil if nothing was changed.
  public var revision: Int?
  /// One for each edit, or for each inverse, in their order.
  public var outcomes: [OutcomeReport]
  /// Takes back what was applied; handed back as the `undo` of another batch.
  public var inverses: [Inverse]

  public init(
    sequence: Int, revision: Int?, outcomes: [OutcomeReport], inverses: [Inverse]
  ) {
    self.sequence = sequence
    self.revision = revision
    self.outcomes = outcomes
    self.inverses = inverses
  }
}

/// What became of one edit, for people and programs.
public struct OutcomeReport: Sendable, Hashable, Codable {
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    case applied
    case noChange = "no-change"
    case alreadyDeleted = "already-deleted"
    case toTombstone = "to-tombstone"
    case alreadyExists = "already-exists"
    case unknownObject = "unknown-object"
    case refused
    /// An undo found that others have changed it since.
    case leftAlone = "left-alone"
  }
  public var outcome: Outcome
  public var message: String?
  public var hint: String?
  /// The object concerned: the one edited, or the one that is missing or deleted.
  public var object: ObjectReference?

  public init(
    _ outcome: Outcome, message: String? = nil, hint: String? = nil, object: ObjectReference? = nil
  ) {
    self.outcome = outcome
    self.message = message
    self.hint = hint
    self.object = object
  }
}

extension OutcomeReport {
  init(_ outcome: EditOutcome, of object: ObjectReference) {
    switch outcome {
    case .applied: self.init(.applied, object: object)
    case .noChange: self.init(.noChange, object: object)
    case .alreadyDeleted: self.init(.alreadyDeleted, object: object)
    case .toTombstone(let gone):
      self.init(
        .toTombstone, message: Saying("edit.to-tombstone", ["kind": gone.kind.rawValue]).text(),
        hint: Saying("edit.to-tombstone#hint").text(), object: gone)
    case .alreadyExists:
      self.init(
        .alreadyExists,
        message: Saying(
          "edit.already-exists", ["kind": object.kind.rawValue, "id": object.id]
        ).text(),
        hint: Saying("edit.already-exists#hint").text(), object: object)
    case .unknownObject(let unknown):
      self.init(
        .unknownObject,
        message: Saying(
          "edit.unknown-object", ["kind": unknown.kind.rawValue, "id": unknown.id]
        ).text(), object: unknown)
    case .refused(let refusal):
      self.init(.refused, message: refusal.message, hint: refusal.hint, object: object)
    }
  }

  init(_ left: UndoReport.LeftAlone) {
    let object = left.inverse.edit.object
    let kind = object.kind.rawValue
    let saying: Saying
    switch left.reason {
    case .changedSince(let names):
      saying = Saying("edit.changed-since", ["names": Saying.list(names.map(\.rawValue))])
    case .filledSince(let added):
      saying = Saying("edit.filled-since", ["count": added.count, "kind": kind])
    case .deletedSince: saying = Saying("edit.deleted-since", ["kind": kind])
    case .restoredSince: saying = Saying("edit.restored-since", ["kind": kind])
    case .notPossible(let outcome):
      saying =
        OutcomeReport(outcome, of: object).message.map { .text($0) } ?? Saying("edit.not-possible")
    }
    self.init(.leftAlone, message: saying.text(), object: object)
  }
}
