import EventStore
import Foundation
import JourneyFormats
import JourneyModel
import Statistics
import Synchronization
import Testing

@testable import WorkspaceStore

@Suite struct BackupTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func shop() throws -> OpenedStore {
    let store = try OpenedStore.create(
      at: "\(folder.path)/shop", WorkspaceContents(EditorWorld.workspace), answers: [],
      intention: "Made")
    for name in ["events/manifest", "events/segment-00000001"] {
      let target = "\(folder.path)/shop/\(name)"
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/shop/events", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: packageFolder.appending(path: "Tests/Fixtures/W1/\(name)").path, toPath: target)
    }
    try folder.write("a picture", to: "shop/files/0a1b")
    return store
  }

  @Test func `backups made while others write each restore, with all that was acknowledged before`() async throws {
    let store = try shop()
    let acknowledged = Mutex(0)
    let isDone = Mutex(false)
    let writer = Task.detached {
      var number = 0
      while !isDone.withLock({ $0 }) {
        number += 1
        _ = try store.editor.commit([(KillTests.batch(number), .olena)])
        acknowledged.withLock { $0 = number }
      }
    }
    for round in 0..<20 {
      let before = acknowledged.withLock { $0 }
      let output = "\(folder.path)/backup-\(round)"
      let summary = try WorkspaceBackup.make(
        of: store.directory, database: store.database, to: output)
      #expect(summary.files == 5)
      let restored = "\(folder.path)/restored-\(round)"
      _ = try WorkspaceBackup.restore(output, to: restored)
      let copy = try OpenedStore.open(restored)
      let state = copy.editor.state().state
      for number in stride(from: 1, through: before, by: 1) {
        #expect(state.knows(card("k\(number)")))
      }
      if round % 5 == 0 {
        #expect(try copy.database.verify() == [])
        #expect(try EventLog.verify(directory: restored).isEmpty)
      }
      #expect(FileManager.default.fileExists(atPath: "\(restored)/files/0a1b"))
      try copy.close()
      try FileManager.default.removeItem(atPath: output)
      try FileManager.default.removeItem(atPath: restored)
    }
    isDone.withLock { $0 = true }
    try await writer.value
    try store.close()
  }

  @Test func `a backup with one changed byte is refused, wherever it is, and nothing is made`() throws {
    let store = try shop()
    let output = "\(folder.path)/backup"
    _ = try WorkspaceBackup.make(of: store.directory, database: store.database, to: output)
    try store.close()
    let files = try FileManager.default.subpathsOfDirectory(atPath: output).filter {
      $0 != "events" && $0 != "files"
    }.sorted()
    #expect(files.count == 6)
    var random = SplitMix64(seed: 3)
    for round in 0..<100 {
      let file = URL(filePath: "\(output)/\(files[round % files.count])")
      let sound = try Data(contentsOf: file)
      var bytes = sound
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      try bytes.write(to: file)
      do {
        _ = try WorkspaceBackup.restore(output, to: "\(folder.path)/restored")
        Issue.record("a changed byte at \(place) of \(file.lastPathComponent) was not seen")
      } catch {
        #expect(error.exitCode == 4)
      }
      try sound.write(to: file)
    }
    #expect(try folder.names().filter { $0.hasPrefix("restored") } == [])
    _ = try WorkspaceBackup.restore(output, to: "\(folder.path)/restored")
  }

  @Test func `a backup is made and restored into empty folders only`() throws {
    let store = try shop()
    try folder.write("", to: "full/.hidden")
    let full = "\(folder.path)/full"
    #expect(throws: WorkspaceStoreError.notEmpty(path: full)) {
      try WorkspaceBackup.make(of: store.directory, database: store.database, to: full)
    }
    let output = "\(folder.path)/backup"
    _ = try WorkspaceBackup.make(of: store.directory, database: store.database, to: output)
    #expect(throws: WorkspaceStoreError.notEmpty(path: full)) {
      try WorkspaceBackup.restore(output, to: full)
    }
    #expect(throws: WorkspaceStoreError.notFound(path: "\(full)/none")) {
      try WorkspaceBackup.restore("\(full)/none", to: "\(folder.path)/x")
    }
    try FileManager.default.removeItem(atPath: "\(output)/files/0a1b")
    #expect(throws: WorkspaceStoreError.damagedBackup(path: output, reason: "the file 'files/0a1b' is missing")) {
      try WorkspaceBackup.restore(output, to: "\(folder.path)/x")
    }
    try store.close()
  }

  @Test func `a list of files names nothing outside a workspace`() {
    for path in [
      "../x", "/etc/passwd", "events/../x", "events/.x", "files/a/b", ".lock", "x", "events//x",
      "events/rejects/../x", "files/ä",
    ] { #expect(!BackupManifest.isOurs(path), "\(path)") }
    for path in [
      "waymark.yaml", "waymark.sqlite", "maps/a.yaml", "events/manifest", "files/0a",
      "events/rejects/1.csv", "answers/nps.csv",
    ] { #expect(BackupManifest.isOurs(path), "\(path)") }
  }

  @Test func `a workspace of text files is backed up as it is`() throws {
    let source = packageFolder.appending(path: "Tests/Fixtures/W1").path
    _ = try WorkspaceBackup.make(of: source, database: nil, to: "\(folder.path)/backup")
    _ = try WorkspaceBackup.restore("\(folder.path)/backup", to: "\(folder.path)/copy")
    let names = try FileManager.default.subpathsOfDirectory(atPath: source).sorted()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/copy").sorted()
      == names.filter { $0 != ".lock" })
    _ = try FolderDocuments(opening: "\(folder.path)/copy").load()
  }
}
