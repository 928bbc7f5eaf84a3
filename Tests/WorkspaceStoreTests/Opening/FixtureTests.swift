import EventStore
import Foundation
import GRDB
import JourneyFormats
import JourneyModel
import Testing

@testable import WorkspaceStore

/// Workspaces that earlier versions wrote; every later version must open them.
@Suite struct FixtureTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func copy(_ name: String) throws -> String {
    let target = "\(folder.path)/\(name)"
    try FileManager.default.copyItem(
      atPath: packageFolder.appending(path: "Tests/Fixtures/\(name)").path, toPath: target)
    return target
  }

  @Test func `a workspace of version 0.1, of text files, opens and is taken in`() throws {
    let store = try OpenedStore.open(try copy("W1"))
    #expect(store.editor.workspace().workspace.maps.map(\.id) == ["first-order"])
    #expect(try store.documents.load().surveys.count == 6)
    #expect(try EventLog(directory: store.directory).eventCount == 31_106)
    #expect(try store.database.verify() == [])
    try store.close()
  }

  @Test func `a workspace of version 0.2, with a database, opens and says what it said then`() throws {
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try Self.make()
      Issue.record("the fixture was made anew; run the tests again without UPDATE_FIXTURES")
    }
    let store = try OpenedStore.open(try copy("W2"))
    #expect(store.editor.revision == 4)
    let workspace = store.editor.workspace().workspace
    #expect(workspace.name == "Prams")
    let map = try #require(workspace.maps.first)
    #expect(map.stages.first?.name == "A child is coming")
    let history = try store.editor.history(map: nil, before: nil, limit: 10)
    #expect(
      history.map(\.intention) == [
        "Undo", "Delete card", "Rename stage", "Made as an example",
      ])
    #expect(try store.editor.search("child is com").first?.object.kind == .stage)
    #expect(try EventLog(directory: store.directory).eventCount == 6)
    #expect(try store.database.verify() == [])
    #expect(try EventLog.verify(directory: store.directory).isEmpty)
    try store.close()
  }

  /// Makes `Tests/Fixtures/W2` from an example that is shipped.
  private static func make() throws {
    let target = packageFolder.appending(path: "Tests/Fixtures/W2").path
    try? FileManager.default.removeItem(atPath: target)
    let source = packageFolder.appending(path: "Sources/waymark/Demos/pram").path
    var contents = try FolderDocuments(opening: source).load().contents
    contents.workspace.name = "Prams"
    let store = try OpenedStore.create(
      at: target, contents, answers: [], intention: "Made as an example",
      now: { 1_767_225_600_000_000 })
    let map = try #require(contents.workspace.maps.first)
    let stage = ObjectReference(.stage, try #require(map.stages.first).id.rawValue, in: map.id.rawValue)
    let card = ObjectReference(.card, try #require(map.cards.first).id.rawValue, in: map.id.rawValue)
    func commit(_ sequence: Int, _ intention: String, _ change: EditBatch.Change) throws -> BatchAnswer {
      let batch = EditBatch(
        client: "fixture", sequence: sequence, intention: intention, change: change)
      return try #require(try store.editor.commit([(batch, .olena)]).first).answer
    }
    _ = try commit(1, "Rename stage", .edits([.set(stage, "name", "A child is coming")]))
    let deleted = try commit(2, "Delete card", .edits([.tombstone(card)]))
    _ = try commit(3, "Undo", .undo(deleted.inverses))
    let log = target + "/log.csv"
    try Data(
      """
      customer,time,activity
      1,2026-01-01T10:00:00Z,visit
      1,2026-01-01T10:05:00Z,read
      1,2026-01-02T09:00:00Z,buy
      2,2026-01-01T11:00:00Z,visit
      2,2026-01-03T11:00:00Z,read
      3,2026-01-04T11:00:00Z,visit

      """.utf8
    ).write(to: URL(filePath: log))
    let importing = EventImport(path: log, options: EventFileOptions(), date: "2026-01-05")
    _ = try store.importEvents(
      importing, try EventFileReader(path: log, options: importing.options))
    try FileManager.default.removeItem(atPath: log)
    try store.database.outsideTransaction {
      try $0.execute(sql: "VACUUM")
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try store.close()
    for name in [".lock", "waymark.sqlite-wal", "waymark.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: "\(target)/\(name)")
    }
  }
}
