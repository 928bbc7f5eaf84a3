import Diagnostics
import Foundation
import GRDB
import JourneyFormats
import JourneyModel

/// `waymark.yaml` beside a database: the settings that belong in git, kept equal on both sides.
///
/// The database remembers the text that it last saw in the file. If the file has another one, somebody has changed it
/// by hand, and what they changed becomes edits. After a crash between a commit and the writing of the file, the file
/// has the remembered text, and is written again.
struct SettingsFile: Sendable {
  let path: String
  let database: WorkspaceDatabase
  private static let rememberedName = "settings text"

  init(directory: String, database: WorkspaceDatabase) {
    path = "\(directory)/\(WorkspaceDocument.settings.path)"
    self.database = database
  }

  /// What the file says of a workspace: nothing that has a place in the database only.
  static func text(of workspace: Workspace) -> String {
    var settings = Workspace(name: workspace.name)
    settings.takeSettings(of: workspace)
    return Notation.printSettings(settings)
  }

  func remembered() throws(WorkspaceStoreError) -> String? {
    try database.read { try StoredSetting.value(Self.rememberedName, $0) }
  }

  func remember(_ text: String, _ database: Database) throws {
    try StoredSetting.write(text, Self.rememberedName, database)
  }

  /// Writes the file if it does not say what the workspace is.
  func write(_ workspace: Workspace) throws(WorkspaceStoreError) {
    let text = Self.text(of: workspace)
    let bytes = Array(text.utf8)
    if try FolderFile.read(path, limit: NotationLimits().bytes) != bytes {
      try FolderFile.write(bytes, to: path)
    }
    if try remembered() != text {
      try database.write { try remember(text, $0) }
    }
  }

  /// What was changed in the file by hand, as the workspace that should be; nil if nothing was.
  ///
  /// - Throws: `.unreadable` if the file has errors, `.newerFormat`.
  func changedByHand(from workspace: Workspace) throws(WorkspaceStoreError) -> Workspace? {
    guard let bytes = try FolderFile.read(path, limit: NotationLimits().bytes),
      let remembered = try remembered(), bytes != Array(remembered.utf8),
      bytes != Array(Self.text(of: workspace).utf8)
    else { return nil }
    let read = Notation.readSettings(bytes, file: path)
    if let newer = read.diagnostics.first(where: \.meansNewerFormat) { throw .newerFormat(newer) }
    let errors = read.diagnostics.filter { $0.severity == .error }
    guard let file = read.value?.value, errors.isEmpty else {
      throw .unreadable(path: path, findings: errors)
    }
    let base = Notation.readSettings(Array(remembered.utf8), file: path).value?.value
    return Self.merged(file, base: base ?? workspace, into: workspace)
  }

  /// Takes over what differs between the file and what it was, and nothing that only the program has changed.
  private static func merged(
    _ file: Workspace, base: Workspace, into workspace: Workspace
  ) -> Workspace {
    var result = workspace
    func take<Value: Equatable>(_ property: WritableKeyPath<Workspace, Value>) {
      if file[keyPath: property] != base[keyPath: property] {
        result[keyPath: property] = file[keyPath: property]
      }
    }
    take(\.name)
    take(\.languages)
    take(\.currency)
    take(\.timeZone)
    take(\.weekStart)
    take(\.goals)
    take(\.reviewRhythmInDays)
    take(\.thresholds)
    // What has its place in the database may be added by hand, as in the text form.
    func add<Element: Identifiable>(_ list: WritableKeyPath<Workspace, [Element]>) {
      let known = Set(result[keyPath: list].map(\.id))
      result[keyPath: list] += file[keyPath: list].filter { !known.contains($0.id) }
    }
    add(\.products)
    add(\.audiences)
    add(\.departments)
    add(\.channels)
    return result
  }
}

/// Small things that the database remembers.
enum StoredSetting {
  static func value(_ name: String, _ database: Database) throws -> String? {
    try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
  }

  static func write(_ value: String?, _ name: String, _ database: Database) throws {
    guard let value else {
      return try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    }
    try RowChecksum.insert(into: "setting", [name, value], database, orReplace: true)
  }
}
