public import EventStore
public import Feedback
import Foundation
import Glibc
public import JourneyFormats
import JourneyModel
import Synchronization

/// A workspace in the hands of its one owner process: the lock, the database, and what stands on it.
public struct OpenedStore: Sendable {
  /// As it was given, without a slash at the end.
  public let directory: String
  /// Held as long as this value or a copy of it is; imports of events go on under it.
  public let lock: WriterLock
  public let database: WorkspaceDatabase
  public let editor: WorkspaceEditor
  public let documents: DatabaseDocuments
  public var eventsFolder: String { documents.eventsFolder }
  private let importing = Turns()

  /// The name of the database in a workspace folder.
  public static let databaseName = "waymark.sqlite"

  /// Whether the folder holds a database that has taken its texts in, as far as can be seen without opening it.
  public static func hasDatabase(_ directory: String) -> Bool {
    access("\(normalized(directory))/\(databaseName)", F_OK) == 0
  }

  /// Opens a workspace to write in it; takes in its text files if it still consists of them.
  ///
  /// - Throws: `.locked` if another process owns it, `.textHasErrors` if text would be lost, `.newerDatabase`, …
  public static func open(
    _ directory: String, now: @escaping @Sendable () -> Int64 = WallClock.microseconds
  ) throws(WorkspaceStoreError) -> OpenedStore {
    let directory = normalized(directory)
    // Says what is wrong with the folder itself, before anything is made in it.
    _ = try FolderDocuments(opening: directory)
    let lock = try takeLock(directory)
    let takeIn = TextTakeIn(directory: directory)
    var text: TextTakeIn.Text?
    if !hasDatabase(directory) { text = try takeIn.read() }
    let store = try OpenedStore(directory, lock, now)
    if store.editor.revision == 0 {
      let text = if let text { text } else { try takeIn.read() }
      try takeIn.store(
        text, "Taken in from text files", settings: store.settings, to: store.editor)
    }
    try takeIn.moveAway(store.database)
    try store.takeInSettings()
    return store
  }

  /// Makes a workspace with a database in an absent or empty folder.
  ///
  /// - Throws: `.notEmpty` if anything stands there, hidden files included.
  public static func create(
    at path: String, _ contents: WorkspaceContents, answers: [(survey: Survey, answers: [Answer])],
    intention: String, now: @escaping @Sendable () -> Int64 = WallClock.microseconds
  ) throws(WorkspaceStoreError) -> OpenedStore {
    let directory = normalized(path)
    for document in contents.surveys where !WorkspaceDocument.canHold(survey: document.id) {
      throw .badName(name: document.id)
    }
    if let names = try FolderFile.names(in: directory, followsLink: true) {
      if !names.isEmpty { throw .notEmpty(path: path) }
    } else {
      try FolderFile.makeFolder(directory, withParents: true)
    }
    let store = try OpenedStore(directory, try takeLock(directory), now)
    try TextTakeIn(directory: directory).store(
      TextTakeIn.Text(contents: contents, answers: answers), intention, settings: store.settings,
      to: store.editor)
    // The settings come last: until then the folder is no workspace.
    try store.takeInSettings()
    return store
  }

  private init(
    _ directory: String, _ lock: WriterLock, _ now: @escaping @Sendable () -> Int64
  ) throws(WorkspaceStoreError) {
    self.directory = directory
    self.lock = lock
    let path = "\(directory)/\(Self.databaseName)"
    try FolderFile.makePrivate(path)
    database = try WorkspaceDatabase(path: path)
    editor = try WorkspaceEditor(database: database, now: now)
    documents = DatabaseDocuments(directory: directory, editor: editor)
  }

  private var settings: SettingsFile { SettingsFile(directory: directory, database: database) }

  /// Makes `waymark.yaml` and the database say the same, now and whenever the workspace's own settings change.
  private func takeInSettings() throws(WorkspaceStoreError) {
    if let wanted = try settings.changedByHand(from: editor.workspace().workspace) {
      try DatabaseDocuments(
        directory: directory, editor: editor, author: Author(person: nil, name: "waymark.yaml")
      ).show(wanted, "Change the settings in waymark.yaml")
    }
    try settings.write(editor.workspace().workspace)
    let settings = settings
    editor.observe { [weak editor] revisions in
      let touches = revisions.contains { $0.edits.contains { $0.object.kind == .workspace } }
      guard touches, let editor else { return }
      // The database is what counts; a file that could not be written is written when the workspace is opened next.
      try? settings.write(editor.workspace().workspace)
    }
  }

  /// Takes an event file into the log; one at a time, whoever asks.
  public func importEvents(
    _ importing: EventImport, _ reader: EventFileReader,
    progress: @Sendable (EventFileProgress) -> Void = { _ in }
  ) throws(EventImport.Failure) -> EventImport.Outcome {
    try self.importing.take { () throws(EventImport.Failure) in
      try importing.run(reader, holding: lock, progress: progress)
    }
  }

  /// Ends the connections to the database. The lock goes with the last copy of this value.
  public func close() throws(WorkspaceStoreError) { try database.close() }

  static func takeLock(_ directory: String) throws(WorkspaceStoreError) -> WriterLock {
    do throws(EventStoreError) { return try WriterLock(directory: directory) } catch {
      switch error {
      case .locked: throw .locked(path: directory)
      case .system(let attempt, let path, let errno):
        throw .system(attempt: attempt, path: path, errno: errno)
      default: throw .database(path: directory, reason: "\(error)")
      }
    }
  }

  static func normalized(_ path: String) -> String {
    var result = path
    while result.count > 1, result.hasSuffix("/") { result.removeLast() }
    return result.isEmpty ? "." : result
  }
}

/// Lets work be done by one at a time.
private final class Turns: Sendable {
  private let turn = Mutex(())

  func take<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result: Swift.Result<Result, Failure> = turn.withLock { _ in
      nonisolated(unsafe) var made: Swift.Result<Result, Failure>
      do throws(Failure) { made = .success(try body()) } catch { made = .failure(error) }
      return made
    }
    return try result.get()
  }
}
