import HTTPTypes
import Hummingbird
import Insight
import JourneyDrawing
import JourneyModel
import Secrets
import WorkspaceStore
import Wording

/// The page behind a share link: one map, drawn, and nothing that leads further.
extension Site {
  func sharedMap(_ request: Request, _ context: SiteContext) async -> Response {
    do {
      let now = services.now()
      try AttemptLimits.take(services.limits.share, context.address, at: now)
      let text = context.parameters.get("token") ?? ""
      guard let token = Token(text: text),
        let share = try services.people.share(with: token, at: now)
      else { return unlisted(.page(Self.closedLink, status: .gone)) }
      let held = try cache.current()
      guard let map = held.snapshot.workspace.maps.first(where: { $0.id.rawValue == share.map })
      else { return unlisted(.page(Self.closedLink, status: .gone)) }
      let bytes = try held.bytes("share \(share.id)") {
        // Numbers that nobody will see are not worked out.
        let reality = share.showsNumbers ? try held.reality(of: map) : nil
        let shared = SharedMap(
          share, of: map, in: held.snapshot.workspace, reality: reality)
        return page(of: shared, showsNumbers: share.showsNumbers)
      }
      return unlisted(.page(bytes))
    } catch {
      let failure = APIFailure(anything: error)
      var response = Response.plain(failure.status, "\(failure.message)\n")
      if let seconds = failure.retryAfterSeconds {
        response.headers[.retryAfter] = String(seconds)
      }
      return unlisted(response)
    }
  }

  private func page(of shared: SharedMap, showsNumbers: Bool) -> [UInt8] {
    let options = MapDrawing.Options(
      overlays: showsNumbers ? [.numbers, .flows, .evidence, .emotions] : [.emotions],
      showsHeader: false)
    let picture = drawings.svg(
      drawings.map(options).scene(
        shared.map, in: shared.workspace, reality: shared.reality))
    let pair = [shared.workspace.products.first?.name, shared.workspace.audiences.first?.name]
      .compactMap { $0 }
    return DoorPage(title: shared.map.name, isInteractive: false).page {
      element("div", class: "toolbar") {
        element("h1") { shared.map.name }
        if !pair.isEmpty { element("p", class: "soft") { pair.joined(separator: " × ") } }
      }
      element(
        "div", class: "map-frame",
        ["tabindex": "0", "role": "region", "aria-label": shared.map.name]
      ) { Markup.drawing(picture) }
    }
  }

  /// One page for links that were never given out, have expired, or were taken back: which of them is nobody's business.
  private static let closedLink = DoorPage(title: "This link is closed", isInteractive: false).page
  {
    element("div", class: "empty") {
      element("h1") { "This link is closed" }
      element("p") { "It has expired or was taken back." }
      element("p", class: "soft") { "Ask whoever sent it to you for a new one." }
    }
  }

  private func unlisted(_ response: Response) -> Response {
    var response = response
    if let name = HTTPField.Name("x-robots-tag") {
      response.headers[name] = "noindex, nofollow, noarchive"
    }
    return response
  }
}
