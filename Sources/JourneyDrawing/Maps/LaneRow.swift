import Diagnostics
import Insight
import JourneyModel
import Picture
import Wording

/// A lane: its name at the left, its cards stacked in their cells, and what its role adds (a curve, charts).
struct LaneRow: MapSection {
  private struct Place {
    var view: CardView
    var x: Double
    var y: Double
  }

  private let lane: Lane
  private let index: Int
  private let content: MapContent
  private let easel: Easel
  private let geometry: MapGeometry
  private let isNameBelow: Bool
  private let name: SetText
  private let hidden: SetText
  private let hint: SetText
  private let plot: EmotionPlot?
  private let metrics: MetricCharts?
  private let places: [Place]
  private let cardsHeight: Double
  let height: Double

  private static let padding = 8.0
  private static let cardGap = 6.0
  private static let cellPadding = 5.0
  private static let tile = 28.0

  init(
    _ lane: Lane, _ content: MapContent, _ easel: Easel, _ geometry: MapGeometry,
    _ options: MapDrawing.Options
  ) {
    self.lane = lane
    self.content = content
    self.easel = easel
    self.geometry = geometry
    index = content.lanes.firstIndex { $0.id == lane.id } ?? 0
    isNameBelow = options.isCompact
    let nameWidth =
      options.isCompact ? geometry.labelWidth - 20 : geometry.labelWidth - Self.tile - 24
    name = easel.set(
      lane.name.isEmpty ? easel.strings(.unnamed) : lane.name, Typography.bodyStrong,
      width: nameWidth)
    hidden = easel.set(
      lane.isHidden ? easel.strings(.hiddenLane) : "", Typography.small, width: nameWidth)
    let showsEmotions = options.overlays.contains(.emotions)
    plot =
      lane.role == .emotion && showsEmotions ? EmotionPlot(lane, content, easel, geometry) : nil
    metrics =
      lane.role == .metric && options.overlays.contains(.numbers)
      ? MetricCharts(content, easel, geometry) : nil

    // Each card goes below whatever already stands in any of the columns it covers.
    var filled = [Double](repeating: 0, count: content.columns.count)
    var places: [Place] = []
    let cards = content.cards(in: lane).compactMap { card in
      content.columnRange(of: card).map { (card, $0) }
    }
    .enumerated()
    .sorted { ($0.element.1.lowerBound, $0.offset) < ($1.element.1.lowerBound, $1.offset) }
    for (_, (card, range)) in cards {
      let box = geometry.box(range, y: 0, height: 0)
      let view = CardView(
        card, lane, content, easel, width: box.width - 2 * Self.cellPadding, options: options)
      let top = filled[range].max() ?? 0
      places.append(Place(view: view, x: box.x + Self.cellPadding, y: top))
      for column in range { filled[column] = top + view.height + Self.cardGap }
    }
    self.places = places
    cardsHeight = max((filled.max() ?? 0) - Self.cardGap, 0)
    let isEmpty = places.isEmpty && plot == nil && metrics == nil
    hint = easel.set(
      isEmpty ? easel.strings(.emptyLane) : "", Typography.small,
      width: geometry.right - geometry.left - 40)
    let parts = [plot?.height ?? 0, metrics?.height ?? 0, cardsHeight].filter { $0 > 0 }
    let inner = parts.reduce(0, +) + Double(max(parts.count - 1, 0)) * 8
    let textHeight = name.height + hidden.height
    let labelHeight = isNameBelow ? Self.tile + 4 + textHeight : max(Self.tile, textHeight)
    height = max(inner, labelHeight, hint.height) + 2 * Self.padding
  }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let box = Box(
      x: geometry.margin, y: y, width: geometry.right - geometry.margin, height: height)
    var nodes: [Node] = [
      .box(box, radius: 12, Palette.surface, stroke: Stroke(Palette.lineSoft))
    ]
    for cut in geometry.cuts {
      nodes.append(
        .line(Point(cut, y + 8), Point(cut, box.maxY - 8), Palette.lineSoft))
    }
    nodes.append(label(y: y, &names))
    if !hint.isEmpty {
      nodes.append(
        hint.centred(at: Point(geometry.left + 10, y + height / 2), Palette.inkFaint, .leading))
    }
    var top = y + Self.padding
    if let plot {
      nodes += plot.nodes(at: top, &names)
      top += plot.height + 8
    }
    if let metrics {
      nodes += metrics.nodes(at: top, &names)
      top += metrics.height + 8
    }
    for place in places {
      nodes.append(place.view.node(at: Point(place.x, top + place.y), &names))
    }
    return [
      .group(
        Group(
          id: names.unique("lane-\(lane.id)"),
          label: easel.strings(.laneLabel, ["name": lane.name]), roles: "lane",
          facts: ["lane": lane.id.rawValue, "role": lane.role.rawValue], nodes: nodes))
    ]
  }

  private func label(y: Double, _ names: inout NameRegistry) -> Node {
    let hue = lane.role.hue
    let x = geometry.margin + 12
    let tileTop = y + Self.padding + 1
    let textX = isNameBelow ? x : x + Self.tile + 8
    let textHeight = name.height + hidden.height
    // A short name stands beside the middle of its tile, a long one starts at its top.
    let textTop =
      isNameBelow ? tileTop + Self.tile + 4 : tileTop + max((Self.tile - textHeight) / 2, 0)
    return .group(
      Group(
        id: names.unique("lane-name-\(lane.id)"), label: lane.name, roles: "lane-name",
        facts: ["lane": lane.id.rawValue],
        tooltip: lane.role.saidMeaning.text(in: easel.figures.catalogue),
        nodes: [
          .box(
            Box(x: x, y: tileTop, width: Self.tile, height: Self.tile), radius: 8, hue.tint),
          .icon(
            lane.role.icon, at: Point(x + 6, tileTop + 6), side: 16, hue.accent, width: 1.4),
          name.placed(at: Point(textX, textTop), Palette.ink),
          hidden.placed(at: Point(textX, textTop + name.height), Palette.inkFaint),
        ]))
  }
}
