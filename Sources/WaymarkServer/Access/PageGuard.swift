import HTTPTypes
import Hummingbird
import WorkspaceStore

/// Lets nobody see a page who may not: without a session every page leads to the sign-in, or to the setup.
///
/// A page that is not named here needs a session: what is forgotten is closed.
struct PageGuard: RouterMiddleware {
  let services: Services
  let pages: [PageRoute]

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    // The API guards itself, by its own table; files of the pages tell nothing about the workspace.
    if path == "/api" || path.hasPrefix("/api/") || path.hasPrefix("/assets/") {
      return try await next(request, context)
    }
    let permission = pages.first { APITable.matches($0.path, path) }?.permission ?? .view
    if permission.allows(context.person?.role) { return try await next(request, context) }
    guard context.person == nil else {
      return .page(
        DoorPage.refused, status: .forbidden)
    }
    do throws(PeopleError) {
      if try services.needsSetup() { return .redirect(to: "/setup", type: .found) }
    } catch {
      return APIFailure(error).response
    }
    let wanted = LocalPath.checked(request.uri.string).flatMap { $0 == "/" ? nil : $0 }
    let next = wanted.map { "?next=\(LocalPath.encoded($0))" } ?? ""
    return .redirect(to: "/sign-in\(next)", type: .found)
  }
}

/// A page, who may see it, and what makes it.
struct PageRoute: Sendable {
  var path: String
  var permission: Permission
  var handler: @Sendable (Request, SiteContext) async throws -> Response

  init(
    _ path: String, _ permission: Permission = .view,
    handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
  ) {
    self.path = path
    self.permission = permission
    self.handler = handler
  }
}
