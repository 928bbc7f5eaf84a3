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
        .toTombstone, message: "the \(gone.kind.rawValue) was deleted in the meantime",
        hint: "restore it from the history to go on with it", object: gone)
    case .alreadyExists:
      self.init(
        .alreadyExists, message: "there is another \(object.kind.rawValue) '\(object.id)'",
        hint: "give the new one another id", object: object)
    case .unknownObject(let unknown):
      self.init(
        .unknownObject, message: "there is no \(unknown.kind.rawValue) '\(unknown.id)'",
        object: unknown)
    case .refused(let refusal):
      self.init(.refused, message: refusal.message, hint: refusal.hint, object: object)
    }
  }

  init(_ left: UndoReport.LeftAlone) {
    let object = left.inverse.edit.object
    let message: String
    switch left.reason {
    case .changedSince(let names):
      message =
        "somebody has changed \(names.map(\.rawValue).joined(separator: ", ")) since; it stays as they made it"
    case .filledSince(let added):
      message = "somebody has put \(added.count) more into the \(object.kind.rawValue) since"
    case .deletedSince: message = "somebody has deleted the \(object.kind.rawValue) since"
    case .restoredSince: message = "somebody has restored the \(object.kind.rawValue) since"
    case .notPossible(let outcome):
      message =
        OutcomeReport(outcome, of: object).message ?? "it cannot be taken back any more"
    }
    self.init(.leftAlone, message: message, object: object)
  }
}
