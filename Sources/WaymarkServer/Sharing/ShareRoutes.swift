import HTTPTypes
import JourneyModel
import Secrets
import WorkspaceStore

/// Links by which anybody may read one map.
struct ShareRoutes: Sendable {
  let services: Services

  var all: [APIRoute] {
    [
      APIRoute(
        .get, "/api/maps/{map}/shares", .edit, "Lists the links to a map that still open.",
        response: .list(Listed.schema), handler: list),
      APIRoute(
        .post, "/api/maps/{map}/shares", .edit, "Makes a link by which anybody may read a map.",
        request: .object([
          .optional("label", .text(atMost: 100)),
          .required(
            "days",
            .whole(
              atLeast: PeopleStore.shareDays.lowerBound, atMost: PeopleStore.shareDays.upperBound)),
          .optional(
            "lanes", .nullable(.list(.text)), "ids; null for all that the map does not hide"),
          .required("showsNumbers", .flag, "whether what really happened is shown, too"),
        ]), response: NewLink.schema, handler: make),
      APIRoute(.delete, "/api/shares/{id}", .edit, "Takes a link back.", handler: revoke),
    ]
  }

  private struct Listed: Encodable {
    var id: String
    var label: String
    var lanes: [String]?
    var showsNumbers: Bool
    var createdBy: String
    var createdAt: Int64
    var expiresAt: Int64
    var lastUsedAt: Int64?

    // All lanes and "never used" are said, not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(label, forKey: .label)
      try container.encode(lanes, forKey: .lanes)
      try container.encode(showsNumbers, forKey: .showsNumbers)
      try container.encode(createdBy, forKey: .createdBy)
      try container.encode(createdAt, forKey: .createdAt)
      try container.encode(expiresAt, forKey: .expiresAt)
      try container.encode(lastUsedAt, forKey: .lastUsedAt)
    }
    private enum CodingKeys: String, CodingKey {
      case id, label, lanes, showsNumbers, createdBy, createdAt, expiresAt, lastUsedAt
    }

    static let schema = Schema.named(
      "Share",
      .object([
        .required("id", .text), .required("label", .text),
        .required("lanes", .nullable(.list(.text)), "null: all that the map does not hide"),
        .required("showsNumbers", .flag), .required("createdBy", .text, "a person's id"),
        .required("createdAt", .instant), .required("expiresAt", .instant),
        .required("lastUsedAt", .nullable(.instant)),
      ]))
  }

  @Sendable private func list(_ request: APIRequest) async throws -> APIResponse {
    let map = try services.map(request.parameter("map"))
    return .json(
      try services.people.shares(map: map.id.rawValue, at: services.now()).map {
        Listed(
          id: $0.id, label: $0.label, lanes: $0.lanes, showsNumbers: $0.showsNumbers,
          createdBy: $0.createdBy, createdAt: $0.createdAt, expiresAt: $0.expiresAt,
          lastUsedAt: $0.lastUsedAt)
      })
  }

  private struct Asked: Decodable {
    var label: String?
    var days: Int
    var lanes: [String]?
    var showsNumbers: Bool
  }

  @Sendable private func make(_ request: APIRequest) async throws -> APIResponse {
    let map = try services.map(request.parameter("map"))
    let asked = try await request.body(Asked.self)
    let known = Set(map.lanes.map(\.id.rawValue))
    if let strange = asked.lanes?.first(where: { !known.contains($0) }) {
      throw APIFailure.badRequest("the map has no lane '\(strange.prefix(100))'")
    }
    let (token, share) = try services.people.share(
      map: map.id.rawValue, label: asked.label ?? "", lanes: asked.lanes,
      showsNumbers: asked.showsNumbers, days: asked.days, by: request.signedIn.id,
      at: services.now())
    return .json(
      NewLink(id: share.id, link: "/share/\(token.text)", expiresAt: share.expiresAt))
  }

  @Sendable private func revoke(_ request: APIRequest) async throws -> APIResponse {
    try services.people.revokeShare(
      request.parameter("id"), by: request.signedIn.id, at: services.now())
    return .nothing
  }
}
