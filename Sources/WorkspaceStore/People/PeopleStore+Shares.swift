import Foundation
import GRDB
public import Secrets

extension PeopleStore {
  /// A link for reading lasts at least a day and at most a year.
  public static let shareDays = 1...365
  static let mostShares = 200
  private static let purpose = "share"

  private static let columns = """
    id, map, label, lanes, showsNumbers, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt
    """

  private static func share(_ row: Row) throws -> Share {
    let lanes: String? = row["lanes"]
    return Share(
      id: row["id"], map: row["map"], label: row["label"],
      lanes: try lanes.map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) },
      showsNumbers: row["showsNumbers"], createdBy: row["createdBy"], createdAt: row["createdAt"],
      expiresAt: row["expiresAt"], revokedAt: row["revokedAt"], lastUsedAt: row["lastUsedAt"])
  }

  /// Makes a link to one map; its token is told once and not kept.
  ///
  /// - Parameters:
  ///   - lanes: the ids of the lanes that are shown; nil for all that the map does not hide.
  ///   - days: within `shareDays`.
  public func share(
    map: String, label: String, lanes: [String]?, showsNumbers: Bool, days: Int, by person: String,
    at now: Int64
  ) throws(PeopleError) -> (token: Token, share: Share) {
    try write { database in
      let label = try Self.checked(label, "label", atMost: 100, mayBeEmpty: true)
      guard Self.shareDays.contains(days) else { throw PeopleRefusal.outOfBounds(what: "days") }
      if let lanes, lanes.isEmpty || lanes.count > 1_000 {
        throw PeopleRefusal.outOfBounds(what: "lanes")
      }
      let open =
        try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM share WHERE map = ? AND revokedAt IS NULL AND expiresAt > ?",
          arguments: [map, now]) ?? 0
      guard open < Self.mostShares else {
        throw PeopleRefusal.tooMany(what: "links", limit: Self.mostShares)
      }
      let token = Token()
      let share = Share(
        id: Self.newID(), map: map, label: label, lanes: lanes, showsNumbers: showsNumbers,
        createdBy: person, createdAt: now, expiresAt: now + Int64(days) * Microseconds.day)
      let lanesText = try lanes.map {
        String(decoding: try JSONEncoder().encode($0), as: UTF8.self)
      }
      try RowChecksum.insert(
        into: "share",
        [
          share.id, token.digest(for: Self.purpose), map, label, lanesText, showsNumbers, person,
          now, share.expiresAt, Int64?.none, Int64?.none,
        ], database)
      try Self.record("share", share.id, by: person, at: now, database)
      return (token, share)
    }
  }

  /// The links of a map that still open, the newest first.
  public func shares(map: String, at now: Int64) throws(PeopleError) -> [Share] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.columns) FROM share
          WHERE map = ? AND revokedAt IS NULL AND expiresAt > ? ORDER BY createdAt DESC, id
          """, arguments: [map, now]
      ).map(Self.share)
    }
  }

  public func revokeShare(_ id: String, by person: String, at now: Int64) throws(PeopleError) {
    try write { database in
      try database.execute(
        sql: "UPDATE share SET revokedAt = ? WHERE id = ? AND revokedAt IS NULL",
        arguments: [now, id])
      guard database.changesCount == 1 else { throw PeopleRefusal.unknown }
      try RowChecksum.seal("share", where: "id = ?", [id], database)
      try Self.record("revoke-share", id, by: person, at: now, database)
    }
  }

  /// What the token opens; nil if nothing (any more). When it was used last is written down once an hour.
  public func share(with token: Token, at now: Int64) throws(PeopleError) -> Share? {
    let digest = token.digest(for: Self.purpose)
    let found = try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT \(Self.columns) FROM share
          WHERE digest = ? AND revokedAt IS NULL AND expiresAt > ?
          """, arguments: [digest, now]
      ).map(Self.share)
    }
    guard let found else { return nil }
    if now - (found.lastUsedAt ?? 0) >= Microseconds.hour {
      try write { database in
        try database.execute(
          sql: "UPDATE share SET lastUsedAt = ? WHERE digest = ?", arguments: [now, digest])
        try RowChecksum.seal("share", where: "digest = ?", [digest], database)
      }
    }
    return found
  }
}
