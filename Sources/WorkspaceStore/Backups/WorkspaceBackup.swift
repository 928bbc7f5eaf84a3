import Foundation
import Glibc
import JourneyFormats

/// Copies of a whole workspace: a folder with its files and a list of their digests.
///
/// A backup holds everything that was acknowledged before it began, and can be made while others write: the database
/// is copied through SQLite, segments of events never change, pictures neither.
public enum WorkspaceBackup {
  /// What a backup or a restore came to.
  public struct Summary: Hashable, Sendable, Codable {
    public var files: Int
    public var bytes: Int
  }

  /// Makes a backup.
  ///
  /// - Parameters:
  ///   - directory: the workspace.
  ///   - database: its database, opened by its owner; nil for a workspace of text files.
  ///   - output: an absent or empty folder. After a failure it holds no list, and cannot be restored.
  public static func make(
    of directory: String, database: WorkspaceDatabase?, to output: String,
    progress: (Summary) -> Void = { _ in }
  ) throws(WorkspaceStoreError) -> Summary {
    let directory = OpenedStore.normalized(directory)
    let output = OpenedStore.normalized(output)
    if let names = try FolderFile.names(in: output, followsLink: true) {
      if !names.isEmpty { throw .notEmpty(path: output) }
    } else {
      try FolderFile.makeFolder(output, withParents: true)
    }
    if chmod(output, 0o700) != 0 {
      throw .system(attempt: "protect", path: output, errno: errno)
    }
    var copy = Copying(directory: directory, output: output)
    if let database {
      let path = "\(output)/\(OpenedStore.databaseName)"
      try FolderFile.makePrivate(path)
      try database.copy(to: path)
      guard let taken = try CopiedFile.copy(path, to: nil) else { throw .notFound(path: path) }
      copy.note(taken, OpenedStore.databaseName)
      try copy.take(WorkspaceDocument.settings.path)
    } else {
      let documents = try FolderDocuments(opening: directory)
      for document in try documents.documents() { try copy.take(document.path) }
      try copy.takeFolder("answers")
    }
    progress(copy.summary)
    try copy.takeFolder("files")
    progress(copy.summary)
    try copy.takeEvents()
    progress(copy.summary)
    copy.manifest.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try FolderFile.write(copy.manifest.encoded(), to: "\(output)/\(BackupManifest.name)")
    return copy.summary
  }

  private struct Copying {
    let directory: String
    let output: String
    var manifest = BackupManifest()

    var summary: Summary {
      Summary(files: manifest.files.count, bytes: manifest.files.reduce(0) { $0 + $1.bytes })
    }

    mutating func note(_ taken: (digest: String, bytes: Int), _ path: String) {
      manifest.files.append(
        BackupManifest.File(digest: taken.digest, bytes: taken.bytes, path: path))
    }

    @discardableResult
    mutating func take(_ path: String) throws(WorkspaceStoreError) -> Bool {
      let target = "\(output)/\(path)"
      if path.contains("/") {
        try FolderFile.makeFolder(FolderFile.parent(of: target), withParents: true)
      }
      guard let taken = try CopiedFile.copy("\(directory)/\(path)", to: target) else { return false }
      note(taken, path)
      return true
    }

    mutating func takeFolder(_ folder: String) throws(WorkspaceStoreError) {
      for name in try FolderFile.names(in: "\(directory)/\(folder)") ?? [] {
        let path = "\(folder)/\(name)"
        guard BackupManifest.isOurs(path),
          try FolderFile.kind("\(directory)/\(path)") == .file
        else { continue }
        try take(path)
      }
    }

    /// The list of segments is replaced as a whole: if it stayed the same while they were copied, they belong together.
    mutating func takeEvents() throws(WorkspaceStoreError) {
      let list = "\(directory)/events/manifest"
      let before = manifest.files
      for _ in 0..<50 {
        guard let start = try CopiedFile.copy(list, to: nil) else { break }
        try takeFolder("events")
        let taken = manifest.files.first { $0.path == "events/manifest" }
        let end = try CopiedFile.copy(list, to: nil)
        if start.digest == end?.digest, start.digest == taken?.digest {
          return try takeFolder("events/rejects")
        }
        for file in manifest.files.dropFirst(before.count) {
          try FolderFile.remove("\(output)/\(file.path)")
        }
        manifest.files = before
      }
      if try FolderFile.kind(list) != nil {
        throw .database(path: list, reason: "the events changed again and again while they were copied")
      }
    }
  }

  /// Makes a workspace from a backup, after everything in it was compared with its digest.
  ///
  /// - Parameter directory: an absent or empty folder; it appears as a whole or not at all.
  /// - Throws: `.damagedBackup`, `.notEmpty`.
  public static func restore(
    _ backup: String, to directory: String
  ) throws(WorkspaceStoreError) -> Summary {
    let backup = OpenedStore.normalized(backup)
    let directory = OpenedStore.normalized(directory)
    guard let kind = try FolderFile.kind(backup) else { throw .notFound(path: backup) }
    guard kind == .folder else { throw .notAFolder(path: backup) }
    guard
      let list = try FolderFile.read("\(backup)/\(BackupManifest.name)", limit: 1 << 28)
    else { throw .damagedBackup(path: backup, reason: "it has no list of files") }
    let manifest = try BackupManifest(list, path: backup)
    guard manifest.files.contains(where: { $0.path == WorkspaceDocument.settings.path }) else {
      throw .damagedBackup(path: backup, reason: "it holds no workspace")
    }
    if let names = try FolderFile.names(in: directory, followsLink: true), !names.isEmpty {
      throw .notEmpty(path: directory)
    }
    for file in manifest.files { try check(file, in: backup, copyingTo: nil) }
    let making = "\(directory).restoring-\(UInt32.random(in: 0...UInt32.max))"
    try FolderFile.makeFolder(making, withParents: true)
    do throws(WorkspaceStoreError) {
      for file in manifest.files {
        let target = "\(making)/\(file.path)"
        try FolderFile.makeFolder(FolderFile.parent(of: target), withParents: true)
        try check(file, in: backup, copyingTo: target)
      }
      _ = rmdir(directory)
      try FolderFile.move(making, to: directory)
    } catch {
      try? FileManager.default.removeItem(atPath: making)
      throw error
    }
    return Summary(
      files: manifest.files.count, bytes: manifest.files.reduce(0) { $0 + $1.bytes })
  }

  private static func check(
    _ file: BackupManifest.File, in backup: String, copyingTo target: String?
  ) throws(WorkspaceStoreError) {
    guard let found = try CopiedFile.copy("\(backup)/\(file.path)", to: target) else {
      throw .damagedBackup(path: backup, reason: "the file '\(file.path)' is missing")
    }
    guard found.digest == file.digest, found.bytes == file.bytes else {
      throw .damagedBackup(path: backup, reason: "the file '\(file.path)' was changed")
    }
  }
}
