import Insight
import JourneyModel
import Picture

/// A card with everything written on it, measured for a width.
struct CardView {
  let card: Card
  let lane: Lane
  let width: Double
  let height: Double
  private let standing: CardStanding
  private let drawsEvidence: Bool
  private let mark: EvidenceMark
  private let parts: [Part]
  private let tooltip: String
  private let stage: String
  private let isUnanswered: Bool

  /// One line or block, below the one before.
  private enum Part {
    case text(SetText, Paint)
    case iconText(IconShape, SetText, Paint)
    case pills(PillRow)
    case touchpoint(TouchpointNumbers)

    var height: Double {
      switch self {
      case .text(let text, _): text.height
      case .iconText(_, let text, _): text.height
      case .pills(let row): row.height
      case .touchpoint(let numbers): numbers.height
      }
    }
  }

  private static let padding = 9.0
  private static let gap = 5.0

  init(
    _ card: Card, _ lane: Lane, _ content: MapContent, _ easel: Easel, width: Double,
    options: MapDrawing.Options
  ) {
    self.card = card
    self.lane = lane
    self.width = width
    let standing = content.standing(of: card)
    self.standing = standing
    drawsEvidence = lane.role.carriesEvidence && options.overlays.contains(.evidence)
    mark = EvidenceMark(status: standing.status, isStale: standing.isStale)
    stage = content.map.stage(of: card.step)?.id.rawValue ?? ""
    isUnanswered = lane.role == .barrier && content.solutionCount[card.id] == nil
    let writer = CardWriter(card, lane, content, easel, width: width - 2 * Self.padding)
    let markRoom = drawsEvidence ? mark.width + 5 : 0
    var parts: [Part] = []
    for text in writer.texts(markRoom: markRoom) { parts.append(.text(text.text, text.paint)) }
    if let channel = writer.channelLine() {
      parts.append(.iconText(Icons.channel, channel, Palette.teal.accent))
    }
    if let truth = writer.momentOfTruth() {
      parts.append(.iconText(Icons.star, truth, Palette.starInk))
    }
    let pills = writer.pills()
    if !pills.isEmpty {
      parts.append(.pills(PillRow(pills, width: width - 2 * Self.padding)))
    }
    if options.overlays.contains(.numbers), let id = card.touchpoint,
      let reality = content.touchpointReality[id], content.hasEvents || !reality.scores.isEmpty
    {
      parts.append(
        .touchpoint(TouchpointNumbers(reality, easel, width: width - 2 * Self.padding)))
    }
    self.parts = parts
    let contentHeight =
      parts.reduce(0) { $0 + $1.height } + Self.gap * Double(max(parts.count - 1, 0))
    height = max(contentHeight, EvidenceMark.side) + 2 * Self.padding - 2
    tooltip = writer.tooltip(standing)
  }

  func node(at origin: Point, _ names: inout NameRegistry) -> Node {
    let box = Box(x: origin.x, y: origin.y, width: width, height: height)
    var nodes = ground(box)
    var y = box.y + Self.padding - 1
    let x = box.x + Self.padding
    for part in parts {
      switch part {
      case .text(let text, let paint):
        nodes.append(text.placed(at: Point(x, y), paint))
      case .iconText(let icon, let text, let paint):
        let isStar = icon.path == Icons.star.path
        let shape = icon.placed(at: Point(x, y + 1.5), side: 12)
        nodes.append(
          .path(
            shape, fill: isStar ? Palette.star : nil,
            stroke: Stroke(isStar ? Palette.starInk : paint, width: isStar ? 0.8 : 1.3)))
        nodes.append(text.placed(at: Point(x + CardWriter.iconRoom, y), paint))
      case .pills(let row):
        nodes += row.nodes(at: Point(x, y))
      case .touchpoint(let numbers):
        nodes.append(
          .overlay(.numbers, numbers.nodes(at: Point(x, y))))
      }
      y += part.height + Self.gap
    }
    if drawsEvidence {
      nodes.append(
        .overlay(
          .evidence,
          mark.nodes(
            right: box.maxX - Self.padding + 2, middle: box.y + Self.padding + 7)))
    }
    var facts = [
      "card": card.id.rawValue, "lane": lane.id.rawValue, "stage": stage,
      "status": standing.status.rawValue,
    ]
    if let touchpoint = card.touchpoint { facts["touchpoint"] = touchpoint.rawValue }
    return .group(
      Group(
        id: names.unique("card-\(card.id)"), label: lane.name + ": " + card.text, roles: "card",
        facts: facts, tooltip: tooltip, isFocusable: true, nodes: nodes))
  }

  /// The rounded rectangle: dashed and hollow for an assumption, framed in red where contradicted.
  private func ground(_ box: Box) -> [Node] {
    let hue = lane.role.hue
    let isAssumption = drawsEvidence && standing.status == .assumption
    if isAssumption {
      return [
        .box(
          box.inset(by: 0.6), radius: 7, Palette.surface,
          stroke: Stroke(isUnanswered ? Palette.badStrong : hue.accent, width: 1.1, dash: [4, 3.2]))
      ]
    }
    var stroke: Stroke?
    if drawsEvidence, standing.status == .contradicted {
      stroke = Stroke(Palette.badStrong, width: 1.4)
    } else if isUnanswered {
      stroke = Stroke(Palette.badStrong, width: 1.1)
    }
    return [.box(box.inset(by: 0.6), radius: 7, hue.tint, stroke: stroke)]
  }
}
