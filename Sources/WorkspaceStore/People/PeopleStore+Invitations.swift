import GRDB
public import Secrets

extension PeopleStore {
  public static let invitationLength = 7 * Microseconds.day
  static let mostInvitations = 1_000
  private static let purpose = "invitation"
  private static let columns = "id, role, note, createdBy, createdAt, expiresAt"

  private static func invitation(_ row: Row) throws -> Invitation {
    guard let role = Role(rawValue: row["role"]) else { throw PeopleRefusal.unknown }
    return Invitation(
      id: row["id"], role: role, note: row["note"], createdBy: row["createdBy"],
      createdAt: row["createdAt"], expiresAt: row["expiresAt"])
  }

  private static let isOpen = "acceptedBy IS NULL AND revokedAt IS NULL AND expiresAt > ?"

  /// Makes an invitation; its token is told once and not kept.
  public func invite(
    role: Role, note: String, by owner: String, at now: Int64
  ) throws(PeopleError) -> (token: Token, invitation: Invitation) {
    try write { database in
      let note = try Self.checked(note, "note", atMost: 200, mayBeEmpty: true)
      let open =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM invitation WHERE \(Self.isOpen)",
          arguments: [now]) ?? 0
      guard open < Self.mostInvitations else {
        throw PeopleRefusal.tooMany(what: "invitations", limit: Self.mostInvitations)
      }
      let token = Token()
      let invitation = Invitation(
        id: Self.newID(), role: role, note: note, createdBy: owner, createdAt: now,
        expiresAt: now + Self.invitationLength)
      try RowChecksum.insert(
        into: "invitation",
        [
          invitation.id, token.digest(for: Self.purpose), role.rawValue, note, owner, now,
          invitation.expiresAt, String?.none, Int64?.none,
        ], database)
      try Self.record("invite-\(role.rawValue)", invitation.id, by: owner, at: now, database)
      return (token, invitation)
    }
  }

  /// Invitations that can still be accepted, the newest first.
  public func invitations(at now: Int64) throws(PeopleError) -> [Invitation] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.columns) FROM invitation WHERE \(Self.isOpen)
          ORDER BY createdAt DESC, id
          """, arguments: [now]
      ).map(Self.invitation)
    }
  }

  public func revokeInvitation(
    _ id: String, by owner: String, at now: Int64
  ) throws(PeopleError) {
    try write { database in
      try database.execute(
        sql: "UPDATE invitation SET revokedAt = ? WHERE id = ? AND \(Self.isOpen)",
        arguments: [now, id, now])
      guard database.changesCount == 1 else { throw PeopleRefusal.unknown }
      try RowChecksum.seal("invitation", where: "id = ?", [id], database)
      try Self.record("revoke-invitation", id, by: owner, at: now, database)
    }
  }

  /// What the token still opens, asked before the costly work on a password; nil for nothing (any more).
  public func invitation(with token: Token, at now: Int64) throws(PeopleError) -> Invitation? {
    try read { try Self.invitation(with: token, at: now, $0) }
  }

  private static func invitation(
    with token: Token, at now: Int64, _ database: Database
  ) throws -> Invitation? {
    try Row.fetchOne(
      database, sql: "SELECT \(columns) FROM invitation WHERE digest = ? AND \(isOpen)",
      arguments: [token.digest(for: purpose), now]
    ).map(invitation)
  }

  /// Makes an account with the role of the invitation, which is used up.
  ///
  /// - Throws: `.invalidLink`, `.emailTaken` (the invitation then stays open), `.outOfBounds`.
  public func accept(
    _ token: Token, name: String, email: String, password: PasswordHash, at now: Int64
  ) throws(PeopleError) -> Person {
    try write { database in
      guard let invitation = try Self.invitation(with: token, at: now, database) else {
        throw PeopleRefusal.invalidLink
      }
      let person = try Self.insert(
        name: name, email: email, role: invitation.role, password: password, at: now, database)
      try database.execute(
        sql: "UPDATE invitation SET acceptedBy = ? WHERE id = ?",
        arguments: [person.id, invitation.id])
      try RowChecksum.seal("invitation", where: "id = ?", [invitation.id], database)
      try Self.record("accept-invitation", invitation.id, by: person.id, at: now, database)
      return person
    }
  }
}
