public import Diagnostics
import JourneyModel

/// What kept a workspace from being opened, read or written.
public enum WorkspaceStoreError: Error, Hashable, Sendable {
  /// There is no such file or folder.
  case notFound(path: String)
  /// A folder without `waymark.yaml`.
  case notAWorkspace(path: String)
  /// A workspace is made in an absent or empty folder only.
  case notEmpty(path: String)
  case notAFolder(path: String)
  /// A link, device or folder stands where a file of the workspace should be.
  case notARegularFile(path: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The name of a document cannot be a file name.
  case badName(name: String)
  /// A file was written by a newer version of the program.
  case newerFormat(Diagnostic)
  /// `waymark.yaml` cannot be read at all; the findings say why.
  case unreadable(path: String, findings: [Diagnostic])
  case unknownSurvey(id: String, known: [String])
  /// The answers of a survey are not in the form that Waymark writes.
  case badAnswers(Diagnostic)
  case system(attempt: String, path: String, errno: Int32)
  /// The database was written by a newer version of the program.
  case newerDatabase(path: String, version: Int, known: Int)
  case damagedDatabase(path: String, reason: String)
  /// The disk is full; nothing was written.
  case noSpace(path: String)
  /// The database refused; nothing was written.
  case database(path: String, reason: String)
  /// Another process owns the workspace.
  case locked(path: String)
  /// The disk failed while writing: what it holds is no longer known, and nothing more is taken until it is opened anew.
  case diskFailure(path: String, reason: String)
  /// A batch of edits breaks a limit; nothing of it was done.
  case batchRefused(message: String, hint: String?)
  /// A client sent another batch under the number of an earlier one.
  case batchReused(client: String, sequence: Int)
  /// Text files hold errors: taking them in would lose something. Nothing was changed.
  case textHasErrors(path: String, findings: [Diagnostic])
  /// What the process that owns the workspace says.
  case owner(OwnerFailure)
  /// A backup is not whole, or not one.
  case damagedBackup(path: String, reason: String)
}

extension WorkspaceStoreError {
  /// What happened, in one sentence without a full stop.
  public var saying: Saying {
    switch self {
    case .notFound(let path): Saying("store.not-found", ["path": path])
    case .notAWorkspace(let path): Saying("store.not-a-workspace", ["path": path])
    case .notEmpty(let path): Saying("store.not-empty", ["path": path])
    case .notAFolder(let path): Saying("store.not-a-folder", ["path": path])
    case .notARegularFile(let path): Saying("store.not-a-regular-file", ["path": path])
    case .tooLarge(let path, let bytes, let limit):
      Saying("store.too-large", ["path": path, "bytes": bytes, "limit": limit])
    case .badName(let name): Saying("store.bad-name", ["name": name])
    case .newerFormat(let finding), .badAnswers(let finding): finding.saying
    case .unreadable(let path, let findings):
      findings.first.map { Saying("store.unreadable-because", ["path": path, "why": $0.saying]) }
        ?? Saying("store.unreadable", ["path": path])
    case .unknownSurvey(let id, _): Saying("store.unknown-survey", ["id": id])
    case .system(let attempt, let path, let errno):
      Saying(
        "store.system",
        ["attempt": Saying.attempt(attempt), "path": path, "reason": systemMessage(errno)])
    case .newerDatabase(let path, let version, let known):
      Saying("store.newer-database", ["path": path, "version": version, "known": known])
    case .damagedDatabase(let path, let reason):
      Saying("store.damaged-database", ["path": path, "reason": reason])
    case .noSpace(let path): Saying("store.no-space", ["path": path])
    case .database(let path, let reason):
      Saying("store.database", ["path": path, "reason": reason])
    case .locked(let path): Saying("store.locked", ["path": path])
    case .diskFailure(let path, let reason):
      Saying("store.disk-failure", ["path": path, "reason": reason])
    case .batchRefused(let message, _): .text(message)
    case .batchReused(let client, let sequence):
      Saying("store.batch-reused", ["client": client, "sequence": sequence])
    case .textHasErrors(let path, let findings):
      findings.first.map {
        Saying("store.text-has-errors-because", ["path": path, "why": $0.saying])
      }
        ?? Saying("store.text-has-errors", ["path": path])
    case .owner(let failure): .text(failure.message)
    case .damagedBackup(let path, let reason):
      Saying("store.damaged-backup", ["path": path, "reason": reason])
    }
  }

  /// What to do about it.
  public var advice: Saying? {
    switch self {
    case .notFound: Saying("store.not-found#hint")
    case .notAWorkspace: Saying("store.not-a-workspace#hint")
    case .notEmpty: Saying("store.not-empty#hint")
    case .notAFolder: Saying("store.not-a-folder#hint")
    case .notARegularFile: Saying("store.not-a-regular-file#hint")
    case .tooLarge: Saying("store.too-large#hint")
    case .badName: Saying("store.bad-name#hint")
    case .newerFormat(let finding), .badAnswers(let finding): finding.advice
    case .unreadable(_, let findings): findings.first?.advice
    case .unknownSurvey(let id, let known):
      if let near = Spelling.nearest(to: id, among: known) {
        .didYouMean(near)
      } else if known.isEmpty {
        Saying("store.unknown-survey/none", ["id": id])
      } else {
        Saying("store.unknown-survey/known", ["surveys": Saying.list(known)])
      }
    case .system, .database: nil
    case .newerDatabase: Saying("store.newer-database#hint")
    case .damagedDatabase: Saying("store.damaged-database#hint")
    case .noSpace: Saying("store.no-space#hint")
    case .locked: Saying("store.locked#hint")
    case .diskFailure: Saying("store.disk-failure#hint")
    case .batchRefused(_, let hint): hint.map { .text($0) }
    case .batchReused: Saying("store.batch-reused#hint")
    case .textHasErrors(_, let findings):
      findings.first?.advice.map { Saying("store.text-has-errors/first", ["advice": $0]) }
        ?? Saying("store.text-has-errors#hint")
    case .owner(let failure): failure.hint.map { .text($0) }
    case .damagedBackup: Saying("store.damaged-backup#hint")
    }
  }

  /// In English.
  public var message: String { saying.text() }
  public var hint: String? { advice?.text() }

  /// Where, if the error lies in the text of a file.
  public var location: TextLocation? {
    switch self {
    case .newerFormat(let finding), .badAnswers(let finding): finding.location
    case .unreadable(_, let findings), .textHasErrors(_, let findings): findings.first?.location
    case .owner(let failure): failure.location
    default: nil
    }
  }

  /// The exit code of the command line: 2 usage, 3 unreadable input, 4 a damaged or newer workspace.
  public var exitCode: Int32 {
    switch self {
    case .notEmpty, .badName, .unknownSurvey, .batchRefused, .batchReused: 2
    case .newerFormat, .newerDatabase, .damagedDatabase, .locked, .diskFailure, .damagedBackup: 4
    case .owner(let failure): failure.exitCode
    default: 3
    }
  }
}

extension WorkspaceStoreError {
  /// A text names two things alike.
  static func duplicateObject(_ error: WorkspaceStateError) -> WorkspaceStoreError {
    let object =
      switch error {
      case .duplicate(let object): object
      }
    let finding = Diagnostic(
      "notation.duplicate-id", .error, as: "store.duplicate-object",
      ["kind": object.kind.rawValue, "id": object.id])
    return .unreadable(
      path: object.map.map { "maps/\($0).yaml" } ?? "waymark.yaml", findings: [finding])
  }
}
