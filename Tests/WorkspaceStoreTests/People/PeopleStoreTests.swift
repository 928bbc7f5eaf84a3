import Foundation
import GRDB
import Secrets
import Testing

@testable import WorkspaceStore

/// Accounts, sessions, invitations, links and views, straight at the database.
final class PeopleStoreTests {
  private let folder: URL
  private let database: WorkspaceDatabase
  private let store: PeopleStore
  private let hash = PasswordHash(
    of: "a quiet river bend", costs: PasswordCosts(roundsExponent: 4))
  private let start: Int64 = 1_800_000_000_000_000

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "people-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    database = try WorkspaceDatabase(path: folder.appending(path: "waymark.sqlite").path)
    store = PeopleStore(database: database)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func owner() throws -> Person {
    try store.setUp(name: "Olga", email: "Olga@Example.org ", password: hash, at: start)
  }

  private func refusal(_ body: () throws -> Void) -> PeopleRefusal? {
    do { try body() } catch PeopleError.refused(let refusal) { return refusal } catch {}
    return nil
  }

  /// Every row with a checksum has the right one.
  private func expectSound() throws {
    let wrong = try database.read { database in
      try RowChecksum.tables(database).flatMap { table -> [String] in
        let columns = try RowChecksum.columns(table, database).joined(separator: ", ")
        let count =
          try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM \(table) WHERE checksum IS NOT row_checksum(\(columns))")
          ?? 0
        return count == 0 ? [] : ["\(table): \(count)"]
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `the first account is made once, and addresses are taken in lower case`() throws {
    #expect(try store.needsSetup())
    let olga = try owner()
    #expect(olga.email == "olga@example.org" && olga.role == .owner && olga.isActive)
    #expect(try !store.needsSetup())
    #expect(refusal { _ = try owner() } == .alreadySetUp)
    let known = try #require(try store.account(email: "OLGA@example.org"))
    #expect(known.person == olga && PasswordHash(text: known.password) == hash)
    try expectSound()
  }

  @Test(arguments: [
    "", "@", "a@", "@b", "a b@c.d", "a@b@c", "a@.b", "a@b.", "a\u{0}@b.c", "<a>@b.c", "a,b@c.d",
    String(repeating: "a", count: 250) + "@b.cd",
  ])
  func `what is no address is refused`(email: String) {
    #expect(throws: PeopleRefusal.outOfBounds(what: "email")) {
      try PeopleStore.normalized(email: email)
    }
  }

  @Test func `only digests of tokens are stored`() throws {
    let olga = try owner()
    let (session, _) = try store.signIn(olga.id, device: "Test", replacing: nil, at: start)
    let (invitation, _) = try store.invite(role: .viewer, note: "", by: olga.id, at: start)
    let (share, _) = try store.share(
      map: "m", label: "", lanes: nil, showsNumbers: true, days: 1, by: olga.id, at: start)
    let (reset, _) = try store.reset(email: olga.email, at: start)
    try database.outsideTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let bytes = try Data(contentsOf: folder.appending(path: "waymark.sqlite"))
    for token in [session, invitation, share, reset] {
      #expect(bytes.range(of: Data(token.text.utf8)) == nil)
    }
    // A token opens only the door it was made for.
    #expect(try store.signedIn(with: invitation, at: start) == nil)
    #expect(try store.share(with: session, at: start) == nil)
    #expect(try store.invitation(with: share, at: start) == nil)
    #expect(try store.person(forReset: session, at: start) == nil)
    #expect(try store.person(forReset: reset, at: start) == olga)
  }

  @Test func `being seen is written down every ten minutes, and lengthens the session`() throws {
    let olga = try owner()
    let (token, _) = try store.signIn(olga.id, device: "Te\u{7}st", replacing: nil, at: start)
    let soon = start + 9 * Microseconds.minute
    #expect(try store.signedIn(with: token, at: soon)?.session.lastSeenAt == start)
    let later = start + 11 * Microseconds.minute
    let seen = try #require(try store.signedIn(with: token, at: later)).session
    #expect(seen.lastSeenAt == later && seen.expiresAt == later + PeopleStore.sessionLength)
    #expect(try store.sessions(of: olga.id, at: later) == [seen] && seen.device == "Test")
    #expect(try store.role(ofSession: seen.id, at: later) == .owner)
    #expect(try store.role(ofSession: seen.id, at: seen.expiresAt) == nil)
    #expect(try store.signedIn(with: token, at: seen.expiresAt) == nil)
  }

  @Test func `of very many sessions the ones used last stay`() throws {
    let olga = try owner()
    for minute in 0..<105 {
      _ = try store.signIn(
        olga.id, device: "\(minute)", replacing: nil,
        at: start + Int64(minute) * Microseconds.minute)
    }
    let left = try store.sessions(of: olga.id, at: start + 200 * Microseconds.minute)
    #expect(left.count == 100 && left.first?.device == "104" && left.last?.device == "5")
  }

  @Test func `owners may go as long as one stays`() throws {
    let olga = try owner()
    let (token, _) = try store.invite(role: .owner, note: "", by: olga.id, at: start)
    let anna = try store.accept(
      token, name: "Anna", email: "anna@example.org", password: hash, at: start)
    _ = try store.change(olga.id, role: nil, isActive: false, by: anna.id, at: start)
    #expect(
      refusal {
        _ = try self.store.change(
          anna.id, role: .editor, isActive: nil, by: anna.id, at: self.start)
      }
        == .lastOwner)
    #expect(
      refusal {
        _ = try self.store.change(anna.id, role: nil, isActive: false, by: anna.id, at: self.start)
      }
        == .lastOwner)
    // A deactivated owner does not count, nor does making an owner an owner.
    _ = try store.change(anna.id, role: .owner, isActive: true, by: anna.id, at: start)
    #expect(
      refusal { _ = try self.store.signIn(olga.id, device: "", replacing: nil, at: self.start) }
        == .unknown)
    try expectSound()
  }

  @Test func `a link for a new password opens once, for fifteen minutes, and only the last`() throws
  {
    let olga = try owner()
    let (session, _) = try store.signIn(olga.id, device: "", replacing: nil, at: start)
    let (first, _) = try store.reset(email: "OLGA@example.org", at: start)
    let (second, _) = try store.reset(email: olga.email, at: start)
    #expect(try store.person(forReset: first, at: start) == nil)
    let end = start + PeopleStore.resetLength
    #expect(
      refusal { _ = try self.store.reset(with: second, to: self.hash, at: end) } == .invalidLink)
    _ = try store.reset(with: second, to: hash, at: end - 1)
    #expect(
      refusal { _ = try self.store.reset(with: second, to: self.hash, at: end - 1) } == .invalidLink
    )
    #expect(try store.signedIn(with: session, at: end) == nil)
    #expect(
      refusal { _ = try self.store.reset(email: "nobody@example.org", at: self.start) } == .unknown)
    try expectSound()
  }

  @Test func `links keep their bounds, lanes and record`() throws {
    let olga = try owner()
    for days in [0, 366, -1] {
      #expect(
        refusal {
          _ = try self.store.share(
            map: "m", label: "", lanes: nil, showsNumbers: true, days: days, by: olga.id,
            at: self.start)
        } == .outOfBounds(what: "days"))
    }
    let (token, share) = try store.share(
      map: "m", label: "  board ", lanes: ["a", "b\""], showsNumbers: false, days: 365,
      by: olga.id, at: start)
    #expect(share.label == "board")
    let found = try #require(try store.share(with: token, at: start))
    #expect(found.lanes == ["a", "b\""] && !found.showsNumbers)
    #expect(try store.shares(map: "m", at: start).first?.lastUsedAt == start)
    try expectSound()
    try store.revokeShare(share.id, by: olga.id, at: start)
    #expect(try store.share(with: token, at: start) == nil)
    #expect(
      refusal { try self.store.revokeShare(share.id, by: olga.id, at: self.start) } == .unknown)
    #expect(
      try store.audit(limit: 3).map(\.action) == ["revoke-share", "share", "setup"])
    try expectSound()
  }

  @Test func `a refusal leaves everything as it was`() throws {
    let olga = try owner()
    let (token, _) = try store.invite(role: .viewer, note: "Anna", by: olga.id, at: start)
    let before = try store.audit(limit: 100)
    #expect(
      refusal {
        _ = try self.store.accept(
          token, name: "", email: "anna@example.org", password: self.hash, at: self.start)
      } == .outOfBounds(what: "name"))
    #expect(
      refusal {
        _ = try self.store.accept(
          token, name: "Anna", email: "olga@example.org", password: self.hash, at: self.start)
      } == .emailTaken)
    #expect(try store.audit(limit: 100) == before && store.people() == [olga])
    #expect(try store.invitation(with: token, at: start)?.note == "Anna")
  }
}
