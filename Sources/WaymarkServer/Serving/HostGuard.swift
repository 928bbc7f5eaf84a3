import HTTPTypes
import Hummingbird
import Wording

/// Refuses requests whose Host header names another machine, so that no web page can reach the workspace by a rebound name.
struct HostGuard<Context: RequestContext>: RouterMiddleware {
  let names: HostNames
  let requester: Requester
  let words: Catalogue

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let authority = requester.authority(of: request), names.contain(authority) else {
      return .plain(.misdirectedRequest, words(.otherName) + "\n")
    }
    return try await next(request, context)
  }
}

/// Adds the headers that keep a browser from doing more with a page than it should.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  let requester: Requester

  static var policy: String {
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
      + "connect-src 'self'; worker-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
      + "object-src 'none'; frame-ancestors 'none'"
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let headers: [(String, String)] = [
      ("content-security-policy", Self.policy), ("x-content-type-options", "nosniff"),
      ("referrer-policy", "no-referrer"), ("x-frame-options", "DENY"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
    ]
    for (name, value) in headers {
      if let field = HTTPField.Name(name) { response.headers[field] = value }
    }
    if requester.isHTTPS(request), let field = HTTPField.Name("strict-transport-security") {
      response.headers[field] = "max-age=31536000"
    }
    return response
  }
}
