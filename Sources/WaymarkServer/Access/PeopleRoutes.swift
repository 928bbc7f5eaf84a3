import HTTPTypes
import Secrets
import WorkspaceStore

/// Who is in the workspace, and who may come in.
struct PeopleRoutes: Sendable {
  let services: Services

  var all: [APIRoute] {
    [
      APIRoute(
        .get, "/api/people", .view, "Lists everybody with an account.",
        response: .list(AccountWire.Colleague.schema), handler: people),
      APIRoute(
        .patch, "/api/people/{id}", .own,
        "Changes a person's role, or lets them sign in (no more). An active owner always remains.",
        request: .object([.optional("role", RoleSchema.role), .optional("isActive", .flag)]),
        response: AccountWire.Colleague.schema, handler: change),
      APIRoute(
        .get, "/api/invitations", .own, "Lists the invitations that are still open.",
        response: .list(Open.schema), handler: invitations),
      APIRoute(
        .post, "/api/invitations", .own, "Makes a link by which somebody makes an account, once.",
        request: .object([
          .required("role", RoleSchema.role),
          .optional("note", .text(atMost: 200), "whom it is for"),
        ]), response: NewLink.schema, handler: invite),
      APIRoute(
        .delete, "/api/invitations/{id}", .own, "Takes an invitation back.", handler: revoke),
    ]
  }

  @Sendable private func people(_ request: APIRequest) async throws -> APIResponse {
    let asking = try request.signedIn
    return .json(try services.people.people().map { AccountWire.Colleague($0, for: asking) })
  }

  private struct Change: Decodable {
    var role: Role?
    var isActive: Bool?
  }

  @Sendable private func change(_ request: APIRequest) async throws -> APIResponse {
    let asking = try request.signedIn
    let asked = try await request.body(Change.self)
    let person = try services.people.change(
      request.parameter("id"), role: asked.role, isActive: asked.isActive, by: asking.id,
      at: services.now())
    return .json(AccountWire.Colleague(person, for: asking))
  }

  // MARK: Invitations

  private struct Open: Encodable {
    var id: String
    var role: Role
    var note: String
    var createdBy: String
    var createdAt: Int64
    var expiresAt: Int64

    static let schema = Schema.named(
      "Invitation",
      .object([
        .required("id", .text), .required("role", RoleSchema.role), .required("note", .text),
        .required("createdBy", .text, "the id of who made it"), .required("createdAt", .instant),
        .required("expiresAt", .instant),
      ]))
  }

  @Sendable private func invitations(_ request: APIRequest) async throws -> APIResponse {
    .json(
      try services.people.invitations(at: services.now()).map {
        Open(
          id: $0.id, role: $0.role, note: $0.note, createdBy: $0.createdBy,
          createdAt: $0.createdAt, expiresAt: $0.expiresAt)
      })
  }

  private struct Asked: Decodable {
    var role: Role
    var note: String?
  }

  @Sendable private func invite(_ request: APIRequest) async throws -> APIResponse {
    let asked = try await request.body(Asked.self)
    let (token, invitation) = try services.people.invite(
      role: asked.role, note: asked.note ?? "", by: request.signedIn.id, at: services.now())
    return .json(
      NewLink(
        id: invitation.id, link: "/invitation#\(token.text)", expiresAt: invitation.expiresAt))
  }

  @Sendable private func revoke(_ request: APIRequest) async throws -> APIResponse {
    try services.people.revokeInvitation(
      request.parameter("id"), by: request.signedIn.id, at: services.now())
    return .nothing
  }
}

/// A link that was just made: told this once.
struct NewLink: Encodable {
  var id: String
  /// Within this server.
  var link: String
  var expiresAt: Int64

  static let schema = Schema.named(
    "NewLink",
    .object([
      .required("id", .text), .required("link", .text, "told this once; a path on this server"),
      .required("expiresAt", .instant),
    ]))
}
