/// A page outside the workspace: it says nothing of what is inside.
struct DoorPage {
  var title: String
  /// Whether the browser's part of the pages is loaded.
  var isInteractive = true

  func page(@MarkupBuilder content: () -> [Markup]) -> [UInt8] {
    let document = element("html", ["lang": "en"]) {
      element("head") {
        element("meta", ["charset": "utf-8"])
        element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        element("meta", ["name": "color-scheme", "content": "light dark"])
        element("meta", ["name": "robots", "content": "noindex, nofollow"])
        element("title") { "\(title) · Waymark" }
        element("link", ["rel": "icon", "href": "/assets/icon.svg", "type": "image/svg+xml"])
        element("link", ["rel": "stylesheet", "href": "/assets/palette.css"])
        element("link", ["rel": "stylesheet", "href": "/assets/app.css"])
        Shell.parts(of: isInteractive ? "pages" : nil)
      }
      element("body", class: isInteractive ? "door" : "map-page") {
        element("main", class: isInteractive ? nil : "wide", ["id": "content"]) { content() }
      }
    }
    return Array("<!doctype html>".utf8) + document.rendered()
  }

  /// The place where the browser's part puts its page, with a word for browsers without it.
  static func place(
    _ name: String, _ attributes: [String: String?] = [:], without text: String
  ) -> Markup {
    .several([
      element(
        "div", attributes.merging(["id": "page", "data-page": name]) { $1 }),
      element("noscript") { element("p") { text } },
    ])
  }

  /// For somebody whose role does not reach.
  static var refused: [UInt8] {
    DoorPage(title: "Not for your role", isInteractive: false).page {
      element("div", class: "empty") {
        element("h1") { "Not for your role" }
        element("p") { "Your role in this workspace does not allow this page." }
        element("p", class: "soft") { "Ask an owner of the workspace." }
        element("p") { link("/", class: "button") { "To the maps" } }
      }
    }
  }
}
