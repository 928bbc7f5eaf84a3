import Insight
import JourneyModel
import Picture
import Wording

/// The moves between stages: skips above the heads, advances and returns below, each as thick as its share.
///
/// Every move runs on a track of its own height, and labels stand over the gaps between stages, where no move turns: so
/// no label meets another or is crossed.
struct FlowBands {
  private let routes: [FlowRoute]
  private let easel: Easel
  private let geometry: MapGeometry
  private let note: [SetText]
  private let arrowHeight: Double
  private let hasLoops: Bool
  /// Room above and below the heads, in points.
  let above: Double
  let below: Double

  private static let track = 25.0

  init(
    _ content: MapContent, _ easel: Easel, _ geometry: MapGeometry, threshold: Double,
    isDrawn: Bool, arrowHeight: Double
  ) {
    self.easel = easel
    self.geometry = geometry
    self.arrowHeight = arrowHeight
    let selection = isDrawn ? FlowSelection(content, threshold: threshold) : FlowSelection()
    routes = FlowRoute.routed(selection.moves)
    hasLoops = routes.contains { $0.move.kind == .loop }
    guard !routes.isEmpty else {
      note = []
      above = 0
      below = 0
      return
    }
    let skips = routes.filter { $0.move.kind == .skip }.map(\.level).max().map { $0 + 1 } ?? 0
    let returns = routes.filter { $0.move.kind == .back }.map(\.level).max().map { $0 + 1 } ?? 0
    let hasAdvance = routes.contains { $0.move.kind == .advance }
    let tracksAbove = Double(skips + (hasLoops ? 1 : 0))
    let tracksBelow = Double(returns + (hasAdvance ? 1 : 0))

    let strings = easel.strings
    let width = geometry.labelWidth - 14
    var note = [easel.set(strings(.moves), Typography.smallStrong, width: width)]
    if selection.hasReal {
      note.append(easel.set(strings(.movesRule), Typography.small, width: width))
    } else {
      note.append(easel.set(strings(.plannedOnly), Typography.small, width: width))
    }
    if selection.hiddenKinds > 0 {
      note.append(
        easel.set(
          strings(.othersShare, ["share": easel.figures.share(selection.hiddenShare)]),
          Typography.smallStrong, width: width))
    }
    self.note = note
    let noteHeight = note.reduce(4) { $0 + $1.height + 3 }
    above = tracksAbove * Self.track + (tracksAbove > 0 ? 6 : 0)
    let wanted = tracksBelow * Self.track + 4
    below = max(wanted, noteHeight - arrowHeight - above)
  }

  func nodes(
    arrowTop: Double, arrowBottom: Double, _ names: inout NameRegistry
  ) -> [Node] {
    guard !routes.isEmpty else { return [] }
    var parts: [Node] = []
    var y = arrowTop - above
    for (index, text) in note.enumerated() {
      let paint = index == 1 ? Palette.inkFaint : Palette.inkSoft
      parts.append(text.placed(at: Point(geometry.margin, y), paint))
      y += text.height + 3
    }
    let ports = FlowPorts(routes, geometry, easel: easel, loopWidth: loopWidth)
    // Thick ones first, so that thin ones stay visible on them.
    let ordered = routes.sorted {
      ($0.move.share ?? 0, $1.move.from, $1.move.to) > (
        $1.move.share ?? 0, $0.move.from, $0.move.to
      )
    }
    for route in ordered {
      parts.append(draw(route, ports, arrowTop: arrowTop, arrowBottom: arrowBottom, &names))
    }
    return [
      .overlay(.flows, id: names.unique("flows"), label: easel.strings(.moves), parts)
    ]
  }

  private func draw(
    _ route: FlowRoute, _ ports: FlowPorts, arrowTop: Double, arrowBottom: Double,
    _ names: inout NameRegistry
  ) -> Node {
    let move = route.move
    var nodes: [Node]
    switch move.kind {
    case .advance:
      nodes = advance(route, ports, y: arrowBottom + 2 + Self.track / 2)
    case .loop:
      nodes = loop(route, bottom: arrowTop - 3)
    case .skip:
      let floor = arrowTop - 3 - (hasLoops ? Self.track : 0)
      nodes = bow(
        route, ports, base: arrowTop - 3, y: floor - (Double(route.level) + 0.6) * Self.track)
    case .back:
      let hasAdvance = routes.contains { $0.move.kind == .advance }
      let ceiling = arrowBottom + 3 + (hasAdvance ? Self.track : 0)
      nodes = bow(
        route, ports, base: arrowBottom + 3, y: ceiling + (Double(route.level) + 0.5) * Self.track)
    }
    let name = "flow-\(move.fromID)-\(move.toID)"
    return .group(
      Group(
        id: names.unique(name), roles: "flow",
        facts: ["from": move.fromID, "to": move.toID, "kind": move.kind.rawValue],
        tooltip: tooltip(move), nodes: nodes))
  }

