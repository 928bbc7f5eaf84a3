import Insight
import JourneyModel
import Picture
import Wording

/// What the marks mean, what the data shows that the map does not, and what every number is divided by.
struct MapFooter: MapSection {
  private struct Panel {
    var id: String
    var title: SetText
    var entries: [LegendEntry]
    var height: Double {
      title.height + 10 + entries.reduce(0) { $0 + $1.height + 6 } + 2 * MapFooter.padding - 6
    }
  }

  private let panels: [Panel]
  private let geometry: MapGeometry
  private let columns: Int
  private let panelWidth: Double

  private static let padding = 16.0
  private static let gap = 14.0

  init(
    _ content: MapContent, _ easel: Easel, _ geometry: MapGeometry, _ options: MapDrawing.Options
  ) {
    self.geometry = geometry
    let width = min(geometry.contentWidth, options.isCompact ? 362 : 1_640)
    columns = width >= 900 ? 3 : width >= 600 ? 2 : 1
    panelWidth = (width - Self.gap * Double(columns - 1)) / Double(columns)
    let inner = panelWidth - 2 * Self.padding
    let strings = easel.strings
    func panel(_ id: String, _ title: DrawingPhrase, _ entries: [LegendEntry]) -> Panel? {
      entries.isEmpty
        ? nil
        : Panel(
          id: id, title: easel.set(strings(title), Typography.bodyStrong, width: inner),
          entries: entries)
    }
    let writer = FooterWriter(content, easel, width: inner, options)
    panels = [
      panel("legend", .legend, writer.legend), panel("margin", .margin, writer.marginNotes),
      panel("rules", .rules, writer.rules),
    ].compactMap { $0 }
  }

  private var rows: [ArraySlice<Panel>] {
    stride(from: 0, to: panels.count, by: columns).map {
      panels[$0..<min($0 + columns, panels.count)]
    }
  }

  private func height(of row: ArraySlice<Panel>) -> Double {
    row.reduce(0) { max($0, $1.height) }
  }

  var height: Double {
    rows.reduce(0) { $0 + height(of: $1) } + Self.gap * Double(max(rows.count - 1, 0))
  }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    var nodes: [Node] = []
    var top = y
    for row in rows {
      let height = height(of: row)
      for (index, panel) in row.enumerated() {
        let box = Box(
          x: geometry.margin + Double(index) * (panelWidth + Self.gap), y: top, width: panelWidth,
          height: height)
        var parts: [Node] = [
          .box(box, radius: 12, Palette.surface, stroke: Stroke(Palette.lineSoft)),
          panel.title.placed(
            at: Point(box.x + Self.padding, box.y + Self.padding), Palette.ink),
        ]
        var entryY = box.y + Self.padding + panel.title.height + 10
        for entry in panel.entries {
          parts += entry.nodes(at: Point(box.x + Self.padding, entryY))
          entryY += entry.height + 6
        }
        nodes.append(
          .group(
            Group(
              id: names.unique(panel.id), roles: "note", facts: ["note": panel.id], nodes: parts)))
      }
      top += height + Self.gap
    }
    return [.group(Group(id: names.unique("footer"), roles: "footer", nodes: nodes))]
  }
}

/// A sign with its meaning.
struct LegendEntry {
  enum Sign {
    case none
    case evidence(EvidenceStatus)
    case icon(IconShape, Paint)
    case star
    case line(Stroke)
    case dot(Paint)
  }

  var sign: Sign
  var text: SetText
  var paint = Palette.inkSoft

  static let signRoom = 34.0
  private var indent: Double {
    switch sign {
    case .none: 0
    case .dot: 14
    default: Self.signRoom
    }
  }

  var height: Double { max(text.height, 14) }

  func nodes(at origin: Point) -> [Node] {
    let middle = origin.y + 7.5
    var nodes: [Node]
    switch sign {
    case .none: nodes = []
    case .evidence(let status):
      nodes = EvidenceMark(status: status).nodes(right: origin.x + 19, middle: middle)
    case .icon(let icon, let paint):
      nodes = [.icon(icon, at: Point(origin.x + 6, middle - 6.5), side: 13, paint)]
    case .star:
      nodes = [
        .path(
          Icons.star.placed(at: Point(origin.x + 6, middle - 6.5), side: 13), fill: Palette.star,
          stroke: Stroke(Palette.starInk, width: 0.8))
      ]
    case .line(let stroke):
      nodes = [
        .path(
          .lines(Point(origin.x, middle), Point(origin.x + 26, middle)), fill: nil, stroke: stroke)
      ]
    case .dot(let paint): nodes = [.circle(Point(origin.x + 4, middle), 2.2, paint)]
    }
    nodes.append(text.placed(at: Point(origin.x + indent, origin.y), paint))
    return nodes
  }
}
