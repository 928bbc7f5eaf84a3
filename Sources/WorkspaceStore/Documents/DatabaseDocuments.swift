import Diagnostics
public import Feedback
import GRDB
public import JourneyFormats
import JourneyModel

/// A workspace in its database, as the documents of the notation: printed when they are read, and taken apart into
/// edits when they are written.
public struct DatabaseDocuments: WorkspaceDocuments {
  /// The workspace folder.
  public let directory: String
  let editor: WorkspaceEditor
  /// Who is named in the history for what is written.
  public var author: Author
  private let limits = NotationLimits()

  init(directory: String, editor: WorkspaceEditor, author: Author = .commandLine) {
    self.directory = directory
    self.editor = editor
    self.author = author
  }

  private var database: WorkspaceDatabase { editor.database }

  /// Writes to the tables of surveys and answers, and lets readers know.
  private func writeSurveys<Result>(
    _ body: (Database) throws -> Result
  ) throws(WorkspaceStoreError) -> Result {
    let result = try database.write(body)
    database.surveysChanged()
    return result
  }
  public var place: String { directory }
  public var eventsFolder: String { "\(directory)/events" }

  public func documents() throws(WorkspaceStoreError) -> [WorkspaceDocument] {
    let workspace = editor.workspace().workspace
    let surveys = try database.read { try StoredSurveys.identifiers($0) }
    let all: [WorkspaceDocument] =
      [.settings, .touchpoints, .bindings] + workspace.personas.map { .persona($0.id) }
      + workspace.maps.map { .map($0.id) } + surveys.map { .survey($0) }
    return all.sorted()
  }

