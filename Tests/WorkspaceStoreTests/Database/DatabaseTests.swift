import Foundation
import GRDB
import JourneyModel
import Statistics
import Testing

@testable import WorkspaceStore

@Suite struct DatabaseTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Migration.all.indices)
  func `a database of every older schema opens and is brought up to date`(step: Int) throws {
    let path = "\(folder.path)/waymark.sqlite"
    let old = try WorkspaceDatabase(path: path, migrations: Array(Migration.all[...step]))
    #expect(try old.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == step + 1)
    try old.close()
    let new = try WorkspaceDatabase(path: path)
    #expect(try new.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Migration.all.count)
    #expect(try new.verify() == [])
    try new.close()
  }

  @Test func `a database of a newer version is refused with exit code 4`() throws {
    let path = "\(folder.path)/waymark.sqlite"
    let database = try WorkspaceDatabase(path: path)
    try database.outsideTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(Migration.all.count + 1)")
    }
    try database.close()
    do {
      _ = try WorkspaceDatabase(path: path)
      Issue.record("a newer database was opened")
    } catch {
      #expect(error.exitCode == 4)
      #expect(error.message.contains("newer"))
      #expect(error.hint != nil)
    }
  }

  @Test func `a file that is no database is refused with exit code 4`() throws {
    try folder.write(String(repeating: "no database ", count: 1_000), to: "waymark.sqlite")
    do {
      _ = try WorkspaceDatabase(path: "\(folder.path)/waymark.sqlite")
      Issue.record("it was opened")
    } catch { #expect(error.exitCode == 4) }
  }

  @Test func `every changed byte of a payload is found by verify`() throws {
    let world = try EditorWorld()
    try world.commit(newCard("second", "Reads reviews"), .set(card("first"), "text", "Other"))
    try world.commit(.tombstone(card("second")))
    #expect(try world.database.verify() == [])
    try world.database.outsideTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try world.database.close()
    let path = world.database.path
    let sound = try Data(contentsOf: URL(filePath: path))
    let before = try Self.contents(path)
    var random = SplitMix64(seed: 7)
    var flips = 0
    var tries = 0
    while flips < 100, tries < 3_000 {
      tries += 1
      var bytes = sound
      let place = Int.random(in: 100..<bytes.count, using: &random)
      bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      try bytes.write(to: URL(filePath: path))
      // Bytes that belong to nothing, and flips that SQLite itself takes for the same, change no content.
      if let after = try? Self.contents(path), after == before { continue }
      flips += 1
      do {
        let database = try WorkspaceDatabase(path: path)
        let found = try database.verify()
        #expect(!found.isEmpty, "a flip at \(place) was not found")
        try database.close()
      } catch { #expect(error.exitCode == 4 || error.exitCode == 3, "\(error)") }
      try? FileManager.default.removeItem(atPath: path + "-wal")
      try? FileManager.default.removeItem(atPath: path + "-shm")
    }
    #expect(flips == 100)
  }

  /// Everything that can be read from a database, table by table.
  private static func contents(_ path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let copy = path + ".looked-at"
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let queue = try DatabaseQueue(path: copy)
    defer { try? queue.close() }
    return try queue.read { database in
      let tables = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY 1")
      var lines = try Row.fetchAll(
        database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
      ).map { "\($0)" }
      for table in tables {
        lines += try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\($0)" }
      }
      return lines
    }
  }
}
