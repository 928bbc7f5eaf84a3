public import Feedback
public import JourneyFormats

/// Where the documents of a workspace and the answers to its surveys live.
///
/// Every write is whole or not at all: after a failure the former state stands.
public protocol WorkspaceDocuments: Sendable {
  /// Where it is, as a person would name it.
  var place: String { get }
  /// The folder of the event store, which has files and a lock of its own; it may not exist yet.
  var eventsFolder: String { get }

  /// All documents, ordered by path.
  func documents() throws(WorkspaceStoreError) -> [WorkspaceDocument]
  func exists(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> Bool
  /// Nil if there is no such document.
  func read(_ document: WorkspaceDocument) throws(WorkspaceStoreError) -> [UInt8]?
  func write(_ text: DocumentText) throws(WorkspaceStoreError)
  /// Does nothing if there is no such document.
  func remove(_ document: WorkspaceDocument) throws(WorkspaceStoreError)

  /// Reads the whole workspace.
  ///
  /// - Throws: `.newerFormat`, or `.unreadable` if there is no workspace to be had at all; all else is a finding.
  func load() throws(WorkspaceStoreError) -> LoadedWorkspace

  /// The stored answers as bytes; nil if there are none yet.
  func answerBytes(of survey: Survey.ID) throws(WorkspaceStoreError) -> [UInt8]?
  /// Replaces all answers of a survey.
  func writeAnswers(_ answers: [Answer], to survey: Survey) throws(WorkspaceStoreError)
  /// The stored answers, in the order in which they came.
  ///
  /// - Throws: `.badAnswers` where they are not in the form that Waymark writes.
  func answers(to survey: Survey) throws(WorkspaceStoreError) -> [Answer]
  /// Adds answers; one with the id of a stored answer takes its place.
  @discardableResult
  func addAnswers(
    _ new: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) -> AnswerAddition
  /// Writes every document whose text changed, and removes those that are no longer part of the workspace.
  ///
  /// - Returns: the documents that were written or removed, in the order of their paths.
  @discardableResult
  func save(_ contents: WorkspaceContents) throws(WorkspaceStoreError) -> [WorkspaceDocument]
}

/// How many answers came new, and how many took the place of one with the same id.
public struct AnswerAddition: Hashable, Sendable {
  public var added: Int
  public var replaced: Int
}

extension WorkspaceDocuments {
  public func answers(to survey: Survey) throws(WorkspaceStoreError) -> [Answer] {
    guard let bytes = try answerBytes(of: survey.id) else { return [] }
    return try AnswerTable.read(bytes, survey: survey, file: "answers/\(survey.id).csv")
  }

  @discardableResult
  public func addAnswers(
    _ new: [Answer], to survey: Survey
  ) throws(WorkspaceStoreError) -> AnswerAddition {
    var all = try answers(to: survey)
    var positions: [String: Int] = [:]
    for (position, answer) in all.enumerated() {
      if let id = answer.id { positions[id] = position }
    }
    var result = AnswerAddition(added: 0, replaced: 0)
    for answer in new {
      if let id = answer.id, let position = positions[id] {
        all[position] = answer
        result.replaced += 1
      } else {
        if let id = answer.id { positions[id] = all.count }
        all.append(answer)
        result.added += 1
      }
    }
    try writeAnswers(all, to: survey)
    return result
  }

  @discardableResult
  public func save(
    _ contents: WorkspaceContents
  ) throws(WorkspaceStoreError) -> [WorkspaceDocument] {
    for document in contents.surveys where !WorkspaceDocument.canHold(survey: document.id) {
      throw .badName(name: document.id)
    }
    let files = Notation.print(contents)
    var changed: [WorkspaceDocument] = []
    for file in files where try read(file.document) != file.bytes {
      try write(file)
      changed.append(file.document)
    }
    let kept = Set(files.map(\.document))
    for document in try documents() where !kept.contains(document) {
      try remove(document)
      changed.append(document)
    }
    return changed.sorted()
  }
}

extension WorkspaceDocument {
  /// Whether a survey's id can name its file.
  static func canHold(survey id: Survey.ID) -> Bool {
    WorkspaceDocument(path: "surveys/\(id).yaml") == .survey(id)
  }
}
