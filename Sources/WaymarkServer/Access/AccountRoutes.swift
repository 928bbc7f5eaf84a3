import HTTPTypes
import Secrets
import WorkspaceStore

/// One's own account: name and settings, password, where one is signed in.
struct AccountRoutes: Sendable {
  let services: Services

  var all: [APIRoute] {
    [
      APIRoute(
        .patch, "/api/me", .view, "Changes one's own name or settings.",
        request: .object([
          .optional("name", .text(atMost: 100)), .optional("settings", .dictionary(.any)),
        ]), response: AccountWire.Answer.schema, handler: change),
      APIRoute(
        .post, "/api/password", .view, "Changes one's own password; all other sessions end.",
        request: .object([
          .required("current", .text(atMost: 1_000)), .required("new", .text(atMost: 1_000)),
        ]), handler: changePassword),
      APIRoute(
        .get, "/api/sessions", .view, "Lists where one is signed in.",
        response: .list(AccountWire.Device.schema), handler: sessions),
      APIRoute(
        .delete, "/api/sessions/{id}", .view, "Ends one of one's own sessions.",
        handler: endSession),
    ]
  }

  private struct Change: Decodable {
    var name: String?
    var settings: JSONValue?
  }

  @Sendable private func change(_ request: APIRequest) async throws -> APIResponse {
    let asked = try await request.body(Change.self)
    let person = try services.people.change(
      request.signedIn.id, name: asked.name, settings: try asked.settings.map(StoredSettings.text))
    return .json(AccountWire.Answer(person: .init(person)))
  }

  private struct PasswordChange: Decodable {
    var current: String
    var new: String
  }

  @Sendable private func changePassword(_ request: APIRequest) async throws -> APIResponse {
    let me = try request.signedIn
    let asked = try await request.body(PasswordChange.self)
    try AttemptLimits.take(services.limits.signInByAccount, me.email, at: services.now())
    let stored = try services.people.account(id: me.id)?.password
    guard asked.current.utf8.count <= PasswordRules.mostBytes,
      try await services.passwords.matches(asked.current, stored)
    else {
      throw APIFailure(
        .forbidden, "wrong-password", "the present password is wrong",
        hint: "'waymark account DIR reset EMAIL' on the server makes a link for a new one")
    }
    if let problem = PasswordRules.problem(with: asked.new, names: [me.email, me.name]) {
      throw APIFailure(problem)
    }
    let hash = try await services.passwords.hash(asked.new)
    try services.people.setPassword(hash, of: me.id, keeping: request.session, at: services.now())
    services.limits.signInByAccount.reset(me.email)
    return .nothing
  }

  @Sendable private func sessions(_ request: APIRequest) async throws -> APIResponse {
    let sessions = try services.people.sessions(of: request.signedIn.id, at: services.now())
    return .json(
      sessions.map {
        AccountWire.Device(
          id: $0.id, device: $0.device, createdAt: $0.createdAt, lastSeenAt: $0.lastSeenAt,
          isCurrent: $0.id == request.session)
      })
  }

  @Sendable private func endSession(_ request: APIRequest) async throws -> APIResponse {
    let id = request.parameter("id")
    try services.people.endSession(id, of: request.signedIn.id, at: services.now())
    guard id == request.session else { return .nothing }
    return .nothing.setting(cookie: try services.cookie(for: request).removing)
  }
}
