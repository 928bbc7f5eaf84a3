import HTTPTypes
import Hummingbird

/// Refuses requests whose Host header names another machine, so that no web page can reach the workspace by a rebound name.
struct HostGuard<Context: RequestContext>: RouterMiddleware {
  /// Host names that are this server, in lower case, without a port.
  let allowed: Set<String>

  init(publicHost: String?) {
    var hosts: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    if let publicHost { hosts.insert(publicHost.lowercased()) }
    allowed = hosts
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let authority = request.head.authority, allowed.contains(Self.host(of: authority)) else {
      return .plain(
        .misdirectedRequest,
        "This server answers only under its own name. Open the link that `waymark serve` printed.\n"
      )
    }
    return try await next(request, context)
  }

  /// The host of `host:port`, in lower case.
  static func host(of authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("["), let end = lower.firstIndex(of: "]") {
      return String(lower[...end])
    }
    return String(lower.prefix { $0 != ":" })
  }
}

/// Adds the headers that keep a browser from doing more with a page than it should.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  static var policy: String {
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      + "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
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
    return response
  }
}
