import HTTPTypes

/// One thing the API does, as a value: the router, the OpenAPI document and the tests are made from the same table of them.
struct APIRoute: Sendable {
  var method: HTTPRequest.Method
  /// With parameters in braces: `/api/maps/{map}`.
  var path: String
  var permission: Permission
  /// One line for the description of the API.
  var summary: String
  /// What may stand after `?`.
  var query: [Schema.Field]
  /// The body that is taken; nil for none.
  var request: Schema?
  var response: Schema
  /// The longest body that is taken, in bytes.
  var longestBody: Int
  var handler: @Sendable (APIRequest) async throws -> APIResponse

  static let longestJSON = 1_000_000
  static let longestFile = 10_000_000

  init(
    _ method: HTTPRequest.Method, _ path: String, _ permission: Permission, _ summary: String,
    query: [Schema.Field] = [], request: Schema? = nil, response: Schema = .nothing,
    longestBody: Int = APIRoute.longestJSON,
    handler: @escaping @Sendable (APIRequest) async throws -> APIResponse
  ) {
    self.method = method
    self.path = path
    self.permission = permission
    self.summary = summary
    self.query = query
    self.request = request
    self.response = response
    self.longestBody = longestBody
    self.handler = handler
  }

  /// `GET /api/maps/{map}`
  var name: String { "\(method.rawValue) \(path)" }

  /// The names in braces, in order.
  var parameters: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }
}
