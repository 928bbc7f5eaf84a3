import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// The ways in: setup, signing in, invitations, and what they refuse.
struct DoorTests {
  let server: TestServer
  let stranger: Visitor
  init() throws {
    server = try TestServer(TestWorkspace.sharedSmall.get().path)
    stranger = Visitor(server)
  }

  private func account(
    _ token: String, _ email: String = "olga@example.org", password: String = TestServer.password
  ) -> JSONValue {
    .object([
      "token": .string(token), "name": "Olga", "email": .string(email),
      "password": .string(password),
    ])
  }
  private func credentials(
    _ email: String = "owner@example.org", _ password: String = TestServer.password
  ) -> JSONValue {
    .object(["email": .string(email), "password": .string(password)])
  }
  private func setupToken() -> String {
    String(server.application.setupLink("http://127.0.0.1:8080").split(separator: "#")[1])
  }

  // MARK: Setup

  @Test func `the setup link makes the first owner, once`() async throws {
    let link = server.application.setupLink("http://127.0.0.1:8080")
    #expect(link.hasPrefix("http://127.0.0.1:8080/setup#") && link.count == 28 + 26)
    let token = String(link.split(separator: "#")[1])
    let made = try await stranger.send(.post, "/api/setup", account(token))
    #expect(made.status == 200 && made.json["person"]?["role"] == "owner")
    #expect(made.cookies.count == 1)
    let again = try await stranger.send(.post, "/api/setup", account(token, "eve@example.org"))
    #expect(again.status == 409 && again.code == "already-set-up")
    #expect(try await stranger.ask("/setup").headers[.location] == "/sign-in")
    #expect(try server.people.people().map(\.email) == ["olga@example.org"])
  }

  @Test func `a setup link opens for fifteen minutes, and only the last one made`() async throws {
    let first = setupToken()
    let second = setupToken()
    #expect(try await stranger.send(.post, "/api/setup", account(first)).code == "invalid-link")
    server.wait(SetupDoor.length)
    #expect(try await stranger.send(.post, "/api/setup", account(second)).code == "invalid-link")
    let third = setupToken()
    server.wait(SetupDoor.length - 1)
    #expect(try await stranger.send(.post, "/api/setup", account(third)).status == 200)
  }

  @Test func `a refused password or name leaves the setup link open`() async throws {
    let token = setupToken()
    for (body, code) in [
      (account(token, password: "short"), "password-too-short"),
      (account(token, password: "Password123!"), "password-common"),
      (account(token, password: "olga@example.org"), "password-own"),
      (account(token, "no address"), "out-of-bounds"),
    ] {
      #expect(try await stranger.send(.post, "/api/setup", body).code == code)
    }
    #expect(try await stranger.send(.post, "/api/setup", account(token)).status == 200)
  }

  @Test func `without a link nobody becomes the first owner`() async throws {
    for token in ["", "none", "0123456789abcdefghjkmnpqrs"] {
      let answer = try await stranger.send(.post, "/api/setup", account(token))
      #expect(answer.status == 404 && answer.code == "invalid-link")
    }
    #expect(try server.people.needsSetup())
  }

  @Test func `guessing at the setup is slowed down`() async throws {
    var codes: [Int] = []
    for _ in 0..<12 {
      codes.append(try await stranger.send(.post, "/api/setup", account("none")).status)
    }
    #expect(codes == Array(repeating: 404, count: 10) + [429, 429])
  }

  // MARK: Signing in

