import Diagnostics
public import Feedback
public import JourneyFormats
import JourneyModel

/// A workspace as a folder of text files: `waymark.yaml`, `maps/`, `personas/`, `surveys/`, `answers/` …
///
/// Links are not followed inside the folder, and only files whose names are ids are read.
public struct FolderDocuments: WorkspaceDocuments {
  /// As it was given, without a slash at the end.
  public let folder: String
  public let limits: NotationLimits

  /// Answers of one survey may take so many bytes.
  static let longestAnswers = 1 << 30

  /// Opens the workspace in a folder.
  ///
  /// - Throws: `.notFound`, `.notAFolder`, or `.notAWorkspace` without `waymark.yaml`.
  public init(
    opening path: String, limits: NotationLimits = NotationLimits()
  ) throws(WorkspaceStoreError) {
    folder = Self.normalized(path)
    self.limits = limits
    guard let names = try FolderFile.names(in: folder, followsLink: true) else {
      throw .notFound(path: path)
    }
    guard names.contains(WorkspaceDocument.settings.path) else { throw .notAWorkspace(path: path) }
  }

  /// Makes a workspace in an absent or empty folder.
  ///
  /// - Throws: `.notEmpty` if anything stands there, hidden files included.
  public static func create(
    at path: String, _ contents: WorkspaceContents
  ) throws(WorkspaceStoreError) -> FolderDocuments {
    let folder = normalized(path)
    if let names = try FolderFile.names(in: folder, followsLink: true) {
      if !names.isEmpty { throw .notEmpty(path: path) }
    } else {
      try FolderFile.makeFolder(folder, withParents: true)
    }
    for name in WorkspaceDocument.folders + ["answers"] {
      try FolderFile.makeFolder("\(folder)/\(name)")
    }
    let documents = FolderDocuments(unchecked: folder)
    for document in contents.surveys where !WorkspaceDocument.canHold(survey: document.id) {
      throw .badName(name: document.id)
    }
    // The settings come last: until then the folder is no workspace.
    let files = Notation.print(contents)
    for file in files where file.document != .settings { try documents.write(file) }
    for file in files where file.document == .settings { try documents.write(file) }
    return documents
  }

  private init(unchecked folder: String) {
    self.folder = folder
    limits = NotationLimits()
  }

  /// The nearest folder at or above a file that holds `waymark.yaml`, as a path without links; nil if there is none.
  public static func nearestWorkspace(to path: String) throws(WorkspaceStoreError) -> String? {
    guard var folder = FolderFile.resolved(path) else { throw .notFound(path: path) }
    while true {
      if try FolderFile.kind(folder) == .folder,
        try FolderFile.kind("\(folder)/\(WorkspaceDocument.settings.path)") == .file
      {
        return folder
      }
      let parent = FolderFile.parent(of: folder)
      if parent == folder { return nil }
      folder = parent
    }
  }

  private static func normalized(_ path: String) -> String {
    var result = path
    while result.count > 1, result.hasSuffix("/") { result.removeLast() }
    return result.isEmpty ? "." : result
  }

  public var place: String { folder }
  public var eventsFolder: String { "\(folder)/events" }
  private func path(_ document: WorkspaceDocument) -> String { "\(folder)/\(document.path)" }

  public func documents() throws(WorkspaceStoreError) -> [WorkspaceDocument] {
    try survey().documents
  }

