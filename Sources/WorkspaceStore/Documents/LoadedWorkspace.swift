public import Diagnostics
public import Feedback
public import JourneyFormats
public import JourneyModel

/// A workspace as it was read, with the place of everything in its files and what was found while reading.
public struct LoadedWorkspace: Sendable {
  public var contents: WorkspaceContents
  public var sources: SourceMap
  /// Findings about the text; those of the model's rules are made by `WorkspaceCheck`.
  public var diagnostics: [Diagnostic]

  public init(_ contents: WorkspaceContents, sources: SourceMap, diagnostics: [Diagnostic]) {
    self.contents = contents
    self.sources = sources
    self.diagnostics = diagnostics
  }

  public var workspace: Workspace { contents.workspace }
  public var surveys: [SurveyDocument] { contents.surveys }
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public func survey(_ id: Survey.ID) -> SurveyDocument? {
    contents.surveys.first { $0.id == id }
  }
}
