import HTTPTypes
import Hummingbird
import WorkspaceStore
import Wording

/// Pages whose work the browser's part does; the server brings the place for it and the guards.
extension Site {
  /// Pages for somebody without a session.
  var doorPages: [PageRoute] {
    [
      PageRoute("/setup", .anyone) { _, context in try setup(context) },
      PageRoute("/sign-in", .anyone) { request, context in try signIn(request, context) },
      PageRoute("/invitation", .anyone) { _, _ in
        door(.joinTitle, "invitation", .joinNeedsScripts)
      },
      PageRoute("/reset", .anyone) { _, _ in
        door(.resetTitle, "reset", .resetNeedsScripts)
      },
      PageRoute("/share/{token}", .anyone) { request, context in
        await sharedMap(request, context)
      },
    ]
  }

  /// Pages for everybody with an account. What they change, the API allows or refuses by role.
  var workingPages: [PageRoute] {
    [
      working("/people", "people", .navPeople),
      working("/account", "account", .navAccount),
      working("/library", "library", .navLibrary),
      working("/new", "new", .navNew, .edit),
    ]
  }

  private func working(
    _ path: String, _ name: String, _ title: Phrase, _ permission: Permission = .view
  ) -> PageRoute {
    PageRoute(path, permission) { _, _ in
      await page(name == "library" ? .library : nil) { _ in
        PageBody(
          words(title), DoorPage.place(name, without: words(.needsScripts)), bundle: "pages")
      }
    }
  }

  private func door(
    _ title: Phrase, _ name: String, _ without: Phrase, _ attributes: [String: String?] = [:]
  ) -> Response {
    .page(
      DoorPage(title: words(title), words: words).page {
        DoorPage.place(name, attributes, without: words(without))
      })
  }

  private func setup(_ context: Context) throws -> Response {
    guard try services.needsSetup() else { return .redirect(to: "/sign-in", type: .found) }
    return door(.setupTitle, "setup", .setupNeedsScripts)
  }

  private func signIn(_ request: Request, _ context: Context) throws -> Response {
    if try services.needsSetup() { return .redirect(to: "/setup", type: .found) }
    let wanted = request.uri.queryParameters["next"].map { String($0) }
    let next = wanted.flatMap(LocalPath.checked)
    if context.person != nil { return .redirect(to: next ?? "/", type: .found) }
    // An address that leads elsewhere is not even kept for the browser's part to look at.
    if wanted != nil, next == nil { return .redirect(to: "/sign-in", type: .found) }
    return door(.signInTitle, "sign-in", .signInNeedsScripts, ["data-next": next ?? "/"])
  }
}
