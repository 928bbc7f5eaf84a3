public import Picture
import Wording

/// The most frequent paths, ready to be drawn.
public struct PathsChart: Sendable, Hashable {
  public struct Path: Sendable, Hashable {
    public var steps: [String]
    public var count: Int
    public init(steps: [String], count: Int) {
      self.steps = steps
      self.count = count
    }
  }
  public var title: String
  /// Largest first.
  public var paths: [Path]
  /// How many different paths there are.
  public var distinct: Int
  public var journeys: Int
  public init(title: String, paths: [Path], distinct: Int, journeys: Int) {
    self.title = title
    self.paths = paths
    self.distinct = distinct
    self.journeys = journeys
  }
}

/// Draws paths as chains of steps; a step has the same colour wherever it stands.
public struct PathsDrawing: Sendable {
  public var width: Double
  /// Steps drawn of each path; the rest is counted.
  public var mostSteps: Int
  private let easel: Easel

  private static let margin = 24.0
  private static let rowHeight = 27.0
  private static let hues = [
    Palette.blue, Palette.teal, Palette.violet, Palette.amber, Palette.pink, Palette.green,
    Palette.orange, Palette.cyan, Palette.indigo, Palette.slate, Palette.stone,
  ]

  public init(
    measurer: any TextMeasuring, width: Double = 960, mostSteps: Int = 24,
    figures: Figures = Figures()
  ) {
    self.width = max(width, 320)
    self.mostSteps = max(mostSteps, 1)
    easel = Easel(measurer: measurer, figures: figures)
  }

  public func scene(_ chart: PathsChart) -> Scene {
    var names = NameRegistry()
    let strings = easel.strings
    let shown = chart.paths.reduce(0) { $0 + $1.count }
    let rule = strings(
      .pathsRule,
      [
        "shown": easel.figures.count(chart.paths.count),
        "distinct": easel.figures.count(chart.distinct),
        "share": easel.figures.share(share(shown, chart)),
        "journeys": easel.figures.count(chart.journeys),
      ])
    let head = ChartHead(chart.title, rule, easel, width: width - 2 * Self.margin)
    var nodes = head.nodes(at: Point(Self.margin, Self.margin))
    var y = Self.margin + head.height + 16
    if chart.paths.isEmpty {
      let text = easel.set(strings(.noJourneys), Typography.body, width: width - 2 * Self.margin)
      nodes.append(text.placed(at: Point(Self.margin, y), Palette.inkSoft))
      y += text.height
    }
    let hues = hues(chart)
    let most = Double(chart.paths.map(\.count).max() ?? 1)
    let figureWidth = width < 640 ? width - 2 * Self.margin : 150.0
    let isStacked = width < 640
    var cuts: [Double] = []
    for (index, path) in chart.paths.enumerated() {
      let left = isStacked ? Self.margin : Self.margin + figureWidth + 16
      let chain = chain(path, hues, width: width - Self.margin - left)
      var parts: [Node] = []
      let text = easel.set(
        strings(
          .pathCount,
          [
            "count": easel.figures.count(path.count),
            "share": easel.figures.share(share(path.count, chart)),
          ]), Typography.smallStrong, width: figureWidth - 26)
      let rank = easel.set("\(index + 1)", Typography.small)
      parts.append(rank.placed(at: Point(Self.margin, y + 4), Palette.inkFaint))
      parts.append(text.placed(at: Point(Self.margin + 24, y + 4), Palette.ink))
      parts += Node.bar(
        Box(x: Self.margin + 24, y: y + 6 + text.height, width: figureWidth - 30, height: 4),
        share: Double(path.count) / max(most, 1), Palette.reach)
      let chainTop = isStacked ? y + text.height + 16 : y
      parts += chain.nodes(at: Point(left, chainTop))
      let height =
        isStacked ? text.height + 16 + chain.height : max(chain.height, text.height + 12)
      nodes.append(
        .group(
          Group(
            id: names.unique("path-\(index + 1)"),
            label: path.steps.joined(separator: " → "), roles: "path",
            facts: ["path": String(index + 1)], nodes: parts)))
      y += height + 6
      nodes.append(
        .line(
          Point(Self.margin, y), Point(width - Self.margin, y), Palette.lineSoft, width: 0.8))
      y += 7
      cuts.append(y - 3)
    }
    return Scene(
      size: Size(width, y + Self.margin), title: chart.title, summary: rule,
      background: Palette.surface, nodes: nodes, pageBreaks: PageBreaks(rows: cuts))
  }

  private func share(_ count: Int, _ chart: PathsChart) -> Double {
    chart.journeys > 0 ? Double(count) / Double(chart.journeys) : 0
  }

  /// Colours in order of first appearance.
  private func hues(_ chart: PathsChart) -> [String: Palette.Hue] {
    var hues: [String: Palette.Hue] = [:]
    for path in chart.paths {
      for step in path.steps where hues[step] == nil {
        hues[step] = Self.hues[hues.count % Self.hues.count]
      }
    }
    return hues
  }

  private func chain(
    _ path: PathsChart.Path, _ hues: [String: Palette.Hue], width: Double
  ) -> StepChain {
    var links = path.steps.prefix(mostSteps).map { step in
      let hue = hues[step] ?? Palette.slate
      return StepChain.Link(
        text: easel.set(step, Typography.small, width: width - 20), ink: hue.accent,
        ground: hue.tint)
    }
    let rest = path.steps.count - links.count
    if rest > 0 {
      links.append(
        StepChain.Link(
          text: easel.set(
            easel.strings.plural(.pathMore, rest, ["count": easel.figures.count(rest)]),
            Typography.small, width: width - 20), ink: Palette.inkSoft, ground: nil))
    }
    return StepChain(links, width: width)
  }
}

/// Labels joined by small arrows, in as many rows as they need.
struct StepChain {
  struct Link {
    var text: SetText
    var ink: Paint
    var ground: Paint?
    var width: Double { text.width + 16 }
    var height: Double { text.height + 7 }
  }

  private var places: [(link: Link, x: Double, y: Double, isFirst: Bool)] = []
  private(set) var height = 0.0
  private static let arrow = 16.0

  init(_ links: [Link], width: Double) {
    var (x, y, rowHeight) = (0.0, 0.0, 0.0)
    for (index, link) in links.enumerated() {
      let lead = index == 0 ? 0 : Self.arrow
      if x > 0, x + lead + link.width > width {
        y += rowHeight + 5
        (x, rowHeight) = (0, 0)
      }
      places.append((link, x + lead, y, index == 0))
      x += lead + link.width
      rowHeight = max(rowHeight, link.height)
    }
    height = y + rowHeight
  }

  func nodes(at origin: Point) -> [Node] {
    places.flatMap { place -> [Node] in
      let link = place.link
      let box = Box(
        x: origin.x + place.x, y: origin.y + place.y, width: link.width, height: link.height)
      var nodes: [Node] = []
      if !place.isFirst {
        nodes.append(
          .icon(Icons.link, at: Point(box.x - 14, box.midY - 5), side: 10, Palette.inkFaint))
      }
      if let ground = link.ground { nodes.append(.box(box, radius: 7, ground)) }
      nodes.append(link.text.placed(at: Point(box.x + 8, box.y + 3.5), link.ink))
      return nodes
    }
  }
}
