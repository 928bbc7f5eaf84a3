import HTTPTypes
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// Requests that change something come from our own pages, or are refused.
struct CrossSiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var headers: [String: String?]
    var isTaken: Bool
    var testDescription: String { "\(headers)" }
  }

  static let cases: [Case] = [
    Case(headers: [:], isTaken: true),
    Case(headers: ["Origin": nil], isTaken: true),
    Case(headers: ["Origin": nil, "Sec-Fetch-Site": nil], isTaken: true),
    Case(headers: ["Sec-Fetch-Site": "none"], isTaken: true),
    Case(headers: ["X-Waymark": nil], isTaken: false),
    Case(headers: ["X-Waymark": ""], isTaken: false),
    Case(headers: ["X-Waymark": "2"], isTaken: false),
    Case(headers: ["Origin": "https://evil.example"], isTaken: false),
    Case(headers: ["Origin": "null"], isTaken: false),
    Case(headers: ["Origin": ""], isTaken: false),
    Case(headers: ["Origin": "http://127.0.0.1:8081"], isTaken: false),
    Case(headers: ["Origin": "http://127.0.0.1"], isTaken: false),
    Case(headers: ["Origin": "http://localhost:8080"], isTaken: false),
    Case(headers: ["Origin": "https://127.0.0.1:8080"], isTaken: false),
    Case(headers: ["Origin": "http://127.0.0.1:8080.evil.example"], isTaken: false),
    Case(headers: ["Sec-Fetch-Site": "cross-site"], isTaken: false),
    Case(headers: ["Sec-Fetch-Site": "same-site"], isTaken: false),
    Case(headers: ["Sec-Fetch-Site": "SAME-ORIGIN"], isTaken: false),
  ]

  @Test(arguments: cases)
  func `every route that changes something asks where it comes from`(each: Case) async throws {
    let server = try TestServer(TestWorkspace.sharedSmall.get().path)
    for route in server.application.table.routes where route.method != .get {
      let visitor = Visitor(server, token: try server.member(.owner))
      let path = route.path.replacing("{map}", with: "bread").replacing("{id}", with: "none")
      let answer = try await visitor.send(route.method, path, .object([:]), headers: each.headers)
      #expect((answer.code == "cross-site") != each.isTaken, "\(route.name)")
      if !each.isTaken { #expect(answer.status == 403 && answer.cookies.isEmpty) }
    }
  }

  @Test func `the address that a proxy makes known is our own origin, too`() async throws {
    let server = try TestServer(
      TestWorkspace.sharedSmall.get().path,
      settings: ServerSettings(publicURL: "https://Maps.example.org/"))
    let owner = Visitor(server, token: try server.member(.owner))
    func code(_ origin: String) async throws -> String? {
      try await owner.send(.delete, "/api/views/none", headers: ["Origin": origin]).code
    }
    #expect(try await code("https://maps.example.org") == "not-found")
    #expect(try await code("http://maps.example.org") == "cross-site")
    #expect(try await code("https://maps.example.org:444") == "cross-site")
  }

  @Test func `nothing is changed by asking for it`() async throws {
    let server = try TestServer(TestWorkspace.sharedSmall.get().path)
    let owner = Visitor(server, token: try server.member(.owner))
    for route in server.application.table.routes where route.method == .get {
      let path = route.path.replacing("{map}", with: "bread")
      let before = try server.people.audit(limit: 1_000)
      _ = try await owner.status(.get, path)
      #expect(try server.people.audit(limit: 1_000) == before, "\(route.name)")
    }
  }
}
