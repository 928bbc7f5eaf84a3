import Foundation
import GRDB
import Secrets

/// Accounts, sessions, invitations, links for reading and saved views of a workspace.
///
/// Nothing here asks what time it is: `now` is whole microseconds since 1970, UTC. Tokens are stored as digests only.
public final class PeopleStore: Sendable {
  let database: WorkspaceDatabase

  public init(database: WorkspaceDatabase) { self.database = database }

  func read<Value>(_ body: (Database) throws -> Value) throws(PeopleError) -> Value {
    do { return try database.read(body) } catch { throw .store(error) }
  }

  /// All or nothing: a refusal, too, leaves everything as it was.
  func write<Value>(_ body: (Database) throws -> Value) throws(PeopleError) -> Value {
    var refusal: PeopleRefusal?
    do throws(WorkspaceStoreError) {
      return try database.write { database in
        do { return try body(database) } catch let error as PeopleRefusal {
          refusal = error
          throw error
        }
      }
    } catch {
      if let refusal { throw .refused(refusal) }
      throw .store(error)
    }
  }

  /// A public name for a new row: 60 random bits, told to anybody, opens nothing.
  static func newID() -> String { String(Token().text.prefix(12)) }

  // MARK: Record

  /// Writes down what was done, in the transaction that did it.
  static func record(
    _ action: String, _ subject: String, by person: String?, at now: Int64, _ database: Database
  ) throws {
    let last = try Int64.fetchOne(database, sql: "SELECT max(number) FROM audit") ?? 0
    try RowChecksum.insert(into: "audit", [last + 1, now, person, action, subject], database)
  }

  /// Writes down what changed nothing else, such as a sign-in that failed.
  public func record(
    _ action: String, _ subject: String, by person: String?, at now: Int64
  ) throws(PeopleError) {
    try write { try Self.record(action, subject, by: person, at: now, $0) }
  }

  /// The last entries of the record, newest first.
  public func audit(limit: Int) throws(PeopleError) -> [AuditEntry] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT number, at, person, action, subject FROM audit ORDER BY number DESC LIMIT ?",
        arguments: [limit]
      ).map {
        AuditEntry(number: $0[0], at: $0[1], person: $0[2], action: $0[3], subject: $0[4])
      }
    }
  }

  // MARK: Bounds

  /// A text for a person's eyes without spaces around it.
  ///
  /// - Throws: `.outOfBounds` when it is empty, too long, or holds control characters.
  static func checked(
    _ text: String, _ what: String, atMost length: Int, mayBeEmpty: Bool = false
  ) throws(PeopleRefusal) -> String {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isClean = trimmed.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isClean, trimmed.count <= length, trimmed.utf8.count <= 4 * length,
      mayBeEmpty || !trimmed.isEmpty
    else { throw .outOfBounds(what: what) }
    return trimmed
  }

  /// An e-mail address in lower case. Whether it is anybody's is not for us to find out.
  public static func normalized(email: String) throws(PeopleRefusal) -> String {
    let lower = email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = lower.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        && !"<>()[],;:\"\\".unicodeScalars.contains($0)
    }
    guard isPlain, lower.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty,
      parts[1].count >= 1, parts[1].first != ".", parts[1].last != "."
    else { throw .outOfBounds(what: "email") }
    return lower
  }
}
