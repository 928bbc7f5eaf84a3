import GRDB
import JourneyModel

extension WorkspaceEditor {
  /// The revisions after one, in order, whole: what a reader that stands there has to catch up with.
  public func revisions(
    after: Int, limit: Int
  ) throws(WorkspaceStoreError) -> [Revision] {
    try database.read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM revision WHERE number > ? ORDER BY number LIMIT ?",
        arguments: [after, limit])
      return try rows.map { row in
        StoredHistory.revision(
          row, edits: try StoredHistory.edits(of: row["number"], map: nil, limit: -1, database))
      }
    }
  }

  /// The history of a map, or of everything, the newest first; authors have the names that they have now.
  ///
  /// - Parameters:
  ///   - before: only older revisions than this one.
  ///   - editLimit: no more edits of each revision than this; `editCount` tells how many there are.
  public func history(
    map: String?, before: Int?, limit: Int, editLimit: Int = 100
  ) throws(WorkspaceStoreError) -> [Revision] {
    try database.read { database in
      let concerns =
        map == nil
        ? ""
        : """
        AND number IN (
          SELECT revision FROM edit WHERE map = ?3
          UNION SELECT revision FROM edit WHERE map = '' AND kind = 'map' AND id = ?3)
        """
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT number, at, person, coalesce(
            (SELECT name FROM person WHERE person.id = revision.person), author) AS author,
            client, sequence, intention
          FROM revision WHERE number < ?1 \(concerns) ORDER BY number DESC LIMIT ?2
          """,
        arguments: map == nil ? [before ?? Int.max, limit] : [before ?? Int.max, limit, map])
      return try rows.map { row in
        let number: Int = row["number"]
        let condition =
          map == nil ? "" : "AND (map = ?2 OR (map = '' AND kind = 'map' AND id = ?2))"
        let count = try Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT count(*) FROM edit WHERE revision = ?1 \(condition)"),
          arguments: map == nil ? [number] : [number, map])
        return StoredHistory.revision(
          row,
          edits: try StoredHistory.edits(of: number, map: map, limit: editLimit, database),
          count: count)
      }
    }
  }
}