  private func thickness(_ move: FlowSelection.Move) -> Double {
    move.isReal ? 1.5 + 8 * min(max(move.share ?? 0, 0), 1) : 1.5
  }

  private func stroke(_ move: FlowSelection.Move) -> Stroke {
    Stroke(
      paint(move.kind), width: thickness(move), dash: move.isReal ? [] : [5, 4])
  }

  private func paint(_ kind: StageMove.Kind) -> Paint {
    switch kind {
    case .advance: Palette.advance
    case .skip: Palette.skip
    case .back: Palette.back
    case .loop: Palette.loop
    }
  }

  /// Up or down to the track, along it and back to the other head.
  private func bow(
    _ route: FlowRoute, _ ports: FlowPorts, base: Double, y: Double
  ) -> [Node] {
    let start = ports.x(of: route, isStart: true)
    let end = ports.x(of: route, isStart: false)
    let direction = y < base ? 1.0 : -1.0
    let width = thickness(route.move)
    let head = 6 + width
    let line = Path.roundedPolyline(
      [
        Point(start, base), Point(start, y), Point(end, y),
        Point(end, base - direction * head * 0.8),
      ], radius: 11)
    return [
      .path(line, fill: nil, stroke: stroke(route.move)),
      .path(
        .arrowHead(at: Point(end, base), from: Point(end, y), length: head),
        fill: paint(route.move.kind), stroke: nil),
    ] + label(route, x: ports.labelX(of: route), y: y, width: ports.labelWidth(of: route))
  }

  /// A thick arrow over the gap between two stages.
  private func advance(_ route: FlowRoute, _ ports: FlowPorts, y: Double) -> [Node] {
    let middle = ports.labelX(of: route)
    let reach = ports.margin - 4
    let width = thickness(route.move)
    let head = 5 + width
    return [
      .line(
        Point(middle - reach, y), Point(middle + reach - head * 0.8, y),
        paint(.advance), width: width, dash: route.move.isReal ? [] : [5, 4]),
      .path(
        .arrowHead(at: Point(middle + reach, y), from: Point(middle - reach, y), length: head),
        fill: paint(.advance), stroke: nil),
    ] + label(route, x: middle - 2, y: y, width: 2 * reach - 2 * head)
  }

  private static let loopSide = 13.0

  private func loopText(_ move: FlowSelection.Move) -> SetText {
    let text = move.isReal ? easel.figures.count(move.count) : easel.strings(.planned)
    return easel.set(text, Typography.smallStrong, width: 80, lines: 1)
  }

  private func loopWidth(_ move: FlowSelection.Move) -> Double {
    8 + Self.loopSide + 5 + loopText(move).width
  }

  /// A small circling arrow with its count, at the left end of the head.
  private func loop(_ route: FlowRoute, bottom: Double) -> [Node] {
    let span = geometry.stages[route.move.from]
    let centre = Point(span.x + 8 + Self.loopSide / 2, bottom - Self.track / 2)
    let radius = Self.loopSide / 2 - 1
    let paint = paint(.loop)
    return [
      .path(
        .arc(at: centre, radius: radius, fraction: 0.78), fill: nil,
        stroke: Stroke(paint, width: 1.8, dash: route.move.isReal ? [] : [3, 2.5])),
      .path(
        .arrowHead(
          at: Point(centre.x - radius + 0.5, centre.y - 4.5),
          from: Point(centre.x - radius - 1, centre.y + 2), length: 6.5),
        fill: paint, stroke: nil),
      loopText(route.move).centred(
        at: Point(centre.x + Self.loopSide / 2 + 4, centre.y), paint, .leading),
    ]
  }

  private func label(_ route: FlowRoute, x: Double, y: Double, width: Double) -> [Node] {
    let move = route.move
    var text = move.share.map(easel.figures.share) ?? easel.strings(.planned)
    let style = Typography.smallStrong
    if move.isPlanned, move.isReal {
      let longer = text + " · " + easel.strings(.planned)
      if easel.width(longer, style) <= width - 10 { text = longer }
    }
    let pill = Pill(
      text: easel.set(text, style, width: max(width - 10, 20), lines: 1), ink: paint(move.kind),
      ground: Palette.surface, stroke: Stroke(paint(move.kind), width: 1), padding: 5)
    return pill.nodes(x: x - pill.width / 2, middle: y)
  }

  private func tooltip(_ move: FlowSelection.Move) -> String {
    var lines: [String] = []
    if move.isReal {
      let values = [
        "from": move.fromName, "to": move.toName, "count": easel.figures.count(move.count),
        "share": move.share.map(easel.figures.share) ?? "",
      ]
      lines.append(easel.strings(move.share == nil ? .loopTooltip : .moveTooltip, values))
    }
    if move.isPlanned {
      let note = move.note.isEmpty ? "" : ": " + move.note
      lines.append(
        easel.strings(.plannedTooltip, ["from": move.fromName, "to": move.toName]) + note)
    }
    return lines.joined(separator: "\n")
  }
}
