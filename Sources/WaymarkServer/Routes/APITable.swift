import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// All routes of the API, and how they are put behind their guards.
struct APITable: Sendable {
  let routes: [APIRoute]
  private let sameOrigin: SameOrigin

  /// - Precondition: no two routes have the same method and path.
  init(_ routes: [APIRoute], sameOrigin: SameOrigin = SameOrigin()) {
    let document = OpenAPIDocument(routes: routes + [Self.description { [] }]).bytes
    let all = routes + [Self.description { document }]
    precondition(
      Set(all.map(\.name)).count == all.count, "two routes have the same method and path")
    self.routes = all
    self.sameOrigin = sameOrigin
  }

  private static func description(_ bytes: @escaping @Sendable () -> [UInt8]) -> APIRoute {
    APIRoute(
      .get, "/api/openapi.json", .view, "Describes this API (OpenAPI 3.1).",
      response: .dictionary(.any)
    ) { _ in .raw(.json(bytes())) }
  }

  func addRoutes(to router: Router<SiteContext>) {
    for route in routes {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        await answer(route, request, context)
      }
    }
  }

  /// Guards, then the route; every failure in the one shape of errors.
  private func answer(
    _ route: APIRoute, _ request: Request, _ context: SiteContext
  ) async -> Response {
    do {
      if request.method != .get, request.method != .head { try sameOrigin.check(request) }
      guard route.permission.allows(context.person?.role) else {
        throw context.person == nil ? APIFailure.signInNeeded : .notAllowed
      }
      try APIRequest.checkLength(of: request, atMost: route.longestBody)
      let admitted = APIRequest(
        person: context.person, session: context.session,
        parameters: Dictionary(
          context.parameters.map { (String($0.key), $0.value.removingPercent) },
          uniquingKeysWith: { first, _ in first }),
        query: Dictionary(
          request.uri.queryParameters.map { (String($0.key), String($0.value)) },
          uniquingKeysWith: { first, _ in first }),
        address: context.address, isSecure: context.isSecure, raw: request,
        longestBody: route.longestBody)
      return closing(try await route.handler(admitted).response, for: request)
    } catch {
      let failure = APIFailure(anything: error)
      if failure.status == .internalServerError {
        context.logger.error("a request failed", metadata: ["route": "\(route.name)"])
      }
      return closing(failure.response, for: request)
    }
  }

  /// An answer that refuses a body ends the connection, so that the rest of the body is not taken in.
  private func closing(_ response: Response, for request: Request) -> Response {
    guard response.status.code >= 400, request.hasBody else { return response }
    var response = response
    response.headers[.connection] = "close"
    return response
  }

  /// The answer to a request for which there is no route; nil if there is one.
  func refusal(of request: Request) -> Response? {
    let path = request.uri.path
    let known = routes.filter { Self.matches($0.path, path) }.map(\.method)
    guard !known.isEmpty else {
      return closing(APIFailure.notFound("route").response, for: request)
    }
    if known.contains(request.method) || request.method == .head && known.contains(.get) {
      return nil
    }
    var response = APIFailure(
      .methodNotAllowed, "method-not-allowed", "this route does not take \(request.method.rawValue)"
    ).response
    response.headers[.allow] = Set(known.map(\.rawValue)).sorted().joined(separator: ", ")
    return closing(response, for: request)
  }

  static func matches(_ pattern: String, _ path: String) -> Bool {
    let parts = pattern.split(separator: "/")
    let given = path.split(separator: "/")
    return parts.count == given.count
      && zip(parts, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}

extension Request {
  /// Whether a body follows the head.
  var hasBody: Bool {
    headers[.transferEncoding] != nil
      || headers[.contentLength].map { $0 != "0" } ?? false
  }
}

extension Substring {
  /// The text with `%20` and the like decoded; as it stands if it is no UTF-8 then.
  var removingPercent: String { String(self).removingPercentEncoding ?? String(self) }
}
