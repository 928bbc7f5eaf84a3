public import Diagnostics

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
    case .system: nil
    }
  }

  /// In English.
  public var message: String { saying.text() }
  public var hint: String? { advice?.text() }

  /// Where, if the error lies in the text of a file.
  public var location: TextLocation? {
    switch self {
    case .newerFormat(let finding), .badAnswers(let finding): finding.location
    case .unreadable(_, let findings): findings.first?.location
    default: nil
    }
  }

  /// The exit code of the command line: 2 usage, 3 unreadable input, 4 a damaged or newer workspace.
  public var exitCode: Int32 {
    switch self {
    case .notEmpty, .badName, .unknownSurvey: 2
    case .newerFormat: 4
    default: 3
    }
  }
}
