import HTTPTypes
import JourneyModel
import WorkspaceStore

/// Saved views of a map: one's own, and those that everybody sees.
struct ViewRoutes: Sendable {
  let services: Services

  var all: [APIRoute] {
    [
      APIRoute(
        .get, "/api/maps/{map}/views", .view, "Lists one's own views of a map and the shared ones.",
        response: .list(Wire.schema), handler: list),
      APIRoute(
        .post, "/api/maps/{map}/views", .view,
        "Saves a view; editors may share it with everybody.",
        request: .object([
          .optional("id", .text, "left out for a new one"), .required("name", .text(atMost: 100)),
          .required("isShared", .flag), .required("settings", .dictionary(.any)),
        ]), response: Wire.schema, handler: save),
      APIRoute(
        .delete, "/api/views/{id}", .view, "Deletes one's own view; editors also a shared one.",
        handler: delete),
    ]
  }

  private struct Wire: Encodable {
    var id: String
    var name: String
    var isShared: Bool
    var isOwn: Bool
    var settings: JSONValue
    var changedAt: Int64

    init(_ view: SavedView, for person: String) {
      id = view.id
      name = view.name
      isShared = view.isShared
      isOwn = view.person == person
      settings = StoredSettings.value(of: view.settings)
      changedAt = view.changedAt
    }

    static let schema = Schema.named(
      "SavedView",
      .object([
        .required("id", .text), .required("name", .text), .required("isShared", .flag),
        .required("isOwn", .flag, "whether one saved it oneself"),
        .required("settings", .dictionary(.any)), .required("changedAt", .instant),
      ]))
  }

  @Sendable private func list(_ request: APIRequest) async throws -> APIResponse {
    let map = try services.map(request.parameter("map"))
    let me = try request.signedIn.id
    return .json(
      try services.people.views(map: map.id.rawValue, for: me).map { Wire($0, for: me) })
  }

  private struct Asked: Decodable {
    var id: String?
    var name: String
    var isShared: Bool
    var settings: JSONValue
  }

  @Sendable private func save(_ request: APIRequest) async throws -> APIResponse {
    let map = try services.map(request.parameter("map"))
    let me = try request.signedIn
    let asked = try await request.body(Asked.self)
    guard !asked.isShared || me.role >= .editor else { throw APIFailure.notAllowed }
    let view = try services.people.save(
      view: asked.id, map: map.id.rawValue, name: asked.name, isShared: asked.isShared,
      settings: try StoredSettings.text(of: asked.settings), by: me.id,
      mayShare: me.role >= .editor, at: services.now())
    return .json(Wire(view, for: me.id))
  }

  @Sendable private func delete(_ request: APIRequest) async throws -> APIResponse {
    let me = try request.signedIn
    try services.people.deleteView(
      request.parameter("id"), by: me.id, mayShare: me.role >= .editor)
    return .nothing
  }
}
