import HTTPTypes
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// What people may do with accounts, links and views of each other.
struct AccountTests {
  let server: TestServer
  init() throws { server = try TestServer(TestWorkspace.sharedSmall.get().path) }

  private func visitor(_ role: Role) throws -> Visitor {
    Visitor(server, token: try server.member(role))
  }

  @Test func `the last active owner can be neither demoted nor deactivated`() async throws {
    let owner = try visitor(.owner)
    let first = try server.account(.owner)
    for change: JSONValue in [.object(["role": "viewer"]), .object(["isActive": .flag(false)])] {
      let answer = try await owner.send(.patch, "/api/people/\(first.id)", change)
      #expect(answer.status == 409 && answer.code == "last-owner")
    }
    let second = try server.account(.owner, "second@example.org")
    let made = try await owner.send(
      .patch, "/api/people/\(first.id)", .object(["role": "viewer"]))
    #expect(made.status == 200)
    #expect(try await owner.ask("/api/invitations").status == 403)
    #expect(try server.people.person(id: second.id)?.role == .owner)
  }

  @Test func `deactivating signs a person out at once`() async throws {
    let owner = try visitor(.owner)
    let editor = try visitor(.editor)
    #expect(try await editor.ask("/api/people").status == 200)
    let id = try server.account(.editor).id
    _ = try await owner.send(.patch, "/api/people/\(id)", .object(["isActive": .flag(false)]))
    #expect(try await editor.ask("/api/people").status == 401)
    _ = try await owner.send(.patch, "/api/people/\(id)", .object(["isActive": .flag(true)]))
    #expect(try await editor.ask("/api/people").status == 401)
  }

  @Test func `addresses are for owners and oneself`() async throws {
    let owner = try visitor(.owner)
    let viewer = try visitor(.viewer)
    #expect(try await owner.ask("/api/people").text.contains("viewer@example.org"))
    let seen = try await viewer.ask("/api/people").text
    #expect(seen.contains("viewer@example.org") && !seen.contains("owner@example.org"))
  }

  @Test func `nobody ends the session of somebody else`() async throws {
    _ = try visitor(.owner)
    let editor = try visitor(.editor)
    let owner = try server.account(.owner)
    let session = try #require(try server.people.sessions(of: owner.id, at: server.now).first)
    let answer = try await editor.send(.delete, "/api/sessions/\(session.id)")
    #expect(answer.status == 404)
    #expect(try server.people.sessions(of: owner.id, at: server.now).count == 1)
  }

  @Test func `an invitation is used once, and not after a week or when it was taken back`()
    async throws
  {
    let owner = try visitor(.owner)
    func invite() async throws -> (token: String, id: String) {
      let answer = try await owner.send(
        .post, "/api/invitations", .object(["role": "editor", "note": "<b>Anna</b>"]))
      guard case .string(let link)? = answer.json["link"], case .string(let id)? = answer.json["id"]
      else { throw CancellationError() }
      #expect(link.hasPrefix("/invitation#"))
      return (String(link.dropFirst(12)), id)
    }
    func accept(_ token: String, _ email: String) async throws -> Visitor.Answer {
      try await Visitor(server).send(
        .post, "/api/invitations/accept",
        .object([
          "token": .string(token), "name": "Anna", "email": .string(email),
          "password": .string(TestServer.password),
        ]))
    }
    let (used, _) = try await invite()
    #expect(try await accept(used, "OWNER@example.org").code == "email-taken")
    let made = try await accept(used, "anna@example.org")
    #expect(made.status == 200 && made.json["person"]?["role"] == "editor")
    #expect(try await accept(used, "ben@example.org").code == "invalid-link")
    let (revoked, id) = try await invite()
    #expect(try await owner.send(.delete, "/api/invitations/\(id)").status == 204)
    #expect(try await accept(revoked, "ben@example.org").code == "invalid-link")
    let (late, _) = try await invite()
    server.wait(PeopleStore.invitationLength)
    #expect(try await accept(late, "ben@example.org").code == "invalid-link")
  }

  @Test func `a viewer keeps views of their own, and only editors share them`() async throws {
    let (viewer, editor) = (try visitor(.viewer), try visitor(.editor))
    func save(_ visitor: Visitor, _ name: String, shared: Bool, id: String? = nil) async throws
      -> Visitor.Answer
    {
      try await visitor.send(
        .post, "/api/maps/bread/views",
        JSONValue.object([
          "name": .string(name), "isShared": .flag(shared),
          "settings": .object(["zoom": .number(2)]),
        ]).with("id", id.map { .string($0) }))
    }
    #expect(try await save(viewer, "Mine", shared: true).status == 403)
    let own = try await save(viewer, "Mine", shared: false)
    let shared = try await save(editor, "Ours", shared: true)
    guard case .string(let ownID)? = own.json["id"], case .string(let sharedID)? = shared.json["id"]
    else { throw CancellationError() }
    #expect(try await editor.ask("/api/maps/bread/views").text.contains("Mine") == false)
    let seen = try await viewer.ask("/api/maps/bread/views").text
    #expect(seen.contains("Mine") && seen.contains("Ours"))
    #expect(try await save(viewer, "Theirs", shared: false, id: sharedID).status == 404)
    #expect(try await save(editor, "Theirs", shared: true, id: ownID).status == 404)
    #expect(try await viewer.send(.delete, "/api/views/\(sharedID)").status == 404)
    #expect(try await editor.send(.delete, "/api/views/\(ownID)").status == 404)
    #expect(try await viewer.send(.delete, "/api/views/\(ownID)").status == 204)
  }

  @Test func `markup in names and labels is text`() async throws {
    let owner = try visitor(.owner)
    let attack = "</script><img src=x onerror=alert(1)>"
    _ = try await owner.send(.patch, "/api/me", .object(["name": .string(attack)]))
    for path in ["/people", "/account", "/"] {
      let page = ReadMarkup(try await owner.ask(path).text)
      #expect(page.unsafe.isEmpty && page.problems.isEmpty, "\(path)")
    }
    let answer = try await owner.ask("/api/people")
    #expect(answer.type == "application/json" && answer.text.contains("onerror"))
  }
}
