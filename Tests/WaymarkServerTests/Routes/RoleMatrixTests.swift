import Foundation
import HTTPTypes
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// Every kind of visitor at every route and every page. Both tables are walked, so what is new and not expected here fails.
struct RoleMatrixTests {
  enum Who: String, CaseIterable, Sendable {
    case stranger, forged, expired, deactivated, viewer, commenter, editor, owner

    var role: Role? { Role(rawValue: rawValue) }

    /// A token that such a visitor brings.
    func token(_ server: TestServer) throws -> String? {
      switch self {
      case .stranger: return nil
      case .forged: return "0123456789abcdefghjkmnpqrs"
      case .expired:
        let token = try server.member(.owner, "late@example.org")
        server.wait(PeopleStore.sessionLength)
        return token
      case .deactivated:
        let email = "gone-\(try server.people.people().count)@example.org"
        let token = try server.member(.editor, email)
        let gone = try #require(try server.people.account(email: email)).person
        _ = try server.people.change(
          gone.id, role: nil, isActive: false, by: gone.id, at: server.now)
        return token
      default: return try server.member(try #require(role))
      }
    }
  }

  /// What is meant, apart from what the table says.
  static let meant: [String: Permission] = [
    "GET /api/openapi.json": .view,
    "GET /api/session": .anyone,
    "POST /api/setup": .anyone,
    "POST /api/sign-in": .anyone,
    "POST /api/invitations/accept": .anyone,
    "POST /api/invitations/look": .anyone,
    "POST /api/password/reset": .anyone,
    "POST /api/sign-out": .view,
    "POST /api/password": .view,
    "PATCH /api/me": .view,
    "GET /api/sessions": .view,
    "DELETE /api/sessions/{id}": .view,
    "GET /api/people": .view,
    "PATCH /api/people/{id}": .own,
    "GET /api/invitations": .own,
    "POST /api/invitations": .own,
    "DELETE /api/invitations/{id}": .own,
    "GET /api/maps/{map}/shares": .edit,
    "POST /api/maps/{map}/shares": .edit,
    "DELETE /api/shares/{id}": .edit,
    "GET /api/maps/{map}/views": .view,
    "POST /api/maps/{map}/views": .view,
    "DELETE /api/views/{id}": .view,
  ]

  static let meantPages: [String: Permission] = [
    "/": .view, "/findings": .view, "/data": .view, "/definitions": .view, "/journeys": .view,
    "/maps/{map}": .view, "/maps/{map}/{form}": .view, "/maps/{map}/stages/{id}": .view,
    "/maps/{map}/touchpoints/{id}": .view, "/maps/{map}/cards/{id}": .view,
    "/journeys/funnel": .view, "/journeys/flow": .view, "/journeys/paths": .view,
    "/journeys/time": .view, "/people": .view, "/account": .view, "/library": .view, "/new": .edit,
    "/setup": .anyone, "/sign-in": .anyone, "/invitation": .anyone, "/reset": .anyone,
    "/share/{token}": .anyone,
  ]

  private static func filled(_ path: String) -> String {
    path.replacing("{map}", with: "bread").replacing("{form}", with: "map.svg")
      .replacing("/stages/{id}", with: "/stages/see")
      .replacing("/touchpoints/{id}", with: "/touchpoints/window")
      .replacing("/cards/{id}", with: "/cards/card-see")
      .replacing("{id}", with: "none").replacing("{token}", with: "none")
  }

  @Test func `both tables hold just what is meant`() throws {
    let server = try TestServer(TestWorkspace.sharedSmall.get().path)
    let table = server.application.table.routes
    #expect(
      Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0.permission) }) == Self.meant)
    let pages = server.application.pages
    #expect(
      Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.permission) }) == Self.meantPages)
  }

  @Test(arguments: Who.allCases)
  func `a route of the API opens to those with the permission and to nobody else`(
    who: Who
  ) async throws {
    let server = try TestServer(TestWorkspace.sharedSmall.get().path)
    try server.account(.owner)
    for route in server.application.table.routes {
      let visitor = Visitor(server, token: try who.token(server))
      let permission = try #require(Self.meant[route.name], "\(route.name)")
      let answer = try await visitor.status(
        route.method, Self.filled(route.path), route.method == .get ? nil : .object([:]))
      if permission.allows(who.role) {
        #expect(answer != 401 && answer != 403 && answer < 500, "\(who) \(route.name): \(answer)")
      } else {
        #expect(answer == (who.role == nil ? 401 : 403), "\(who) \(route.name): \(answer)")
      }
    }
  }

  @Test(arguments: Who.allCases)
  func `a page opens to those with the permission, and leads everybody else to the sign-in`(
    who: Who
  ) async throws {
    let server = try TestServer(TestWorkspace.sharedSmall.get().path)
    try server.account(.owner)
    let visitor = Visitor(server, token: try who.token(server))
    for page in server.application.pages {
      let path = Self.filled(page.path)
      let permission = try #require(Self.meantPages[page.path], "\(page.path)")
      let answer = try await visitor.ask(path)
      if permission == .anyone {
        #expect([200, 302, 410].contains(answer.status), "\(who) \(path)")
        #expect(!answer.text.contains("Corner shop"), "\(who) \(path) tells the workspace's name")
      } else if permission.allows(who.role) {
        #expect([200, 302].contains(answer.status), "\(who) \(path): \(answer.status)")
        #expect(answer.headers[.location]?.hasPrefix("/sign-in") != true, "\(who) \(path)")
      } else if who.role == nil {
        #expect(answer.status == 302, "\(who) \(path)")
        let next = path == "/" ? "" : "?next=\(path)"
        #expect(answer.headers[.location] == "/sign-in\(next)", "\(who) \(path)")
        #expect(!answer.text.contains("Corner shop"))
      } else {
        #expect(answer.status == 403, "\(who) \(path)")
      }
    }
  }

  @Test func `a page that no table names needs a session, and files of the pages do not`()
    async throws
  {
    let server = try TestServer(TestWorkspace.sharedSmall.get().path)
    try server.account(.owner)
    let stranger = Visitor(server)
    for path in ["/nowhere", "/files/abc", "/maps", "/api2", "/assetsx/app.css"] {
      #expect(try await stranger.ask(path).status == 302, "\(path)")
    }
    #expect(try await stranger.ask("/assets/app.css").status == 200)
    #expect(try await stranger.ask("/api/nowhere").code == "not-found")
    let wrong = try await stranger.send(.put, "/api/session")
    #expect(wrong.status == 405 && wrong.headers[.allow] == "GET")
  }

  @Test func `without any account every page leads to the setup`() async throws {
    let stranger = Visitor(try TestServer(TestWorkspace.sharedSmall.get().path))
    for path in ["/", "/maps/bread", "/people", "/sign-in", "/nowhere"] {
      #expect(try await stranger.ask(path).headers[.location] == "/setup", "\(path)")
    }
    let setup = try await stranger.ask("/setup")
    #expect(setup.status == 200 && setup.text.contains("data-page=\"setup\""))
  }
}
