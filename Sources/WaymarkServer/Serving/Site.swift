import Diagnostics
import EventStore
import HTTPTypes
import Hummingbird
import Insight
import JourneyAnalytics
import JourneyDrawing
import JourneyModel
import Picture
import WorkspaceStore
import Wording

/// The pages of a workspace by address.
struct Site: Sendable {
  let cache: SnapshotCache
  let services: Services
  let drawings = Drawings()
  let assets = Assets()
  let words = Catalogue.english

  typealias Context = SiteContext

  func addRoutes(to router: Router<Context>) {
    router.get("/assets/:name") { _, context in try asset(context) }
    for page in pages {
      router.get(RouterPath(page.path)) { request, context in
        try await page.handler(request, context)
      }
    }
    router.get("/**") { _, _ in await page(nil) { _ in nil } }
  }

  /// Every page with who may see it.
  var pages: [PageRoute] { readingPages + doorPages + workingPages }

  private var readingPages: [PageRoute] {
    var all = [
      PageRoute("/") { _, _ in await page(.maps) { try home($0) } },
      PageRoute("/findings") { _, _ in await page(.findings) { try findings($0) } },
      PageRoute("/data") { _, _ in await page(.data) { try data($0) } },
      PageRoute("/definitions") { _, _ in
        await page(.definitions) { _ in
          PageBody(words(.navDefinitions), DefinitionsPage(words: words).content)
        }
      },
      PageRoute("/maps/{map}") { request, context in
        let view = request.uri.queryParameters["view"]
          .flatMap { MapPage.View(rawValue: String($0)) }
        return await page(.maps) { try map($0, context.parameters.get("map"), view) }
      },
      PageRoute("/maps/{map}/edit") { _, context in
        await editor(context.parameters.get("map"))
      },
      PageRoute("/maps/{map}/{form}") { try await picture($0, $1) },
      PageRoute("/journeys") { _, _ in Response.redirect(to: "/journeys/funnel", type: .found) },
    ]
    all += ["stages", "touchpoints", "cards"].map { kind in
      PageRoute("/maps/{map}/\(kind)/{id}") { _, context in
        await page(.maps) {
          try detail(
            $0, context.parameters.get("map"), kind, context.parameters.get("id") ?? "")
        }
      }
    }
    all += JourneyPage.Kind.allCases.map { kind in
      PageRoute("/journeys/\(kind.rawValue)") { request, _ in
        let typed = Address.fields(of: request.uri.query ?? "")
        return await page(.journeys) { try journey($0, kind, typed) }
      }
    }
    return all
  }

  /// A page's title and content.
  struct PageBody {
    var title: String
    var content: Markup
    var isMapPage = false
    /// The part of the browser's program that works on this page beside the common one, such as `pages`.
    var bundle: String?
    init(_ title: String, _ content: Markup, isMapPage: Bool = false, bundle: String? = nil) {
      self.title = title
      self.content = content
      self.isMapPage = isMapPage
      self.bundle = bundle
    }
  }

  /// Makes a page of the workspace as it is now; what cannot be read is said on a page of its own.
  func page(
    _ place: Shell.Place?, _ make: @escaping @Sendable (SnapshotCache.Held) throws -> PageBody?
  ) async -> Response {
    do {
      return try await cache.inBackground { cache in
        let held = try cache.current()
        let shell = Shell(workspaceName: held.snapshot.workspace.name, words: words)
        guard let body = try make(held) else {
          return refusal(.notFound, words(.notFoundTitle), words(.notFound), nil, shell)
        }
        return .page(
          shell.page(
            title: body.title, place: place, isMapPage: body.isMapPage, bundle: body.bundle
          ) { body.content })
      }
    } catch let error as SnapshotError {
      return damaged(error)
    } catch let error as EventStoreError {
      return damaged(SnapshotError.log(error))
    } catch {
      return damaged("\(error)", nil)
    }
  }

  /// The editor of a map; it fetches the map itself.
  private func editor(_ id: String?) async -> Response {
    let workspace = cache.workspace
    guard let map = workspace.maps.first(where: { $0.id.rawValue == id }) else {
      return await page(.maps) { _ in nil }
    }
    return .page(
      EditorPage(map: map.id.rawValue, name: map.name, workspaceName: workspace.name, words: words)
        .bytes)
  }

  private func damaged(_ error: SnapshotError) -> Response {
    damaged(error.saying.text(in: words), error.advice?.text(in: words))
  }

  private func damaged(_ message: String, _ hint: String?) -> Response {
    refusal(
      .internalServerError, words(.damagedTitle), message, hint,
      Shell(workspaceName: cache.directory, words: words))
  }