  public func exists(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> Bool {
    switch document {
    case .settings, .touchpoints, .bindings: return true
    case .persona(let id): return editor.workspace().workspace.personas.contains { $0.id == id }
    case .map(let id): return editor.workspace().workspace.maps.contains { $0.id == id }
    case .survey(let id): return try database.read { try StoredSurveys.text(id, $0) != nil }
    }
  }

  public func read(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> [UInt8]? {
    let workspace = editor.workspace().workspace
    let text: String?
    switch document {
    case .settings: text = Notation.printSettings(workspace)
    case .touchpoints: text = Notation.printTouchpoints(workspace.touchpoints)
    case .bindings: text = Notation.printBindings(workspace.bindings)
    case .persona(let id):
      text = workspace.personas.first { $0.id == id }.map { Notation.printPersona($0) }
    case .map(let id): text = workspace.maps.first { $0.id == id }.map { Notation.printMap($0) }
    case .survey(let id): text = try database.read { try StoredSurveys.text(id, $0) }
    }
    return text.map { Array($0.utf8) }
  }

  /// - Throws: `.unreadable` with the findings if the text has errors; nothing is changed then.
  public func write(_ text: DocumentText) throws(WorkspaceStoreError) {
    var workspace = editor.workspace().workspace
    let path = text.document.path
    switch text.document {
    case .settings:
      let read = try parsed(Notation.readSettings(text.bytes, file: path, limits: limits), path)
      workspace.takeSettings(of: read)
      workspace.products = read.products
      workspace.audiences = read.audiences
      workspace.departments = read.departments
      workspace.channels = read.channels
    case .touchpoints:
      workspace.touchpoints = try parsed(
        Notation.readTouchpoints(text.bytes, file: path, limits: limits), path)
    case .bindings:
      workspace.bindings = try parsed(
        Notation.readBindings(text.bytes, file: path, limits: limits), path)
    case .persona(let id):
      let persona = try parsed(
        Notation.readPersona(text.bytes, id: id, file: path, limits: limits), path)
      workspace.personas.replace(persona)
    case .map(let id):
      let map = try parsed(Notation.readMap(text.bytes, id: id, file: path, limits: limits), path)
      workspace.maps.replace(map)
    case .survey(let id):
      let survey = try parsed(
        Notation.readSurvey(text.bytes, id: id, file: path, limits: limits), path)
      return try write(survey)
    }
    try show(workspace, "Import \(path)")
  }

  private func write(_ survey: SurveyDocument) throws(WorkspaceStoreError) {
    let text = Notation.printSurvey(survey)
    try writeSurveys { database in
      if try StoredSurveys.text(survey.id, database) != text {
        try StoredSurveys.write(text, survey.id, database)
      }
    }
  }

  private func parsed<Value>(
    _ read: Diagnosed<Sourced<Value>>, _ path: String
  ) throws(WorkspaceStoreError) -> Value {
    if let newer = read.diagnostics.first(where: \.meansNewerFormat) { throw .newerFormat(newer) }
    let errors = read.diagnostics.filter { $0.severity == .error }
    guard let value = read.value?.value, errors.isEmpty else {
      throw .unreadable(path: path, findings: errors)
    }
    return value
  }

  /// Turns the difference between what is and what should be into edits.
  func show(
    _ workspace: Workspace, _ intention: String
  ) throws(WorkspaceStoreError) {
    let edits: [Edit]
    do throws(WorkspaceStateError) { edits = try editor.state().state.edits(toShow: workspace) }
    catch { throw .duplicateObject(error) }
    if !edits.isEmpty { try editor.record(edits, intention: intention, author: author) }
  }

  public func remove(_ document: WorkspaceDocument) throws(WorkspaceStoreError) {
    var workspace = editor.workspace().workspace
    switch document {
    case .settings: return
    case .touchpoints: workspace.touchpoints = []
    case .bindings: workspace.bindings = []
    case .persona(let id): workspace.personas.removeAll { $0.id == id }
    case .map(let id): workspace.maps.removeAll { $0.id == id }
    case .survey(let id): return try writeSurveys { try StoredSurveys.remove(id, $0) }
    }
    try show(workspace, "Remove \(document.path)")
  }

  public func load() throws(WorkspaceStoreError) -> LoadedWorkspace {
    let workspace = editor.workspace().workspace
    let texts = try database.read { database in
      try StoredSurveys.identifiers(database).map { id in
        (id: id, text: try StoredSurveys.text(id, database) ?? "")
      }
    }
    var surveys: [SurveyDocument] = []
    for (id, text) in texts {
      let path = WorkspaceDocument.survey(id).path
      let read = Notation.readSurvey(Array(text.utf8), id: id, file: path, limits: limits)
      surveys.append(try parsed(read, path))
    }
    return LoadedWorkspace(
      WorkspaceContents(workspace, surveys: surveys), sources: SourceMap(), diagnostics: [])
  }

  @discardableResult
  public func save(
    _ contents: WorkspaceContents
  ) throws(WorkspaceStoreError) -> [WorkspaceDocument] {
    for document in contents.surveys where !WorkspaceDocument.canHold(survey: document.id) {
      throw .badName(name: document.id)
    }
    let before = Dictionary(
      uniqueKeysWithValues: Notation.print(try load().contents).map { ($0.document, $0.bytes) })
    try show(contents.workspace, "Save the workspace")
    let after = Notation.print(contents)
    let kept = Set(after.map(\.document))
    for document in contents.surveys { try write(document) }
    for document in before.keys where !kept.contains(document) {
      if case .survey = document { try remove(document) }
    }
    return (after.filter { before[$0.document] != $0.bytes }.map(\.document)
      + before.keys.filter { !kept.contains($0) }).sorted()
  }

  // MARK: Answers

  public func answers(to survey: Survey) throws(WorkspaceStoreError) -> [Answer] {
    try database.read { try StoredSurveys.answers(to: survey.id, $0) }
  }

  @discardableResult
  public func addAnswers(
    _ new: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) -> AnswerAddition {
    try writeSurveys { try StoredSurveys.add(new, to: survey.id, $0) }
  }

  public func answerBytes(of survey: Survey.ID) throws(WorkspaceStoreError) -> [UInt8]? {
    guard let known = try load().survey(survey) else { return nil }
    let answers = try answers(to: known.survey)
    return answers.isEmpty ? nil : AnswerTable.write(answers, survey: known.survey)
  }

  public func writeAnswers(
    _ answers: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) {
    try writeSurveys { try StoredSurveys.replace(answers, to: survey.id, $0) }
  }
}

extension Array where Element: Identifiable {
  /// Puts an element in the place of the one with its id, or at the end.
  fileprivate mutating func replace(_ element: Element) {
    if let index = firstIndex(where: { $0.id == element.id }) {
      self[index] = element
    } else {
      append(element)
    }
  }
}

extension Workspace {
  /// Takes over what stands in `waymark.yaml` of a workspace with a database.
  mutating func takeSettings(of other: Workspace) {
    name = other.name
    languages = other.languages
    currency = other.currency
    timeZone = other.timeZone
    weekStart = other.weekStart
    goals = other.goals
    reviewRhythmInDays = other.reviewRhythmInDays
    thresholds = other.thresholds
  }
}