  @Test func `signing in gives a cookie that scripts cannot read and other sites do not send`()
    async throws
  {
    try server.account(.owner)
    let answer = try await stranger.send(.post, "/api/sign-in", credentials())
    #expect(answer.status == 200 && answer.headers[.cacheControl] == "no-store")
    let cookie = try #require(answer.cookies.first)
    let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
    #expect(parts[0].hasPrefix("__Host-waymark=") && parts[0].count == 15 + 26)
    #expect(
      Set(parts.dropFirst()) == [
        "Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Lax", "Secure",
      ])
    let visitor = Visitor(server, token: String(parts[0].dropFirst(15)))
    #expect(try await visitor.ask("/maps/bread").status == 200)
    let session = try await visitor.ask("/api/session").json
    #expect(session["workspace"]?["name"] == "Corner shop")
  }

  @Test func `a stranger learns nothing of the workspace`() async throws {
    try server.account(.owner)
    let session = try await stranger.ask("/api/session").json
    #expect(session["person"] == .null && session["workspace"]?["name"] == "")
    #expect(session["needsSetup"] == .flag(false))
  }

  @Test func `unknown, wrong and deactivated are answered alike`() async throws {
    try server.account(.owner)
    let gone = try server.account(.editor)
    _ = try server.people.change(gone.id, role: nil, isActive: false, by: gone.id, at: server.now)
    var answers: [Visitor.Answer] = []
    for body in [
      credentials("nobody@example.org"), credentials("owner@example.org", "a wrong password"),
      credentials("editor@example.org"), credentials("", ""), credentials("x"),
      credentials("owner@example.org", String(repeating: "a", count: 5_000)),
    ] {
      answers.append(try await stranger.send(.post, "/api/sign-in", body))
    }
    #expect(Set(answers.map(\.bytes)).count == 1)
    #expect(answers.allSatisfy { $0.status == 401 && $0.cookies.isEmpty })
  }

  @Test func `an unknown address costs as much work as a known one`() async throws {
    try server.account(.owner)
    // Both ways hash once and write once: what can be counted is the same.
    let before = try server.people.audit(limit: 100).count
    _ = try await stranger.send(.post, "/api/sign-in", credentials("nobody@example.org"))
    _ = try await stranger.send(
      .post, "/api/sign-in", credentials("owner@example.org", "wrong one"))
    let failed = try server.people.audit(limit: 100).prefix(2)
    #expect(try server.people.audit(limit: 100).count == before + 2)
    #expect(failed.allSatisfy { $0.action == "sign-in-failed" })
  }

  @Test func `guessing at one account is slowed down from wherever it comes`() async throws {
    try server.account(.owner)
    func attempt(_ number: Int, _ password: String) async throws -> Visitor.Answer {
      let body = JSONBytes.of(credentials("Owner@example.org ", password))
      var fields = HTTPFields()
      fields[try #require(HTTPField.Name("X-Waymark"))] = "1"
      return try await server.answer(
        .init(
          head: HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/api/sign-in",
            headerFields: fields), body: .init(buffer: .init(bytes: body))),
        from: "198.51.100.\(number)")
    }
    for number in 0..<10 { #expect(try await attempt(number, "wrong one").status == 401) }
    let refused = try await attempt(11, TestServer.password)
    #expect(refused.status == 429 && refused.headers[.retryAfter] == "30")
    server.wait(30 * Microseconds.second)
    #expect(try await attempt(12, TestServer.password).status == 200)
    // A success gives the tries back.
    #expect(try await attempt(13, "wrong one").status == 401)
  }

  @Test func `guessing from one address is slowed down whatever the account`() async throws {
    try server.account(.owner)
    var statuses: [Int] = []
    for number in 0..<32 {
      let body = credentials("guess\(number)@example.org")
      statuses.append(try await stranger.send(.post, "/api/sign-in", body).status)
    }
    #expect(statuses == Array(repeating: 401, count: 30) + [429, 429])
  }

  @Test func `a new token is given at each sign-in and the old one no longer opens`() async throws {
    let old = try server.member(.owner)
    let answer = try await Visitor(server, token: old).send(.post, "/api/sign-in", credentials())
    let new = try #require(answer.cookies.first).dropFirst(15).prefix(26)
    #expect(String(new) != old)
    #expect(try await Visitor(server, token: old).ask("/").status == 302)
    #expect(try await Visitor(server, token: String(new)).ask("/").status == 200)
  }

  @Test func `signing out ends the session and takes the cookie back`() async throws {
    let owner = Visitor(server, token: try server.member(.owner))
    let answer = try await owner.send(.post, "/api/sign-out")
    #expect(answer.status == 204 && answer.cookies.first?.contains("Max-Age=0") == true)
    #expect(try await owner.ask("/api/people").status == 401)
  }

  @Test func `a session lasts thirty days from its last use`() async throws {
    let owner = Visitor(server, token: try server.member(.owner))
    for _ in 0..<3 {
      server.wait(29 * Microseconds.day)
      #expect(try await owner.ask("/api/people").status == 200)
    }
    server.wait(30 * Microseconds.day)
    #expect(try await owner.ask("/api/people").status == 401)
  }

  @Test func `a new password ends all other sessions`() async throws {
    let (one, two) = (
      Visitor(server, token: try server.member(.owner)),
      Visitor(server, token: try server.member(.owner))
    )
    let wrong = try await one.send(
      .post, "/api/password", .object(["current": "not it at all", "new": "another river bend"]))
    #expect(wrong.status == 403 && wrong.code == "wrong-password")
    let right = try await one.send(
      .post, "/api/password",
      .object(["current": .string(TestServer.password), "new": "another river bend"]))
    #expect(right.status == 204)
    #expect(try await one.ask("/api/people").status == 200)
    #expect(try await two.ask("/api/people").status == 401)
    #expect(try await stranger.send(.post, "/api/sign-in", credentials()).status == 401)
  }

  // MARK: Where one goes on

  @Test(arguments: [
    "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example",
    "javascript:alert(1)", "/ evil", "evil", "", "/sign-in", "/sign-in?next=/", "/setup",
    "/api/session", "/\t/evil.example", "/%0d%0aSet-Cookie:x=1\n",
  ])
  func `the sign-in leads nowhere else`(next: String) async throws {
    try server.account(.owner)
    let address = "/sign-in?next=\(LocalPath.encoded(next))"
    let answer = try await stranger.ask(address)
    #expect(answer.status == 302 && answer.headers[.location] == "/sign-in", "\(next)")
    let owner = Visitor(server, token: try server.member(.owner))
    #expect(try await owner.ask(address).headers[.location] == "/", "\(next)")
  }

  @Test func `the sign-in leads back to where one wanted to go`() async throws {
    let owner = Visitor(server, token: try server.member(.owner))
    let wanted = "/journeys/paths?by=activity&where=a%3Db"
    let away = try await stranger.ask(wanted)
    let address = try #require(away.headers[.location])
    #expect(address == "/sign-in?next=/journeys/paths%3Fby%3Dactivity%26where%3Da%253Db")
    let page = try await stranger.ask(address)
    #expect(
      ReadMarkup(page.text).tags.contains {
        $0.value("data-next") == wanted.replacing("&", with: "&amp;")
      })
    #expect(try await owner.ask(address).headers[.location] == wanted)
  }

  // MARK: Connections

  @Test func `over plain http from elsewhere one cannot sign in, unless the operator wants it`()
    async throws
  {
    func answer(_ insecure: Bool, _ host: String) async throws -> Visitor.Answer {
      let server = try TestServer(
        TestWorkspace.sharedSmall.get().path,
        settings: ServerSettings(host: "0.0.0.0", allowsInsecureLAN: insecure))
      try server.account(.owner)
      return try await Visitor(server).ask(
        "/api/sign-in", .post, host: host, headers: ["X-Waymark": "1"],
        body: JSONBytes.of(credentials()))
    }
    #expect(try await answer(false, "192.168.1.5:8080").code == "insecure-connection")
    let plain = try #require(try await answer(true, "192.168.1.5:8080").cookies.first)
    #expect(plain.hasPrefix("waymark=") && !plain.contains("Secure"))
    #expect(plain.contains("HttpOnly") && plain.contains("SameSite=Lax"))
    #expect(try await answer(true, "127.0.0.1:8080").cookies.first?.hasPrefix("__Host-") == true)
    #expect(try await answer(true, "evil.example").status == 421)
  }

  @Test func `a proxy's word counts only when it is trusted`() async throws {
    func answer(_ trusts: Bool, _ headers: [String: String?]) async throws -> Visitor.Answer {
      let server = try TestServer(
        TestWorkspace.sharedSmall.get().path,
        settings: ServerSettings(publicURL: "https://maps.example.org", trustsProxy: trusts))
      return try await Visitor(server).ask(
        "/assets/app.css", .get, host: "127.0.0.1:8080", headers: headers, body: nil)
    }
    let https: [String: String?] = [
      "X-Forwarded-Proto": "https", "X-Forwarded-Host": "maps.example.org",
      "X-Forwarded-For": "203.0.113.9",
    ]
    let hsts = try #require(HTTPField.Name("strict-transport-security"))
    #expect(try await answer(true, https).headers[hsts] != nil)
    #expect(try await answer(false, https).headers[hsts] == nil)
    #expect(try await answer(true, ["X-Forwarded-Host": "evil.example"]).status == 421)
    #expect(try await answer(false, ["X-Forwarded-Host": "evil.example"]).status == 200)
  }
}
