import Hummingbird
import Logging
import WorkspaceStore

/// Finds out who asks, before anything else is decided.
struct SessionReader: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.address = services.requester.address(of: request, connection: context.address)
    context.isSecure = services.requester.isSecure(request)
    let cookie = SessionCookie(isSecure: context.isSecure || !services.settings.allowsInsecureLAN)
    if let token = cookie.token(in: request) {
      do throws(PeopleError) {
        if let signedIn = try services.people.signedIn(with: token, at: services.now()) {
          context.person = SignedInPerson(signedIn.person)
          context.session = signedIn.session.id
        }
      } catch {
        return APIFailure(error).response
      }
    }
    return try await next(request, context)
  }
}

extension SignedInPerson {
  init(_ person: Person) {
    self.init(id: person.id, name: person.name, email: person.email, role: person.role)
  }
}
