import Insight
import JourneyModel
import Picture
import Wording

/// The small sign on a card that tells what it stands on.
struct EvidenceMark {
  var status: EvidenceStatus
  var isStale = false

  static let side = 13.0
  var width: Double { Self.side + (isStale ? Self.side + 3 : 0) }

  /// Drawn to the left of a right edge.
  func nodes(right: Double, middle: Double) -> [Node] {
    let radius = Self.side / 2
    let centre = Point(right - radius, middle)
    let corner = Point(centre.x - radius, centre.y - radius)
    var nodes: [Node]
    switch status {
    case .assumption:
      nodes = [
        .circle(
          centre, radius - 0.8, nil,
          stroke: Stroke(Palette.inkFaint, width: 1.3, dash: [2.4, 2]))
      ]
    case .anecdotal:
      let inner = radius - 0.8
      nodes = [
        .circle(centre, inner, Palette.surface, stroke: Stroke(Palette.good, width: 1.3)),
        .path(
          Path([
            .move(Point(centre.x, centre.y - inner)),
            .curve(
              Point(centre.x, centre.y + inner),
              control1: Point(centre.x - inner * 1.33, centre.y - inner),
              control2: Point(centre.x - inner * 1.33, centre.y + inner)), .close,
          ]), fill: Palette.good, stroke: nil),
      ]
    case .supported:
      nodes = [
        .circle(centre, radius, Palette.goodStrong),
        .icon(
          Icons.check, at: Point(corner.x + 1.5, corner.y + 1.5), side: Self.side - 3,
          Palette.onStrong, width: 1.7),
      ]
    case .contradicted:
      nodes = [
        .circle(centre, radius, Palette.badStrong),
        .icon(
          Icons.cross, at: Point(corner.x + 2, corner.y + 2), side: Self.side - 4,
          Palette.onStrong, width: 1.8),
      ]
    }
    if isStale {
      nodes.append(
        .icon(
          Icons.clock, at: Point(corner.x - Self.side - 3, corner.y), side: Self.side,
          Palette.warning, width: 1.4))
    }
    return nodes
  }
}

extension EvidenceStatus {
  /// The word for it in a legend.
  var phrase: DrawingPhrase {
    switch self {
    case .assumption: .assumption
    case .anecdotal: .anecdotal
    case .supported: .supported
    case .contradicted: .contradicted
    }
  }
}
