public import Diagnostics
import EventStore
public import Feedback
import JourneyFormats

/// What a command asks of the process that owns the workspace: one line of JSON over `DIR/.socket`.
public enum OwnerRequest: Sendable, Hashable, Codable {
  /// All texts and answers.
  case documents
  /// Replaces one document.
  case write(path: String, text: String)
  case remove(path: String)
  case addAnswers(survey: String, answers: [Answer])
  case replaceAnswers(survey: String, answers: [Answer])
  case importEvents(EventOrder)
  /// - Parameter output: an absolute path.
  case backUp(output: String)
  case verify

  /// An import of events, with absolute paths.
  public struct EventOrder: Sendable, Hashable, Codable {
    public var path: String
    public var source: String?
    public var again: Bool
    public var date: String
    var columns: [String: String]
    var keep: [String]?
    var filters: [String]
    var zone: String
    var dateOrder: String?

    public init(_ importing: EventImport, path: String) {
      self.path = path
      source = importing.source
      again = importing.again
      date = importing.date
      let options = importing.options
      columns = Dictionary(
        uniqueKeysWithValues: options.columns.map { ($0.key.rawValue, $0.value) })
      keep = options.keep
      filters = options.filters.map { "\($0.column)=\($0.value)" }
      zone = options.zone
      dateOrder = options.dateOrder?.rawValue
    }

    public var importing: EventImport {
      var roles: [EventRole: String] = [:]
      for (name, column) in columns {
        if let role = EventRole(rawValue: name) { roles[role] = column }
      }
      let options = EventFileOptions(
        columns: roles, keep: keep, filters: filters.compactMap { CellFilter($0) }, zone: zone,
        dateOrder: dateOrder.flatMap { DateOrder(rawValue: $0) })
      return EventImport(path: path, options: options, source: source, again: again, date: date)
    }
  }
}

/// One line of an answer: any number of `progress` lines, then one of the others.
public enum OwnerReply: Sendable, Hashable, Codable {
  case progress(bytesRead: Int, totalBytes: Int, rows: Int)
  case documents(texts: [Text], answers: [Table])
  case done
  case added(answers: Int, replaced: Int)
  case imported(ImportedEvents)
  case backedUp(WorkspaceBackup.Summary)
  case damages([Damage])
  case failed(OwnerFailure)

  public struct Text: Sendable, Hashable, Codable {
    public var path: String
    public var text: String
  }
  public struct Table: Sendable, Hashable, Codable {
    public var survey: String
    public var table: String
  }
  public struct Damage: Sendable, Hashable, Codable {
    public var place: String
    public var detail: String
  }
}

/// What an import of events did, as far as a command tells it.
public struct ImportedEvents: Sendable, Hashable, Codable {
  public var id: Int
  public var rows: Int
  public var duplicates: Int
  public var rejected: Int
  public var filtered: Int
  /// Where the rejected rows stand; nil if there are none.
  public var rejects: String?

  public init(_ outcome: EventImport.Outcome) {
    id = outcome.summary.id
    rows = outcome.summary.rows
    duplicates = outcome.summary.duplicates
    rejected = outcome.summary.rejected
    filtered = outcome.file.filtered
    rejects = outcome.rejects
  }
}

/// Why the owner did not do what was asked, in the words and with the exit code that the command would have had.
public struct OwnerFailure: Error, Sendable, Hashable, Codable {
  public var message: String
  public var hint: String?
  public var exitCode: Int32
  public var file: String?
  public var line: Int?
  public var column: Int?

  public init(
    message: String, hint: String? = nil, exitCode: Int32, location: TextLocation? = nil
  ) {
    self.message = message
    self.hint = hint
    self.exitCode = exitCode
    file = location?.file
    line = location?.line
    column = location?.column
  }

  public init(_ error: WorkspaceStoreError) {
    self.init(
      message: error.message, hint: error.hint, exitCode: error.exitCode, location: error.location)
  }

  public var location: TextLocation? {
    file.map { TextLocation(file: $0, line: line ?? 1, column: column ?? 1) }
  }
}
