public import Picture
import Wording

/// Draws a transition graph from left to right: places as large as their events, ways as thick as their share.
///
/// Only the most frequent ways are drawn; a note says how much the others hide.
public struct FlowDrawing: Sendable {
  public struct Options: Sendable, Hashable {
    /// The most ways between different places that are drawn.
    public var mostPassings: Int
    /// The most places drawn, those with most events first.
    public var mostPlaces: Int
    public init(mostPassings: Int = 40, mostPlaces: Int = 40) {
      self.mostPassings = mostPassings
      self.mostPlaces = mostPlaces
    }
  }

  public var options: Options
  private let easel: Easel

  private static let margin = 28.0
  private static let placeWidth = 158.0
  private static let layerGap = 112.0
  private static let rowGap = 20.0

  public init(
    measurer: any TextMeasuring, options: Options = Options(), figures: Figures = Figures()
  ) {
    self.options = options
    easel = Easel(measurer: measurer, figures: figures)
  }

  public func scene(_ graph: FlowGraph) -> Scene {
    let selection = GraphSelection(graph, options)
    let strings = easel.strings
    let views = selection.places.map {
      PlaceView($0, most: selection.mostEvents, easel, width: Self.placeWidth)
    }
    let layout = LayeredLayout(
      heights: views.map(\.outerHeight), starts: selection.places.map(\.starts),
      edges: selection.edges.map { LayeredLayout.Edge(from: $0.from, to: $0.to, weight: $0.count) },
      gap: Self.rowGap)
    let columns = max(layout.layers.count, 1)
    let width = max(
      2 * Self.margin + Double(columns) * Self.placeWidth + Double(columns - 1) * Self.layerGap
        + 40,
      560)
    let note =
      selection.hiddenKinds == 0
      ? strings(.flowHidesNothing)
      : strings.plural(
        .flowHides, selection.hiddenKinds,
        [
          "share": easel.figures.share(selection.hiddenShare),
          "edges": easel.figures.count(selection.hiddenKinds),
          "count": easel.figures.count(selection.hiddenCount),
        ])
    var rule = strings(.flowRule, ["journeys": easel.figures.count(graph.journeys)]) + " " + note
    if selection.hiddenPlaces > 0 {
      rule +=
        " "
        + strings.plural(
          .flowHidesPlaces, selection.hiddenPlaces,
          ["count": easel.figures.count(selection.hiddenPlaces)])
    }
    let head = ChartHead(graph.title, rule, easel, width: min(width - 2 * Self.margin, 900))
    var nodes = head.nodes(at: Point(Self.margin, Self.margin))
    let top = Self.margin + head.height + 26
    guard !selection.places.isEmpty else {
      let text = easel.set(strings(.noJourneys), Typography.body, width: width - 2 * Self.margin)
      nodes.append(text.placed(at: Point(Self.margin, top), Palette.inkSoft))
      return Scene(
        size: Size(width, top + text.height + Self.margin), title: graph.title, summary: "",
        background: Palette.surface, nodes: nodes)
    }

    var names = NameRegistry()
    let boxes = views.enumerated().map { index, view in
      let item = layout.items[index]
      return view.box(
        x: Self.margin + Double(item.layer) * (Self.placeWidth + Self.layerGap),
        middle: top + item.y)
    }
    let painter = PassingPainter(
      selection, layout, boxes, easel, top: top, left: Self.margin, placeWidth: Self.placeWidth,
      layerGap: Self.layerGap)
    let (lines, labels) = painter.nodes(&names)
    nodes += lines
    for (index, view) in views.enumerated() {
      nodes.append(view.node(in: boxes[index], selfCount: selection.loops[index], &names))
    }
    nodes += labels
    let bottom = layout.items.map { top + $0.y + $0.height / 2 }.max() ?? top
    return Scene(
      size: Size(width, max(bottom, painter.lowest) + Self.margin), title: graph.title,
      summary: strings(
        .flowSummary,
        [
          "nodes": easel.figures.count(selection.places.count),
          "edges": easel.figures.count(selection.edges.count),
          "total": easel.figures.count(selection.total),
          "journeys": easel.figures.count(graph.journeys),
        ]), background: Palette.surface, nodes: nodes,
      pageBreaks: PageBreaks(
        columns: (1..<columns).map {
          Self.margin + Double($0) * (Self.placeWidth + Self.layerGap) - Self.layerGap / 2
        }))
  }
}

/// The places and ways that are drawn, and what is left out.
struct GraphSelection {
  struct Edge: Hashable {
    var from: Int
    var to: Int
    var count: Int
    var medianGapSeconds: Double?
  }

  /// In the order given; without those that no drawn way touches.
  let places: [FlowGraph.Place]
  /// Places that are left out.
  let hiddenPlaces: Int
  /// Between different places, largest first.
  let edges: [Edge]
  /// Immediate repeats of each place.
  let loops: [Int]
  /// All passings of the graph, repeats included.
  let total: Int
  let hiddenKinds: Int
  let hiddenCount: Int
  let mostEvents: Int

  var hiddenShare: Double { total > 0 ? Double(hiddenCount) / Double(total) : 0 }

  init(_ graph: FlowGraph, _ options: FlowDrawing.Options) {
    var seen: Set<String> = []
    let unique = graph.places.filter { seen.insert($0.id).inserted }
    let largest = unique.enumerated().sorted {
      ($1.element.events, $0.offset) < ($0.element.events, $1.offset)
    }.prefix(max(options.mostPlaces, 0))
    let candidates = largest.sorted { $0.offset < $1.offset }.map(\.element)
    let candidateIndex = Dictionary(
      uniqueKeysWithValues: candidates.enumerated().map { ($0.element.id, $0.offset) })
    var repeats = [Int](repeating: 0, count: candidates.count)
    var between: [Edge] = []
    var (hiddenKinds, hiddenCount, total) = (0, 0, 0)
    for passing in graph.passings where passing.count > 0 {
      total += passing.count
      guard let from = candidateIndex[passing.from], let to = candidateIndex[passing.to] else {
        hiddenKinds += 1
        hiddenCount += passing.count
        continue
      }
      if from == to {
        repeats[from] += passing.count
      } else {
        between.append(
          Edge(
            from: from, to: to, count: passing.count, medianGapSeconds: passing.medianGapSeconds))
      }
    }
    between.sort { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    let drawn = between.prefix(max(options.mostPassings, 0))
    for edge in between.dropFirst(drawn.count) {
      hiddenKinds += 1
      hiddenCount += edge.count
    }
    // A place without any way would stand at the left as if journeys began there.
    let touched = Set(drawn.flatMap { [$0.from, $0.to] })
    let kept = candidates.indices.filter {
      touched.contains($0) || repeats[$0] > 0 || touched.isEmpty
    }
    var place: [Int: Int] = [:]
    for (new, old) in kept.enumerated() { place[old] = new }
    places = kept.map { candidates[$0] }
    hiddenPlaces = unique.count - kept.count
    mostEvents = places.map(\.events).max() ?? 0
    edges = drawn.compactMap { edge in
      guard let from = place[edge.from], let to = place[edge.to] else { return nil }
      return Edge(
        from: from, to: to, count: edge.count, medianGapSeconds: edge.medianGapSeconds)
    }
    let loops = kept.map { repeats[$0] }
    self.loops = loops
    self.total = total
    self.hiddenKinds = hiddenKinds
    self.hiddenCount = hiddenCount
  }
}
