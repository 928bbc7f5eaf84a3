import Diagnostics
public import Feedback
public import JourneyFormats

/// The documents and answers of a workspace as they were at one moment, with what is written handed to their owner.
public struct DocumentCopy: WorkspaceDocuments {
  public let place: String
  var texts: [WorkspaceDocument: [UInt8]] = [:]
  /// Answers as tables, by survey.
  var tables: [String: [UInt8]] = [:]
  /// Takes what is written; nil for a copy that is only read.
  private var owner: OwnerConnection?

  public var eventsFolder: String { "\(place)/events" }

  /// Reads everything, after which the owner is no longer needed.
  public init(of documents: DatabaseDocuments) throws(WorkspaceStoreError) {
    place = documents.place
    let contents = try documents.load().contents
    for text in Notation.print(contents) { texts[text.document] = text.bytes }
    for survey in contents.surveys {
      let answers = try documents.answers(to: survey.survey)
      if !answers.isEmpty { tables[survey.id] = AnswerTable.write(answers, survey: survey.survey) }
    }
  }

  /// Asks the process that owns the workspace for everything.
  public init(of owner: OwnerConnection) throws(WorkspaceStoreError) {
    place = owner.directory
    self.owner = owner
    guard case .documents(let texts, let answers) = try owner.ask(.documents) else {
      throw .owner(.unexpected)
    }
    for text in texts {
      guard let document = WorkspaceDocument(path: text.path) else {
        throw .badName(name: text.path)
      }
      self.texts[document] = Array(text.text.utf8)
    }
    for answer in answers { tables[answer.survey] = Array(answer.table.utf8) }
  }

  public func documents() throws(WorkspaceStoreError) -> [WorkspaceDocument] {
    texts.keys.sorted()
  }

  public func exists(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> Bool {
    texts[document] != nil
  }

  public func read(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> [UInt8]? {
    texts[document]
  }

  public func load() throws(WorkspaceStoreError) -> LoadedWorkspace {
    let files = texts.sorted { $0.key < $1.key }.map { DocumentText($0.key, $0.value) }
    let read = Notation.read(files)
    guard let value = read.value else {
      throw .unreadable(
        path: place, findings: read.diagnostics.filter { $0.severity == .error })
    }
    // There are no such files, and so no places in them.
    return LoadedWorkspace(value.value, sources: SourceMap(), diagnostics: [])
  }

  public func answerBytes(of survey: Survey.ID) throws(WorkspaceStoreError) -> [UInt8]? {
    tables[survey]
  }

  public func write(_ text: DocumentText) throws(WorkspaceStoreError) {
    let content = String(decoding: text.bytes, as: UTF8.self)
    _ = try writer().ask(.write(path: text.document.path, text: content))
  }

  public func remove(_ document: WorkspaceDocument) throws(WorkspaceStoreError) {
    _ = try writer().ask(.remove(path: document.path))
  }

  @discardableResult
  public func addAnswers(
    _ new: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) -> AnswerAddition {
    let reply = try writer().ask(.addAnswers(survey: survey.id, answers: new))
    guard case .added(let added, let replaced) = reply else { throw .owner(.unexpected) }
    return AnswerAddition(added: added, replaced: replaced)
  }

  public func writeAnswers(
    _ answers: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) {
    _ = try writer().ask(.replaceAnswers(survey: survey.id, answers: answers))
  }

  private func writer() throws(WorkspaceStoreError) -> OwnerConnection {
    guard let owner else {
      throw .database(path: place, reason: "this is a copy that is only read")
    }
    return owner
  }
}

extension OwnerFailure {
  public static let unexpected = OwnerFailure(
    message: "the server of the workspace gave an answer that is not understood",
    hint: "use the same version of Waymark for both", exitCode: 3)
}
