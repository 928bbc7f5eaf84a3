import Foundation
import JourneyDrawing
import Picture

/// The files that pages need, read once from beside the program.
struct Assets: Sendable {
  struct File: Sendable {
    var bytes: [UInt8]
    var type: String
  }
  private let files: [String: File]

  init() {
    var files: [String: File] = [:]
    let (style, script) = ("text/css; charset=utf-8", "text/javascript; charset=utf-8")
    for (name, type) in [
      ("app.css", style), ("design.css", style), ("editor.css", style), ("panels.css", style),
      ("pages.css", style), ("app.js", script), ("editor.js", script), ("pages.js", script),
      ("icon.svg", "image/svg+xml"),
    ] {
      if let folder = Bundle.module.resourceURL,
        let data = try? Data(contentsOf: folder.appending(path: name))
      {
        files[name] = File(bytes: Array(data), type: type)
      }
    }
    files["palette.css"] = File(
      bytes: PaintStylesheet.write(Palette.all), type: "text/css; charset=utf-8")
    self.files = files
  }

  func file(_ name: String) -> File? { files[name] }
}
