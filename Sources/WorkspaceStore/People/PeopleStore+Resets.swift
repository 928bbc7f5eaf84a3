import GRDB
public import Secrets

extension PeopleStore {
  public static let resetLength = 15 * Microseconds.minute
  private static let purpose = "reset"

  /// A link for somebody who has lost their password, made on the server's own machine; an older one no longer opens.
  ///
  /// - Throws: `.unknown` if there is no active account with this address.
  public func reset(email: String, at now: Int64) throws(PeopleError) -> (token: Token, Person) {
    try write { database in
      let email = try Self.normalized(email: email)
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM person WHERE email = ? AND isActive", arguments: [email])
      guard let person = try row.map(Self.person) else { throw PeopleRefusal.unknown }
      let token = Token()
      try database.execute(
        sql: "DELETE FROM reset WHERE person = ? OR expiresAt <= ?", arguments: [person.id, now])
      try database.execute(
        sql: "INSERT INTO reset VALUES (?, ?, ?)",
        arguments: [token.digest(for: Self.purpose), person.id, now + Self.resetLength])
      try Self.record("reset-link", person.id, by: nil, at: now, database)
      return (token, person)
    }
  }

  /// Whose password the token may set; nil if it opens nothing (any more).
  public func person(forReset token: Token, at now: Int64) throws(PeopleError) -> Person? {
    try read { try Self.person(forReset: token, at: now, $0) }
  }

  private static func person(
    forReset token: Token, at now: Int64, _ database: Database
  ) throws -> Person? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT p.* FROM reset AS r JOIN person AS p ON p.id = r.person
        WHERE r.digest = ? AND r.expiresAt > ? AND p.isActive
        """, arguments: [token.digest(for: purpose), now]
    ).map(person)
  }

  /// Sets a new password with a link that is used up; all sessions of the person end.
  public func reset(
    with token: Token, to password: PasswordHash, at now: Int64
  ) throws(PeopleError) -> Person {
    try write { database in
      guard let person = try Self.person(forReset: token, at: now, database) else {
        throw PeopleRefusal.invalidLink
      }
      try Self.setPassword(password, of: person.id, keeping: nil, at: now, database)
      return person
    }
  }
}
