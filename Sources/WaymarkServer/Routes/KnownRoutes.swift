import HTTPTypes
import Hummingbird

/// Answers what no route takes: in the API's own shape under `/api`, and plainly where a page is asked to change something.
struct KnownRoutes: RouterMiddleware {
  let table: APITable

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    if request.uri.path == "/api" || request.uri.path.hasPrefix("/api/") {
      if let refusal = table.refusal(of: request) { return refusal }
    } else if request.method != .get, request.method != .head {
      var response = Response.plain(.methodNotAllowed, "Pages can only be read.\n")
      response.headers[.allow] = "GET, HEAD"
      response.headers[.connection] = "close"
      return response
    }
    return try await next(request, context)
  }
}
