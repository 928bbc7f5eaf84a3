public import Diagnostics
import Feedback
public import JourneyModel

/// All that stands in the text files of a workspace.
public struct WorkspaceContents: Hashable, Sendable {
  public var workspace: Workspace
  public var surveys: [SurveyDocument]

  public init(_ workspace: Workspace, surveys: [SurveyDocument] = []) {
    self.workspace = workspace
    self.surveys = surveys
  }

  /// The same contents as they read back from their text: files by name, the rest in the order that is shown.
  public func canonical() -> WorkspaceContents {
    var result = self
    result.workspace.personas.sort { $0.id < $1.id }
    result.workspace.maps = workspace.maps.map { $0.canonical() }.sorted { $0.id < $1.id }
    result.surveys.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return result
  }
}

/// The text of one document.
public struct DocumentText: Hashable, Sendable {
  public var document: WorkspaceDocument
  public var bytes: [UInt8]
  public init(_ document: WorkspaceDocument, _ bytes: [UInt8]) {
    self.document = document
    self.bytes = bytes
  }
  public init(_ document: WorkspaceDocument, _ text: String) {
    self.init(document, Array(text.utf8))
  }
}

extension Notation {
  /// Prints every file of a workspace, ordered by path.
  ///
  /// - Precondition: the ids of surveys are slugs.
  public static func print(_ contents: WorkspaceContents) -> [DocumentText] {
    let workspace = contents.workspace
    var files = [
      DocumentText(.settings, printSettings(workspace)),
      DocumentText(.touchpoints, printTouchpoints(workspace.touchpoints)),
      DocumentText(.bindings, printBindings(workspace.bindings)),
    ]
    files += workspace.personas.map { DocumentText(.persona($0.id), printPersona($0)) }
    files += workspace.maps.map { DocumentText(.map($0.id), printMap($0)) }
    files += contents.surveys.map { document in
      precondition(
        Identifier<Survey>.isWellFormed(document.id), "the id of a survey names its file")
      return DocumentText(.survey(document.id), printSurvey(document))
    }
    return files.sorted { $0.document < $1.document }
  }

  /// Reads the files of a workspace; what is wrong in one of them does not keep the others from being read.
  ///
  /// There is no value if `waymark.yaml` is missing or no YAML, or if a file is of a newer format. Findings are ordered by
  /// path and place.
  /// - Parameter folder: how paths begin in findings, such as `shop/`.
  public static func read(
    _ files: [DocumentText], folder: String = "", limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<WorkspaceContents>> {
    var gathering = Gathering(folder: folder, limits: limits)
    let sorted = files.sorted { $0.document < $1.document }
    for file in sorted where file.document == .settings { gathering.read(file) }
    for file in sorted where file.document != .settings { gathering.read(file) }
    return gathering.finish()
  }

  private struct Gathering {
    let folder: String
    let limits: NotationLimits
    var settings: Workspace?
    var hasSettingsFile = false
    var parts = WorkspaceContents(Workspace(name: ""))
    var sources = SourceMap()
    var diagnostics: [Diagnostic] = []

    mutating func read(_ file: DocumentText) {
      let bytes = file.bytes
      let path = folder + file.document.path
      switch file.document {
      case .settings:
        hasSettingsFile = true
        settings = take(Notation.readSettings(bytes, file: path, limits: limits))
      case .touchpoints:
        let read = take(Notation.readTouchpoints(bytes, file: path, limits: limits))
        parts.workspace.touchpoints = read ?? []
      case .bindings:
        let read = take(Notation.readBindings(bytes, file: path, limits: limits))
        parts.workspace.bindings = read ?? []
      case .persona(let id):
        let read = take(Notation.readPersona(bytes, id: id, file: path, limits: limits))
        if let read { parts.workspace.personas.append(read) }
      case .map(let id):
        let read = take(Notation.readMap(bytes, id: id, file: path, limits: limits))
        if let read { parts.workspace.maps.append(read) }
      case .survey(let id):
        let read = take(Notation.readSurvey(bytes, id: id, file: path, limits: limits))
        if let read { parts.surveys.append(read) }
      }
    }

    private mutating func take<Value>(_ read: Diagnosed<Sourced<Value>>) -> Value? {
      diagnostics += read.diagnostics
      guard let sourced = read.value else { return nil }
      sources.merge(sourced.sources)
      return sourced.value
    }

    func finish() -> Diagnosed<Sourced<WorkspaceContents>> {
      var diagnostics = diagnostics
      if !hasSettingsFile {
        diagnostics.append(
          Diagnostic(
            NotationCode.missingFile, .error,
            at: TextLocation(file: folder + WorkspaceDocument.settings.path)))
      }
      diagnostics.sort { a, b in
        guard let left = a.location, let right = b.location else { return false }
        return left < right
      }
      guard var workspace = settings, !diagnostics.contains(where: \.meansNewerFormat) else {
        return Diagnosed(nil, diagnostics)
      }
      workspace.touchpoints = parts.workspace.touchpoints
      workspace.bindings = parts.workspace.bindings
      workspace.personas = parts.workspace.personas
      workspace.maps = parts.workspace.maps
      let contents = WorkspaceContents(workspace, surveys: parts.surveys)
      return Diagnosed(Sourced(contents, sources: sources), diagnostics)
    }
  }
}
