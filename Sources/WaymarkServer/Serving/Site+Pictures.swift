import Wording
import Dispatch
import HTTPTypes
import Hummingbird
import Insight
import JourneyDrawing
import JourneyModel
import Picture

/// Maps as files: SVG with layers, PDF on pages, PNG.
extension Site {
  /// Answers `/maps/<id>/map.svg|pdf|png`.
  func picture(_ request: Request, _ context: Context) async throws -> Response {
    let form = context.parameters.get("form") ?? ""
    guard ["map.svg", "map.pdf", "map.png"].contains(form) else {
      return .plain(.notFound, words(.noSuchFile) + "\n")
    }
    let held: SnapshotCache.Held
    let scene: Scene
    let id: String
    do {
      held = try cache.current()
      guard
        let map = held.snapshot.workspace.maps.first(where: {
          $0.id.rawValue == context.parameters.get("map")
        })
      else { return .plain(.notFound, words(.noSuchMap) + "\n") }
      id = map.id.rawValue
      scene = drawings.map().scene(
        map, in: held.snapshot.workspace, reality: try held.reality(of: map))
    } catch {
      return .plain(.internalServerError, words(.noPicture) + "\n")
    }
    let theme: Theme =
      request.uri.queryParameters["theme"].map(String.init) == "dark" ? .dark : .light
    switch form {
    case "map.svg":
      return .bytes(
        SVGWriter(.theme(theme)).write(scene), type: "image/svg+xml", fileName: "\(id).svg")
    case "map.pdf":
      let paper = request.uri.queryParameters["paper"].map(String.init) ?? ""
      let format = Self.papers[paper] ?? .scene
      // Exports take time: they run beside the event loop.
      let bytes = try await Self.besideTheEventLoop {
        try PDFWriter(
          format: format, orientation: .landscape, scaling: format == .scene ? .actual : .fitWidth,
          theme: .light, createdAt: held.snapshot.today.dayNumber * 86_400
        ).write(scene)
      }
      return .bytes(bytes, type: "application/pdf", fileName: "\(id).pdf")
    default:
      let bytes = try await Self.besideTheEventLoop {
        try PNGWriter(theme: theme, scale: 2).write(scene)
      }
      return .bytes(bytes, type: "image/png", fileName: "\(id).png")
    }
  }

  private static let papers: [String: PageFormat] = [
    "a4": .a4, "a3": .a3, "a2": .a2, "a1": .a1, "a0": .a0,
  ]

  private static func besideTheEventLoop(
    _ work: @escaping @Sendable () throws -> [UInt8]
  ) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result(catching: work))
      }
    }
  }
}
