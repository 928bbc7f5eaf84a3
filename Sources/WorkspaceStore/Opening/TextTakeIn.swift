import Diagnostics
import Feedback
import Foundation
import GRDB
import Glibc
import JourneyFormats
import JourneyModel

/// Takes a workspace of text files into a database, once: in one transaction; then the files are moved away.
///
/// The database lists the files that it has taken in until all of them are moved, so that a crash at any moment leads
/// to the same end.
struct TextTakeIn {
  let directory: String
  static let folder = "text-before-sqlite"
  private static let pendingName = "text to move"

  private struct Pending: Codable {
    var folder: String
    var paths: [String]
  }

  /// A text workspace that was read without errors.
  struct Text {
    var contents: WorkspaceContents
    var answers: [(survey: Survey, answers: [Answer])] = []
    /// What is taken in, as paths in the folder, without the settings.
    var paths: [String] = []
  }

  /// Reads all files; changes nothing.
  ///
  /// - Throws: `.textHasErrors` if something would be lost.
  func read() throws(WorkspaceStoreError) -> Text {
    let documents = try FolderDocuments(opening: directory)
    let loaded = try documents.load()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw .textHasErrors(path: directory, findings: errors) }
    var text = Text(contents: loaded.contents)
    text.paths = try documents.documents().filter { $0 != .settings }.map(\.path)
    for document in loaded.surveys {
      guard try documents.answerBytes(of: document.id) != nil else { continue }
      text.answers.append((document.survey, try documents.answers(to: document.survey)))
      text.paths.append("answers/\(document.id).csv")
    }
    return text
  }

  /// Writes everything as the first revision.
  func store(
    _ text: Text, _ intention: String, settings: SettingsFile, to editor: WorkspaceEditor
  ) throws(WorkspaceStoreError) {
    let edits: [Edit]
    do throws(WorkspaceStateError) {
      edits = try editor.state().state.edits(toShow: text.contents.workspace)
    } catch { throw .duplicateObject(error) }
    let pending = text.paths.isEmpty ? nil : Pending(folder: try freeFolder(), paths: text.paths)
    let settingsText = try FolderFile.read(settings.path, limit: NotationLimits().bytes)
    try editor.record(edits, intention: intention, author: .commandLine) { database in
      for document in text.contents.surveys {
        try StoredSurveys.write(Notation.printSurvey(document), document.id, database)
      }
      for (survey, answers) in text.answers {
        try StoredSurveys.replace(answers, to: survey.id, database)
      }
      if let pending {
        try StoredSetting.write(try StoredJSON.text(pending), Self.pendingName, database)
      }
      if let settingsText {
        try settings.remember(String(decoding: settingsText, as: UTF8.self), database)
      }
    }
  }

  /// Moves what was taken in out of the way; goes on where a crash has stopped it.
  func moveAway(_ database: WorkspaceDatabase) throws(WorkspaceStoreError) {
    guard let stored = try database.read({ try StoredSetting.value(Self.pendingName, $0) }) else {
      return
    }
    guard let pending = try? JSONDecoder().decode(Pending.self, from: Data(stored.utf8)) else {
      throw .damagedDatabase(
        path: database.path, reason: "the list of the files taken in cannot be read")
    }
    let target = "\(directory)/\(pending.folder)"
    try FolderFile.makeFolder(target)
    // The settings stay where they are, but lose what has its place in the database now; their text is kept whole.
    let copy = "\(target)/\(WorkspaceDocument.settings.path)"
    let settings = SettingsFile(directory: directory, database: database)
    if try FolderFile.kind(copy) == nil, let text = try settings.remembered() {
      try FolderFile.write(Array(text.utf8), to: copy)
    }
    for path in pending.paths {
      let old = "\(directory)/\(path)"
      guard try FolderFile.kind(old) != nil else { continue }
      if path.contains("/") {
        try FolderFile.makeFolder(FolderFile.parent(of: "\(target)/\(path)"))
      }
      try FolderFile.move(old, to: "\(target)/\(path)")
    }
    for folder in WorkspaceDocument.folders + ["answers"] {
      // A folder with other things in it stays.
      _ = rmdir("\(directory)/\(folder)")
    }
    try database.write { try StoredSetting.write(nil, Self.pendingName, $0) }
  }

  /// A name that nothing has yet.
  private func freeFolder() throws(WorkspaceStoreError) -> String {
    var name = Self.folder
    var number = 2
    while try FolderFile.kind("\(directory)/\(name)") != nil {
      name = "\(Self.folder)-\(number)"
      number += 1
    }
    return name
  }
}
