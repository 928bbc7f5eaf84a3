import GRDB
import JourneyModel

/// The edit log as rows of the tables `revision` and `edit`.
enum StoredHistory {
  static func insert(
    _ revision: Revision, inverses: [Inverse], _ database: Database
  ) throws {
    try RowChecksum.insert(
      into: "revision",
      [
        revision.number, revision.at, revision.person, revision.author, revision.client,
        revision.sequence, revision.intention,
      ], database)
    for (position, (edit, inverse)) in zip(revision.edits, inverses).enumerated() {
      try RowChecksum.insert(
        into: "edit",
        [
          revision.number, position, edit.object.map ?? "", edit.object.kind.rawValue,
          edit.object.id, try StoredJSON.text(edit), try StoredJSON.text(inverse),
        ], database)
    }
  }

  static func inverses(of revision: Int, _ database: Database) throws -> [Inverse] {
    let texts = try String.fetchAll(
      database.cachedStatement(
        sql: "SELECT inverse FROM edit WHERE revision = ? ORDER BY position"),
      arguments: [revision])
    return try texts.map { try StoredJSON.value(Inverse.self, $0) }
  }

  /// - Parameters:
  ///   - map: only edits of the map and of what lies in it.
  ///   - limit: so many edits at most.
  static func edits(
    of revision: Int, map: String?, limit: Int, _ database: Database
  ) throws -> [Edit] {
    let condition = map == nil ? "" : "AND (map = ?3 OR (map = '' AND kind = 'map' AND id = ?3))"
    let texts = try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT edit FROM edit WHERE revision = ?1 \(condition) ORDER BY position LIMIT ?2
          """),
      arguments: map == nil ? [revision, limit] : [revision, limit, map])
    return try texts.map { try StoredJSON.value(Edit.self, $0) }
  }

  static func revision(_ row: Row, edits: [Edit], count: Int? = nil) -> Revision {
    Revision(
      number: row["number"], at: row["at"], person: row["person"], author: row["author"],
      client: row["client"], sequence: row["sequence"], intention: row["intention"], edits: edits,
      editCount: count)
  }
}
