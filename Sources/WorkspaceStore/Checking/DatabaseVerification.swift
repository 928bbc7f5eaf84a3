import Foundation
import GRDB
import JourneyModel

/// A place where a database does not hold what was written to it.
public struct DatabaseDamage: Hashable, Sendable {
  /// The table and row, or the part of the file.
  public var place: String
  public var detail: String
}

extension WorkspaceDatabase {
  /// Reads everything against its checksums, and every object against the history that made it.
  ///
  /// - Returns: All that is damaged; empty if all is well. Nothing is changed.
  public func verify() throws(WorkspaceStoreError) -> [DatabaseDamage] {
    var found: [DatabaseDamage] = []
    for check in DatabaseVerification.checks {
      do throws(WorkspaceStoreError) {
        found += try outsideTransaction { try check.body($0) }
      } catch {
        switch error {
        case .damagedDatabase(_, let reason), .database(_, let reason):
          found.append(DatabaseDamage(place: check.name, detail: reason))
        default: throw error
        }
      }
    }
    return found
  }
}

enum DatabaseVerification {
  struct Check: Sendable {
    var name: String
    var body: @Sendable (Database) throws -> [DatabaseDamage]
  }

  static let checks = [
    Check(name: "the file", body: integrity), Check(name: "the schema", body: schema),
    Check(name: "the rows", body: rows), Check(name: "the history", body: history),
    Check(name: "the search index", body: search),
  ]

  /// Pages, indexes and references, as SQLite sees them.
  private static func integrity(_ database: Database) throws -> [DatabaseDamage] {
    let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
    let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    return problems.filter { $0 != "ok" }.map { DatabaseDamage(place: "the file", detail: $0) }
      + orphans.map { row in
        let table: String = row[0]
        return DatabaseDamage(
          place: "table \(table)", detail: "a row refers to one that is not there")
      }
  }

  /// The tables are those that the migrations make, to the letter.
  private static func schema(_ database: Database) throws -> [DatabaseDamage] {
    let sql = "SELECT type, name, tbl_name, coalesce(sql, '') AS sql FROM sqlite_schema ORDER BY name"
    let fresh = try DatabaseQueue()
    try Migration.migrator.migrate(fresh)
    let expected = try fresh.read { try Row.fetchAll($0, sql: sql) }
    let steps = "SELECT identifier FROM grdb_migrations ORDER BY identifier"
    let expectedSteps = try fresh.read { try String.fetchAll($0, sql: steps) }
    var found: [DatabaseDamage] = []
    if try Row.fetchAll(database, sql: sql) != expected {
      found.append(
        DatabaseDamage(place: "the schema", detail: "it is not the one of this version"))
    }
    if try String.fetchAll(database, sql: steps) != expectedSteps {
      found.append(
        DatabaseDamage(place: "table grdb_migrations", detail: "it is not that of this version"))
    }
    return found
  }

  /// Every row against its checksum.
  private static func rows(_ database: Database) throws -> [DatabaseDamage] {
    var found: [DatabaseDamage] = []
    for table in try RowChecksum.tables(database) {
      let columns = try RowChecksum.columns(table, database).joined(separator: ", ")
      let key = try database.primaryKey(table).columns.map { "\"\($0)\"" }
      let name = key.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
      let damaged = try String.fetchAll(
        database,
        sql: """
          SELECT \(name) FROM "\(table)" WHERE checksum IS NOT row_checksum(\(columns))
          """)
      found += damaged.map {
        DatabaseDamage(
          place: "table \(table), row \($0.prefix(100))",
          detail: "it does not match its checksum")
      }
    }
    return found
  }

  /// Applies all edits from the first one on, and compares what they come to with the objects.
  private static func history(_ database: Database) throws -> [DatabaseDamage] {
    var found: [DatabaseDamage] = []
    var state = WorkspaceState(stored: [])
    var last: [ObjectReference: Int] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT revision, position, edit FROM edit ORDER BY revision, position")
    while let row = try rows.next() {
      let (revision, position): (Int, Int) = (row["revision"], row["position"])
      let edit = try? StoredJSON.value(Edit.self, row["edit"])
      guard let edit, state.replay(edit) else {
        found.append(
          DatabaseDamage(
            place: "table edit, row \(revision) \(position)", detail: "it cannot be done again"))
        continue
      }
      last[edit.object] = revision
    }
    let numbers = try Row.fetchOne(database, sql: "SELECT count(*), max(number) FROM revision")
    if let numbers, let highest: Int = numbers[1], highest != numbers[0] {
      found.append(
        DatabaseDamage(place: "table revision", detail: "the revisions are not numbered one by one"))
    }
    var seen = 0
    let objects = try Row.fetchCursor(
      database, sql: "SELECT kind, map, id, isDeleted, properties, revision FROM object")
    while let row = try objects.next() {
      seen += 1
      let object = try? StoredObjects.object(row)
      let revision: Int = row["revision"]
      guard let object, state.object(object.reference) == object, last[object.reference] == revision
      else {
        let name: (String, String, String) = (row["map"], row["kind"], row["id"])
        found.append(
          DatabaseDamage(
            place: "table object, row '\(name.0)' '\(name.1)' '\(name.2)'",
            detail: "it is not what its history leads to"))
        continue
      }
    }
    if seen != state.objects.count {
      found.append(
        DatabaseDamage(
          place: "table object",
          detail: "it has \(seen) objects; the history leads to \(state.objects.count)"))
    }
    return found
  }

  /// The index against the texts of the objects.
  private static func search(_ database: Database) throws -> [DatabaseDamage] {
    try database.execute(sql: "INSERT INTO search(search) VALUES ('integrity-check')")
    var expected: [Int64: SearchText] = [:]
    let objects = try Row.fetchCursor(
      database, sql: "SELECT number, kind, map, id, isDeleted, properties FROM object")
    while let row = try objects.next() {
      if let text = SearchText(try StoredObjects.object(row)) { expected[row["number"]] = text }
    }
    var found: [DatabaseDamage] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT rowid, title, body FROM search")
    while let row = try rows.next() {
      let number: Int64 = row["rowid"]
      let text = expected.removeValue(forKey: number)
      if text?.title != row["title"] || text?.body != row["body"] {
        found.append(
          DatabaseDamage(
            place: "the search index, object \(number)", detail: "it does not hold its texts"))
      }
    }
    if !expected.isEmpty {
      found.append(
        DatabaseDamage(
          place: "the search index", detail: "\(expected.count) objects are missing"))
    }
    return found
  }
}