  private func refusal(
    _ status: HTTPResponse.Status, _ title: String, _ message: String, _ hint: String?,
    _ shell: Shell
  ) -> Response {
    .page(
      shell.page(title: title, place: nil) {
        RefusalPage(words: words, title: title, message: message, hint: hint).content
      }, status: status)
  }

  private var shown: Shown { Shown(Figures()) }

  private func asset(_ context: Context) throws -> Response {
    guard let name = context.parameters.get("name"), let file = assets.file(name) else {
      return .plain(.notFound, words(.noSuchFile) + "\n")
    }
    return .bytes(file.bytes, type: file.type, cache: "no-cache")
  }
}

// MARK: - Pages

extension Site {
  private func home(_ held: SnapshotCache.Held) throws -> PageBody {
    let snapshot = held.snapshot
    let cards = try snapshot.workspace.maps.map { map in
      let reality = try held.reality(of: map)
      let options = MapDrawing.Options(
        isCompact: true, showsHeader: false, showsLegend: false)
      let preview = held.bytes("preview \(map.id)") {
        drawings.svg(
          drawings.map(options).scene(map, in: snapshot.workspace, reality: reality),
          prefix: "preview-\(map.id)-")
      }
      return HomePage.MapCard(map: map, reality: reality, preview: preview)
    }
    // The map with events speaks for the workspace.
    let ordered = cards.sorted { ($0.reality.events > 0 ? 0 : 1) < ($1.reality.events > 0 ? 0 : 1) }
    return PageBody(
      words(.navMaps),
      HomePage(
        workspace: snapshot.workspace, maps: ordered, diagnostics: try held.findings(),
        words: words, figures: shown
      ).content, bundle: "pages")
  }

  private func map(
    _ held: SnapshotCache.Held, _ id: String?, _ view: MapPage.View?
  ) throws -> PageBody? {
    guard let map = find(id, held) else { return nil }
    let reality = try held.reality(of: map)
    let drawn = held.bytes("map \(map.id)") {
      drawings.svg(drawings.map().scene(map, in: held.snapshot.workspace, reality: reality))
    }
    let page = MapPage(
      workspace: held.snapshot.workspace, map: map, reality: reality, words: words,
      figures: shown, view: view)
    return PageBody(map.name, page.content(picture: drawn), isMapPage: true)
  }

  private func detail(
    _ held: SnapshotCache.Held, _ mapID: String?, _ kind: String, _ id: String
  ) throws -> PageBody? {
    guard let map = find(mapID, held) else { return nil }
    let page = DetailPage(
      workspace: held.snapshot.workspace, map: map, reality: try held.reality(of: map),
      words: words, figures: shown)
    switch kind {
    case "stages":
      guard let stage = map.stages.first(where: { $0.id.rawValue == id }) else { return nil }
      return PageBody(stage.name, page.stage(stage))
    case "touchpoints":
      guard
        let touchpoint = held.snapshot.workspace.touchpoints.first(where: { $0.id.rawValue == id })
      else { return nil }
      return PageBody(touchpoint.name, page.touchpoint(touchpoint))
    default:
      guard let card = map.cards.first(where: { $0.id.rawValue == id }) else { return nil }
      return PageBody(page.title(of: card), page.card(card))
    }
  }

  private func findings(_ held: SnapshotCache.Held) throws -> PageBody {
    PageBody(
      words(.navFindings),
      FindingsPage(
        diagnostics: try held.findings(), folder: cache.directory, words: words
      ).content)
  }

  private func data(_ held: SnapshotCache.Held) throws -> PageBody {
    let realities = try held.snapshot.workspace.maps.map { ($0, try held.reality(of: $0)) }
    return PageBody(
      words(.navData),
      DataPage(
        snapshot: held.snapshot,
        realities: realities.filter {
          $0.1.boundEvents > 0 || held.snapshot.workspace.bindings.isEmpty
        },
        words: words, shown: shown
      ).content)
  }

  private func find(_ id: String?, _ held: SnapshotCache.Held) -> JourneyMap? {
    held.snapshot.workspace.maps.first { $0.id.rawValue == id }
  }

  private func journey(
    _ held: SnapshotCache.Held, _ kind: JourneyPage.Kind, _ typed: [String: String]
  ) throws -> PageBody {
    let snapshot = held.snapshot
    let title = JourneyPage.title(of: kind, words)
    guard let queries = snapshot.queries else {
      return PageBody(
        title,
        element("div", class: "empty") {
          element("h1") { words(.noLogTitle) }
          element("p") { words(.noLog) }
        })
    }
    return PageBody(
      title,
      try JourneyAnalysis(site: self, snapshot: snapshot, queries: queries, words: words)
        .content(kind, typed))
  }
}
