import HTTPTypes
import Hummingbird

/// What a route answers.
struct APIResponse: Sendable {
  var response: Response

  /// A value as JSON.
  static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok
  ) -> APIResponse {
    APIResponse(response: .json(JSONBytes.of(value), status: status))
  }

  /// Done; there is nothing to say.
  static var nothing: APIResponse { APIResponse(response: Response(status: .noContent)) }

  /// Anything else, such as a stream of events.
  static func raw(_ response: Response) -> APIResponse { APIResponse(response: response) }

  /// The same answer with a cookie set.
  func setting(cookie: String) -> APIResponse {
    var copy = self
    copy.response.headers[values: .setCookie].append(cookie)
    return copy
  }
}
