import GRDB
public import Secrets

extension PeopleStore {
  /// A session ends so long after it was last used.
  public static let sessionLength = 30 * Microseconds.day
  /// Being seen is written down only so often, for each time costs a write.
  static let seenEvery = 10 * Microseconds.minute
  static let mostSessions = 100
  private static let purpose = "session"

  private static func session(_ row: Row, prefix: String = "") -> PersonSession {
    PersonSession(
      id: row["\(prefix)id"], device: row["\(prefix)device"],
      createdAt: row["\(prefix)createdAt"], lastSeenAt: row["\(prefix)lastSeenAt"],
      expiresAt: row["\(prefix)expiresAt"])
  }

  /// Signs a person in with a new token; a session that the browser still had ends.
  ///
  /// - Throws: `.unknown` if the account may not sign in.
  public func signIn(
    _ person: String, device: String, replacing old: Token?, at now: Int64
  ) throws(PeopleError) -> (token: Token, session: PersonSession) {
    try write { database in
      guard let known = try Self.person(id: person, database), known.isActive else {
        throw PeopleRefusal.unknown
      }
      if let old {
        try database.execute(
          sql: "DELETE FROM session WHERE digest = ?", arguments: [old.digest(for: Self.purpose)])
      }
      try database.execute(sql: "DELETE FROM session WHERE expiresAt <= ?", arguments: [now])
      // The oldest goes when somebody signs in without end.
      try database.execute(
        sql: """
          DELETE FROM session WHERE person = ?1 AND id NOT IN (
            SELECT id FROM session WHERE person = ?1 ORDER BY lastSeenAt DESC, id LIMIT ?2)
          """, arguments: [person, Self.mostSessions - 1])
      let token = Token()
      let session = PersonSession(
        id: Self.newID(), device: Self.shortened(device), createdAt: now, lastSeenAt: now,
        expiresAt: now + Self.sessionLength)
      try database.execute(
        sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          token.digest(for: Self.purpose), session.id, person, session.device, now, now,
          session.expiresAt,
        ])
      try Self.record("sign-in", session.id, by: person, at: now, database)
      return (token, session)
    }
  }

  private static func shortened(_ device: String) -> String {
    let clean = device.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return String(String(String.UnicodeScalarView(clean)).prefix(200))
  }

  /// Who has the token; nil if nobody has, the session has ended, or the account may not sign in.
  ///
  /// Being used makes a session last longer.
  public func signedIn(with token: Token, at now: Int64) throws(PeopleError) -> SignedIn? {
    let digest = token.digest(for: Self.purpose)
    let found = try read { database -> SignedIn? in
      try Row.fetchOne(
        database,
        sql: """
          SELECT p.id, p.name, p.email, p.role, p.isActive, p.createdAt, p.settings,
            s.id AS s_id, s.device AS s_device, s.createdAt AS s_createdAt,
            s.lastSeenAt AS s_lastSeenAt, s.expiresAt AS s_expiresAt
          FROM session AS s JOIN person AS p ON p.id = s.person
          WHERE s.digest = ? AND s.expiresAt > ? AND p.isActive
          """, arguments: [digest, now]
      ).map { SignedIn(person: try Self.person($0), session: Self.session($0, prefix: "s_")) }
    }
    guard var found else { return nil }
    if now - found.session.lastSeenAt >= Self.seenEvery {
      found.session.lastSeenAt = now
      found.session.expiresAt = now + Self.sessionLength
      let session = found.session
      try write { database in
        try database.execute(
          sql: "UPDATE session SET lastSeenAt = ?, expiresAt = ? WHERE digest = ?",
          arguments: [session.lastSeenAt, session.expiresAt, digest])
      }
    }
    return found
  }

  /// The role by which a session may still act; nil once it has ended. For streams that outlive one request.
  public func role(ofSession id: String, at now: Int64) throws(PeopleError) -> Role? {
    try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT p.role FROM session AS s JOIN person AS p ON p.id = s.person
          WHERE s.id = ? AND s.expiresAt > ? AND p.isActive
          """, arguments: [id, now]
      ).flatMap(Role.init(rawValue:))
    }
  }

  /// The sessions of a person that have not ended, the last used first.
  public func sessions(of person: String, at now: Int64) throws(PeopleError) -> [PersonSession] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM session WHERE person = ? AND expiresAt > ? ORDER BY lastSeenAt DESC, id
          """, arguments: [person, now]
      ).map { Self.session($0) }
    }
  }

  /// Ends a session of the person's own.
  ///
  /// - Throws: `.unknown` if it is not theirs.
  public func endSession(
    _ id: String, of person: String, at now: Int64
  ) throws(PeopleError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM session WHERE id = ? AND person = ?", arguments: [id, person])
      guard database.changesCount == 1 else { throw PeopleRefusal.unknown }
      try Self.record("sign-out", id, by: person, at: now, database)
    }
  }
}
