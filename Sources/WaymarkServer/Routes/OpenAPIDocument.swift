import HTTPTypes

/// The description of the API, made from the table of its routes (OpenAPI 3.1).
struct OpenAPIDocument: Sendable {
  var routes: [APIRoute]

  var bytes: [UInt8] { JSONBytes.of(document) }

  var document: JSONValue {
    var components: [String: JSONValue] = [:]
    var paths: [String: JSONValue] = [:]
    for route in routes {
      let operation = operation(route, &components)
      paths[route.path] = (paths[route.path] ?? .object([:]))
        .with(route.method.rawValue.lowercased(), operation)
    }
    return .object([
      "openapi": "3.1.0",
      "info": .object([
        "title": "Waymark", "version": "1",
        "description": .string(
          "Everything the pages do. Requests other than GET carry the header "
            + "\(SameOrigin.headerName): 1 and come from the server's own origin."),
      ]),
      "paths": .object(paths),
      "components": .object([
        "schemas": .object(components),
        "securitySchemes": .object([
          "session": .object([
            "type": "apiKey", "in": "cookie", "name": .string(SessionCookie.secureName),
          ])
        ]),
      ]),
    ])
  }

  private func operation(
    _ route: APIRoute, _ components: inout [String: JSONValue]
  ) -> JSONValue {
    var parameters = route.parameters.map { name in
      JSONValue.object([
        "name": .string(name), "in": "path", "required": .flag(true),
        "schema": .object(["type": "string"]),
      ])
    }
    for field in route.query {
      parameters.append(
        .object([
          "name": .string(field.name), "in": "query", "required": .flag(field.isRequired),
          "schema": field.schema.written(into: &components),
        ]).with("description", field.meaning.map { .string($0) }))
    }
    let content = content(route.response, &components)
    let error = JSONValue.object([
      "description": "Why it was not done.",
      "content": .object([
        "application/json": .object(["schema": APIFailure.schema.written(into: &components)])
      ]),
    ])
    let success = JSONValue.object(["description": "Done."]).with("content", content)
    return JSONValue.object([
      "summary": .string(route.summary),
      "operationId": .string(Self.identifier(of: route)),
      "responses": .object([content == nil ? "204" : "200": success, "default": error]),
      "x-permission": .string(route.permission.rawValue),
      "security": .list(
        route.permission == .anyone ? [] : [.object(["session": .list([])])]),
    ])
    .with("parameters", parameters.isEmpty ? nil : .list(parameters))
    .with(
      "requestBody",
      route.request.flatMap { self.content($0, &components) }.map {
        .object(["required": .flag(true), "content": $0])
      })
  }

  private func content(
    _ schema: Schema, _ components: inout [String: JSONValue]
  ) -> JSONValue? {
    let types = schema.mediaTypes
    guard !types.isEmpty else { return nil }
    let body = JSONValue.object(["schema": schema.written(into: &components)])
    return .object(Dictionary(uniqueKeysWithValues: types.map { ($0, body) }))
  }

  /// `get-api-maps-map`
  private static func identifier(of route: APIRoute) -> String {
    let parts = route.path.split(separator: "/").map { $0.filter { $0 != "{" && $0 != "}" } }
    return ([route.method.rawValue.lowercased()] + parts).joined(separator: "-")
  }
}
