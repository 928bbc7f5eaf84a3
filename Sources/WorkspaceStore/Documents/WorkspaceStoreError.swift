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
  /// A backup is not whole, or not one.
  case damagedBackup(path: String, reason: String)
}

extension WorkspaceStoreError {
  /// What happened, in one sentence without a full stop.
  public var message: String {
    switch self {
    case .notFound(let path): "there is nothing at '\(path)'"
    case .notAWorkspace(let path): "'\(path)' is no workspace: it has no file 'waymark.yaml'"
    case .notEmpty(let path): "'\(path)' is not empty"
    case .notAFolder(let path): "'\(path)' is no folder"
    case .notARegularFile(let path): "'\(path)' is no regular file"
    case .tooLarge(let path, let bytes, let limit):
      "'\(path)' has \(bytes) bytes; at most \(limit) are read"
    case .badName(let name): "'\(name)' cannot be the name of a file in a workspace"
    case .newerFormat(let finding): finding.message
    case .unreadable(let path, let findings):
      findings.first.map { "'\(path)' cannot be read: \($0.message)" } ?? "'\(path)' cannot be read"
    case .unknownSurvey(let id, _): "the workspace has no survey '\(id)'"
    case .badAnswers(let finding): finding.message
    case .system(let attempt, let path, let errno):
      "could not \(attempt) '\(path)': \(systemMessage(errno))"
    case .newerDatabase(let path, let version, let known):
      "'\(path)' was written by a newer Waymark (schema \(version); this one knows \(known))"
    case .damagedDatabase(let path, let reason): "'\(path)' is damaged: \(reason)"
    case .noSpace(let path): "no room is left on the disk of '\(path)'; nothing was written"
    case .database(let path, let reason): "'\(path)' could not be written: \(reason)"
    case .locked(let path): "'\(path)' is in use by another program"
    case .diskFailure(let path, let reason):
      "the disk of '\(path)' failed (\(reason)); nothing more is taken until it is opened anew"
    case .batchRefused(let message, _): message
    case .batchReused(let client, let sequence):
      "the client '\(client)' has sent another batch \(sequence) before"
    case .textHasErrors(let path, let findings):
      findings.first.map { "'\(path)' has errors in its text files: \($0.message)" }
        ?? "'\(path)' has errors in its text files"
    case .damagedBackup(let path, let reason): "'\(path)' cannot be restored: \(reason)"
    }
  }

  public var hint: String? {
    switch self {
    case .notFound: "check the path"
    case .notAWorkspace:
      "make one with 'waymark init DIR', or name the folder that holds 'waymark.yaml'"
    case .notEmpty: "name a folder that is empty or does not exist yet"
    case .notAFolder: "name the folder of the workspace"
    case .notARegularFile: "put the file itself there; links are not followed inside a workspace"
    case .tooLarge: "check that it is the right file"
    case .badName: "use lowercase letters, digits and '-'"
    case .newerFormat(let finding), .badAnswers(let finding): finding.hint
    case .unreadable(_, let findings): findings.first?.hint
    case .unknownSurvey(let id, let known):
      Spelling.hint(for: id, among: known)
        ?? (known.isEmpty
          ? "write a file 'surveys/\(id).yaml' first" : "surveys: \(known.joined(separator: ", "))")
    case .system, .database: nil
    case .newerDatabase: "use the newer version, or restore a backup made by this one"
    case .damagedDatabase:
      "restore a backup with 'waymark restore'; 'waymark verify' says what is damaged"
    case .noSpace: "make room and try again"
    case .locked: "end the other program, or wait until it has finished"
    case .diskFailure: "look after the disk, then start again; 'waymark verify' says what it holds"
    case .batchRefused(_, let hint): hint
    case .batchReused: "give every batch a number of its own"
    case .textHasErrors(_, let findings):
      findings.first?.hint.map { "\($0); 'waymark check' lists everything" }
        ?? "'waymark check' lists everything; nothing was changed"
    case .damagedBackup: "take another backup, or make this one anew; nothing was restored"
    }
  }

  /// Where, if the error lies in the text of a file.
  public var location: TextLocation? {
    switch self {
    case .newerFormat(let finding), .badAnswers(let finding): finding.location
    case .unreadable(_, let findings), .textHasErrors(_, let findings): findings.first?.location
    default: nil
    }
  }

  /// The exit code of the command line: 2 usage, 3 unreadable input, 4 a damaged or newer workspace.
  public var exitCode: Int32 {
    switch self {
    case .notEmpty, .badName, .unknownSurvey, .batchRefused, .batchReused: 2
    case .newerFormat, .newerDatabase, .damagedDatabase, .locked, .diskFailure, .damagedBackup: 4
    default: 3
    }
  }
}

extension WorkspaceStoreError {
  /// A text names two things alike.
  static func duplicateObject(_ error: WorkspaceStateError) -> WorkspaceStoreError {
    let object = switch error { case .duplicate(let object): object }
    let finding = Diagnostic(
      "notation.duplicate-id", .error,
      "two objects of the kind '\(object.kind.rawValue)' have the id '\(object.id)'",
      hint: "give one of them another id")
    return .unreadable(path: object.map.map { "maps/\($0).yaml" } ?? "waymark.yaml", findings: [finding])
  }
}
