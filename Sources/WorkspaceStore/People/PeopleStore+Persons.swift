import Foundation
import GRDB
public import Secrets

extension PeopleStore {
  static let longestName = 100
  static let longestSettings = 20_000
  static let mostPeople = 10_000

  private static let columns = "id, name, email, role, isActive, createdAt, settings"

  static func person(_ row: Row) throws -> Person {
    guard let role = Role(rawValue: row["role"]) else { throw PeopleRefusal.unknown }
    return Person(
      id: row["id"], name: row["name"], email: row["email"], role: role, isActive: row["isActive"],
      createdAt: row["createdAt"], settings: row["settings"])
  }

  /// Whether nobody has an account yet: the first one is made with the setup link.
  public func needsSetup() throws(PeopleError) -> Bool {
    try read { try Int.fetchOne($0, sql: "SELECT 1 FROM person LIMIT 1") == nil }
  }

  /// Everybody with an account, by name.
  public func people() throws(PeopleError) -> [Person] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT \(Self.columns) FROM person ORDER BY name, id")
        .map(Self.person)
    }
  }

  public func person(id: String) throws(PeopleError) -> Person? {
    try read { try Self.person(id: id, $0) }
  }

  static func person(id: String, _ database: Database) throws -> Person? {
    try Row.fetchOne(
      database, sql: "SELECT \(columns) FROM person WHERE id = ?", arguments: [id]
    ).map(person)
  }

  /// The account with an e-mail address and the stored text of its password.
  public func account(email: String) throws(PeopleError) -> (person: Person, password: String)? {
    guard let lower = try? Self.normalized(email: email) else { return nil }
    return try account(where: "email = ?", lower)
  }

  public func account(id: String) throws(PeopleError) -> (person: Person, password: String)? {
    try account(where: "id = ?", id)
  }

  private func account(
    where condition: String, _ value: String
  ) throws(PeopleError) -> (person: Person, password: String)? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT \(Self.columns), password FROM person WHERE \(condition)",
        arguments: [value]
      ).map { (try Self.person($0), $0["password"]) }
    }
  }

  // MARK: Making

  /// Makes the first account, an owner.
  ///
  /// - Throws: `.alreadySetUp` if there is any account.
  public func setUp(
    name: String, email: String, password: PasswordHash, at now: Int64
  ) throws(PeopleError) -> Person {
    try write { database in
      guard try Int.fetchOne(database, sql: "SELECT 1 FROM person LIMIT 1") == nil else {
        throw PeopleRefusal.alreadySetUp
      }
      let person = try Self.insert(
        name: name, email: email, role: .owner, password: password, at: now, database)
      try Self.record("setup", person.id, by: person.id, at: now, database)
      return person
    }
  }

  static func insert(
    name: String, email: String, role: Role, password: PasswordHash, at now: Int64,
    _ database: Database
  ) throws -> Person {
    let person = Person(
      id: newID(), name: try checked(name, "name", atMost: longestName),
      email: try normalized(email: email), role: role, isActive: true, createdAt: now,
      settings: "{}")
    guard
      try Int.fetchOne(
        database, sql: "SELECT 1 FROM person WHERE email = ?", arguments: [person.email]) == nil
    else { throw PeopleRefusal.emailTaken }
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM person") ?? 0
    guard count < mostPeople else { throw PeopleRefusal.tooMany(what: "people", limit: mostPeople) }
    try RowChecksum.insert(
      into: "person",
      [
        person.id, person.name, person.email, role.rawValue, password.text, true, now,
        person.settings,
      ], database)
    return person
  }

  // MARK: Changing

  /// Changes what a person says of themselves; nil leaves it as it is.
  ///
  /// - Parameter settings: JSON of the browser's.
  public func change(
    _ id: String, name: String? = nil, settings: String? = nil
  ) throws(PeopleError) -> Person {
    try write { database in
      guard var person = try Self.person(id: id, database) else { throw PeopleRefusal.unknown }
      if let name { person.name = try Self.checked(name, "name", atMost: Self.longestName) }
      if let settings {
        guard settings.utf8.count <= Self.longestSettings else {
          throw PeopleRefusal.outOfBounds(what: "settings")
        }
        person.settings = settings
      }
      try database.execute(
        sql: "UPDATE person SET name = ?, settings = ? WHERE id = ?",
        arguments: [person.name, person.settings, id])
      try RowChecksum.seal("person", where: "id = ?", [id], database)
      return person
    }
  }

  /// Changes what a person may do; nil leaves it as it is. Who may not sign in any more is signed out everywhere.
  ///
  /// - Throws: `.lastOwner` if no active owner would be left.
  public func change(
    _ id: String, role: Role?, isActive: Bool?, by owner: String, at now: Int64
  ) throws(PeopleError) -> Person {
    try write { database in
      guard var person = try Self.person(id: id, database) else { throw PeopleRefusal.unknown }
      let before = person
      person.role = role ?? person.role
      person.isActive = isActive ?? person.isActive
      if before.role == .owner, before.isActive, person.role != .owner || !person.isActive {
        let others =
          try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM person WHERE role = 'owner' AND isActive AND id <> ?",
            arguments: [id]) ?? 0
        guard others > 0 else { throw PeopleRefusal.lastOwner }
      }
      try database.execute(
        sql: "UPDATE person SET role = ?, isActive = ? WHERE id = ?",
        arguments: [person.role.rawValue, person.isActive, id])
      try RowChecksum.seal("person", where: "id = ?", [id], database)
      if !person.isActive {
        try database.execute(sql: "DELETE FROM session WHERE person = ?", arguments: [id])
        try database.execute(sql: "DELETE FROM reset WHERE person = ?", arguments: [id])
      }
      if before.role != person.role {
        try Self.record("role-\(person.role.rawValue)", id, by: owner, at: now, database)
      }
      if before.isActive != person.isActive {
        try Self.record(
          person.isActive ? "activate" : "deactivate", id, by: owner, at: now, database)
      }
      return person
    }
  }

  /// Sets a new password; every session but the one that is kept ends, and so does every link to reset it.
  public func setPassword(
    _ password: PasswordHash, of id: String, keeping session: String?, at now: Int64
  ) throws(PeopleError) {
    try write { try Self.setPassword(password, of: id, keeping: session, at: now, $0) }
  }

  static func setPassword(
    _ password: PasswordHash, of id: String, keeping session: String?, at now: Int64,
    _ database: Database
  ) throws {
    try database.execute(
      sql: "UPDATE person SET password = ? WHERE id = ?", arguments: [password.text, id])
    guard database.changesCount == 1 else { throw PeopleRefusal.unknown }
    try RowChecksum.seal("person", where: "id = ?", [id], database)
    try database.execute(
      sql: "DELETE FROM session WHERE person = ? AND id <> ?", arguments: [id, session ?? ""])
    try database.execute(sql: "DELETE FROM reset WHERE person = ?", arguments: [id])
    try record("password", id, by: id, at: now, database)
  }
}