  public func exists(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> Bool {
    try FolderFile.kind(path(document)) == .file
  }

  public func read(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> [UInt8]? {
    try FolderFile.read(path(document), limit: limits.bytes)
  }

  public func write(_ text: DocumentText) throws(WorkspaceStoreError) {
    let path = path(text.document)
    guard WorkspaceDocument(path: text.document.path) == text.document else {
      throw .badName(name: text.document.path)
    }
    if text.document.path.contains("/") { try FolderFile.makeFolder(FolderFile.parent(of: path)) }
    try FolderFile.write(text.bytes, to: path)
  }

  public func remove(_ document: WorkspaceDocument) throws(WorkspaceStoreError) {
    try FolderFile.remove(path(document))
  }

  public func load() throws(WorkspaceStoreError) -> LoadedWorkspace {
    let result = try gather()
    guard let value = result.value else {
      if let newer = result.diagnostics.first(where: \.meansNewerFormat) {
        throw .newerFormat(newer)
      }
      throw .unreadable(
        path: path(.settings), findings: result.diagnostics.filter { $0.severity == .error })
    }
    return LoadedWorkspace(value.value, sources: value.sources, diagnostics: result.diagnostics)
  }

  /// Reads everything that can be read; findings name files as `folder/…`.
  func gather() throws(WorkspaceStoreError) -> Diagnosed<Sourced<WorkspaceContents>> {
    var (documents, findings) = try survey()
    var files: [DocumentText] = []
    documents.sort()
    for document in documents {
      do throws(WorkspaceStoreError) {
        if let bytes = try read(document) { files.append(DocumentText(document, bytes)) }
      } catch {
        if document == .settings { throw error }
        findings.append(error.finding(file: path(document)))
      }
    }
    let prefix = folder == "." ? "" : "\(folder)/"
    let read = Notation.read(files, folder: prefix, limits: limits)
    let all = (read.diagnostics + findings).sorted { a, b in
      guard let left = a.location, let right = b.location else { return false }
      return left < right
    }
    return Diagnosed(read.value, all)
  }

  /// The documents of the folder, and findings about files that look like documents and are none.
  private func survey() throws(WorkspaceStoreError) -> (
    documents: [WorkspaceDocument], findings: [Diagnostic]
  ) {
    var documents: [WorkspaceDocument] = []
    var findings: [Diagnostic] = []
    var paths: [String] = []
    for name in try FolderFile.names(in: folder, followsLink: true) ?? [] {
      if WorkspaceDocument.folders.contains(name) {
        do throws(WorkspaceStoreError) {
          let names = try FolderFile.names(in: "\(folder)/\(name)") ?? []
          paths += names.map { "\(name)/\($0)" }
        } catch {
          findings.append(error.finding(file: "\(folder)/\(name)"))
        }
      } else {
        paths.append(name)
      }
    }
    for path in paths {
      if let document = WorkspaceDocument(path: path) {
        documents.append(document)
      } else if path.hasSuffix(".yaml") || path.hasSuffix(".yml"), !path.contains("/.") {
        findings.append(unknownFile(path))
      }
    }
    return (documents.sorted(), findings)
  }

  private func unknownFile(_ path: String) -> Diagnostic {
    let parts = path.split(separator: "/")
    let name = parts.last.map(String.init) ?? path
    let stem = name.hasSuffix(".yaml") ? name.dropLast(5) : name.dropLast(4)
    var hint = Advice.usual
    if parts.count == 2, let id = Identifier<WorkspaceDocument>.slug(from: String(stem)) {
      hint = .said(Saying("notation.unknown-file/rename", ["id": id.rawValue]))
    } else if let near = Spelling.nearest(
      to: path, among: ["waymark.yaml", "touchpoints.yaml", "bindings.yaml"])
    {
      hint = .nearest(near)
    }
    return Diagnostic(
      "notation.unknown-file", .warning, ["path": path],
      at: TextLocation(file: "\(folder)/\(path)"), hint: hint)
  }

  // MARK: Answers

  private func answerPath(_ survey: Survey.ID) throws(WorkspaceStoreError) -> String {
    guard WorkspaceDocument.canHold(survey: survey) else { throw .badName(name: survey) }
    return "\(folder)/answers/\(survey).csv"
  }

  public func answerBytes(of survey: Survey.ID) throws(WorkspaceStoreError) -> [UInt8]? {
    try FolderFile.read(answerPath(survey), limit: Self.longestAnswers)
  }

  public func writeAnswers(
    _ answers: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) {
    let path = try answerPath(survey.id)
    try FolderFile.makeFolder("\(folder)/answers")
    try FolderFile.write(AnswerTable.write(answers, survey: survey), to: path)
  }
}

extension WorkspaceStoreError {
  /// The error as a finding about one file among others.
  func finding(file: String) -> Diagnostic {
    Diagnostic(
      "workspace.unreadable-file", .error, saying: saying, advice: advice,
      at: location ?? TextLocation(file: file))
  }
}
