import Wording

/// What stands around every page: head, navigation, the browser's part, foot.
struct Shell {
  enum Place: CaseIterable {
    case maps, library, journeys, findings, data, definitions
  }

  var workspaceName: String
  var words: Catalogue

  /// A whole page; `isMapPage` gives the content the whole width of the window.
  ///
  /// - Parameter bundle: the part of the browser's program that the page needs beside the common one: `pages`, `editor`.
  func page(
    title: String, place: Place?, isMapPage: Bool = false, bundle: String? = nil,
    @MarkupBuilder content: () -> [Markup]
  ) -> [UInt8] {
    let document = element("html", ["lang": words.language]) {
      element("head") {
        element("meta", ["charset": "utf-8"])
        element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        element("meta", ["name": "color-scheme", "content": "light dark"])
        element("title") { "\(title) · \(workspaceName) · Waymark" }
        element("link", ["rel": "icon", "href": "/assets/icon.svg", "type": "image/svg+xml"])
        element("link", ["rel": "stylesheet", "href": "/assets/palette.css"])
        element("link", ["rel": "stylesheet", "href": "/assets/app.css"])
        Self.parts(of: bundle)
        element("script", ["src": "/assets/app.js", "defer": ""])
      }
      element("body", class: isMapPage ? "map-page" : nil) {
        link("#content", class: "skip") { words(.skipToContent) }
        header(place)
        element("main", class: isMapPage ? "wide" : nil, ["id": "content"]) { content() }
        element("footer") { words(.footer) }
      }
    }
    return Array("<!doctype html>".utf8) + document.rendered()
  }

  static func parts(of bundle: String?) -> [Markup] {
    guard let bundle else { return [] }
    return [
      element("link", ["rel": "stylesheet", "href": "/assets/design.css"]),
      element("link", ["rel": "stylesheet", "href": "/assets/\(bundle).css"]),
      element("script", ["type": "module", "src": "/assets/\(bundle).js"]),
    ]
  }

  private func header(_ place: Place?) -> Markup {
    element("header", class: "top") {
      link("/", class: "brand") {
        Self.mark
        "Waymark"
      }
      element("nav", ["aria-label": words(.navigation)]) {
        for each in Place.allCases {
          link(address(of: each), ["aria-current": each == place ? "page" : nil]) { name(of: each) }
        }
      }
      element("span", class: "workspace-name") { workspaceName }
      link("/people", class: "top-link") { words(.navPeople) }
      link("/account", class: "top-link") { words(.navAccount) }
      element(
        "button", class: "icon",
        [
          "type": "button", "data-action": "theme", "hidden": "", "aria-pressed": "false",
          "aria-label": words(.darkMode), "title": words(.darkMode),
        ]
      ) { element("span", ["aria-hidden": "true"]) { "◐" } }
    }
  }

  /// The sign of the product: a way that bends to its mark.
  static var mark: Markup {
    .drawing(
      Array(
        """
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">\
        <rect width="26" height="26" rx="7" fill="var(--accent)"/>\
        <path d="M5.5 19.5c5 0 2.500-8 7.500-8s2 4.500 4.500 4.500" fill="none" stroke="var(--on-accent)" \
        stroke-width="2.200" stroke-linecap="round"/>\
        <path d="M17.500 16V6.500l4 2-4 2" fill="var(--on-accent)" stroke="var(--on-accent)" \
        stroke-width="1.400" stroke-linejoin="round"/></svg>
        """.utf8))
  }

  private func address(of place: Place) -> String {
    switch place {
    case .maps: "/"
    case .library: "/library"
    case .journeys: "/journeys/funnel"
    case .findings: "/findings"
    case .data: "/data"
    case .definitions: "/definitions"
    }
  }

  private func name(of place: Place) -> String {
    switch place {
    case .maps: words(.navMaps)
    case .library: words(.navLibrary)
    case .journeys: words(.navJourneys)
    case .findings: words(.navFindings)
    case .data: words(.navData)
    case .definitions: words(.navDefinitions)
    }
  }
}
