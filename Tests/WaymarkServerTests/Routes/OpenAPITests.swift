import Foundation
import HTTPTypes
import Secrets
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// The description of the API says what the API does.
struct OpenAPITests {
  let server: TestServer
  let owner: Visitor
  init() throws {
    server = try TestServer(TestWorkspace.sharedSmall.get().path)
    owner = Visitor(server, token: try server.member(.owner))
  }

  @Test func `every route stands in the document with its permission, and every shape is there`()
    async throws
  {
    let document = try await owner.ask("/api/openapi.json").json
    #expect(document["openapi"] == "3.1.0")
    for route in server.application.table.routes {
      let operation = document["paths"]?[route.path]?[route.method.rawValue.lowercased()]
      #expect(operation?["x-permission"] == .string(route.permission.rawValue), "\(route.name)")
      #expect(operation?["responses"]?["default"] != nil, "\(route.name)")
      for name in route.parameters {
        guard case .list(let parameters)? = operation?["parameters"] else {
          Issue.record("\(route.name) names no parameters")
          continue
        }
        #expect(parameters.contains { $0["name"] == .string(name) }, "\(route.name)")
      }
    }
    let known = SchemaCheck(document).components
    #expect(SchemaCheck.references(document).isSubset(of: known.keys))
    #expect(SchemaCheck.references(document) == Set(known.keys))
  }

  /// Does everything once, and holds each answer against the shape that the document gives it.
  @Test func `the answer of every route has the shape that the document says`() async throws {
    let document = try await owner.ask("/api/openapi.json").json
    let check = SchemaCheck(document)
    var seen: Set<String> = []

    @discardableResult
    func tell(
      _ visitor: Visitor, _ method: HTTPRequest.Method, _ pattern: String,
      _ parameters: [String: String] = [:], _ body: JSONValue? = nil, status: Int? = nil
    ) async throws -> Visitor.Answer {
      let path = parameters.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
      let answer = try await visitor.send(method, path, body)
      let operation = try #require(document["paths"]?[pattern]?[method.rawValue.lowercased()])
      if let body {
        let shape = operation["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(
          check.problems(body, try #require(shape)).isEmpty, "the body of \(method) \(pattern)")
      }
      let content = operation["responses"]?["200"]?["content"]?["application/json"]?["schema"]
      #expect(answer.status == status ?? (content == nil ? 204 : 200), "\(method) \(pattern)")
      if answer.status == 200 {
        #expect(check.problems(answer.json, try #require(content)).isEmpty, "\(method) \(pattern)")
        #expect(answer.headers[.cacheControl] == "no-store")
      }
      seen.insert("\(method.rawValue) \(pattern)")
      return answer
    }
    func text(_ answer: Visitor.Answer, _ name: String) -> String {
      if case .string(let text)? = answer.json[name] { text } else { "" }
    }
    func token(_ answer: Visitor.Answer) -> String {
      String(text(answer, "link").split(whereSeparator: { $0 == "#" || $0 == "/" }).last ?? "")
    }
    func account(_ token: String, _ email: String) -> JSONValue {
      .object([
        "token": .string(token), "name": "Somebody", "email": .string(email),
        "password": .string(TestServer.password),
      ])
    }

    try await tell(owner, .get, "/api/openapi.json")
    try await tell(owner, .get, "/api/session")
    try await tell(Visitor(server), .get, "/api/session")
    let invited = try await tell(
      owner, .post, "/api/invitations", [:], .object(["role": "viewer", "note": "for Anna"]))
    try await tell(owner, .get, "/api/invitations")
    let look = try await tell(
      Visitor(server), .post, "/api/invitations/look", [:],
      .object(["token": .string(token(invited))]))
    #expect(look.json["by"] == "First" && look.json["workspace"] == "Corner shop")
    try await tell(
      Visitor(server), .post, "/api/invitations/accept", [:],
      account(token(invited), "anna@example.org"))
    let second = try await tell(owner, .post, "/api/invitations", [:], .object(["role": "editor"]))
    try await tell(owner, .delete, "/api/invitations/{id}", ["id": text(second, "id")])
    try await tell(owner, .get, "/api/people")
    let anna = try #require(try server.people.account(email: "anna@example.org")).person
    try await tell(
      owner, .patch, "/api/people/{id}", ["id": anna.id],
      .object(["role": "commenter", "isActive": .flag(true)]))
    try await tell(
      owner, .patch, "/api/me", [:],
      .object(["name": "Olga", "settings": .object(["theme": "dark"])]))
    let shared = try await tell(
      owner, .post, "/api/maps/{map}/shares", ["map": "bread"],
      .object([
        "label": "for the board", "days": .number(7), "lanes": .list(["does"]),
        "showsNumbers": .flag(true),
      ]))
    try await tell(owner, .get, "/api/maps/{map}/shares", ["map": "bread"])
    try await tell(owner, .delete, "/api/shares/{id}", ["id": text(shared, "id")])
    let view = try await tell(
      owner, .post, "/api/maps/{map}/views", ["map": "bread"],
      .object([
        "name": "Barriers", "isShared": .flag(true),
        "settings": .object(["lanes": .list(["bad"])]),
      ]))
    try await tell(owner, .get, "/api/maps/{map}/views", ["map": "bread"])
    try await tell(owner, .delete, "/api/views/{id}", ["id": text(view, "id")])
    let other = try await tell(
      Visitor(server), .post, "/api/sign-in", [:],
      .object(["email": "owner@example.org", "password": .string(TestServer.password)]))
    #expect(other.cookies.count == 1)
    let devices = try await tell(owner, .get, "/api/sessions")
    guard case .list(let all) = devices.json,
      case .string(let device)? = all.first(where: { $0["isCurrent"] == .flag(false) })?["id"]
    else { throw CancellationError() }
    try await tell(owner, .delete, "/api/sessions/{id}", ["id": device])
    try await tell(
      owner, .post, "/api/password", [:],
      .object(["current": .string(TestServer.password), "new": "another river bend"]))
    let (reset, _) = try server.people.reset(email: "anna@example.org", at: server.now)
    try await tell(
      Visitor(server), .post, "/api/password/reset", [:],
      .object(["token": .string(reset.text), "password": "a third river bend"]))
    try await tell(owner, .post, "/api/sign-out")
    try await tell(
      Visitor(server), .post, "/api/setup", [:], account("none", "late@example.org"), status: 409)
    #expect(seen == Set(server.application.table.routes.map(\.name)))
  }

  @Test func `an error has the one shape of errors`() async throws {
    let document = try await owner.ask("/api/openapi.json").json
    let check = SchemaCheck(document)
    for answer in [
      try await owner.send(.post, "/api/invitations", "text"),
      try await owner.send(.post, "/api/invitations", .object(["role": "king"])),
      try await owner.send(.get, "/api/maps/none/views"),
      try await owner.send(.delete, "/api/shares/none"),
      try await Visitor(server).send(.get, "/api/people"),
      try await owner.send(.post, "/api/nowhere"),
    ] {
      #expect(answer.status >= 400 && answer.status < 500)
      #expect(answer.type == "application/json")
      #expect(check.problems(answer.json, .object(["$ref": "#/components/schemas/Error"])).isEmpty)
    }
  }
}
