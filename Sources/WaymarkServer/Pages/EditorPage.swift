import Wording

/// The page on which a map is drawn: the whole window belongs to the editor.
struct EditorPage {
  var map: String
  var name: String
  var workspaceName: String
  var words: Catalogue

  var bytes: [UInt8] {
    let document = element("html", ["lang": words.language]) {
      element("head") {
        element("meta", ["charset": "utf-8"])
        element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        element("meta", ["name": "color-scheme", "content": "light dark"])
        element("title") { "\(name) · \(workspaceName) · Waymark" }
        element("link", ["rel": "icon", "href": "/assets/icon.svg", "type": "image/svg+xml"])
        for sheet in ["palette", "app", "design", "editor", "panels", "pages"] {
          element("link", ["rel": "stylesheet", "href": "/assets/\(sheet).css"])
        }
        element("script", ["src": "/assets/app.js", "defer": ""])
        element("script", ["type": "module", "src": "/assets/editor.js"])
      }
      element("body", class: "editor-page") {
        element("div", ["id": "editor", "data-map": map, "data-map-name": name]) {
          element("noscript") { words(.editorNeedsScript) }
        }
      }
    }
    return Array("<!doctype html>".utf8) + document.rendered()
  }
}
