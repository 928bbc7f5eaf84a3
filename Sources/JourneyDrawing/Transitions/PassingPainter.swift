import Picture
import Wording

/// Draws the ways between places as curves, each from its own port, with labels where there is room.
struct PassingPainter {
  private let selection: GraphSelection
  private let layout: LayeredLayout
  private let boxes: [Box]
  private let easel: Easel
  private let top: Double
  private let left: Double
  private let placeWidth: Double
  private let layerGap: Double
  /// The lowest point of any way.
  private(set) var lowest: Double

  init(
    _ selection: GraphSelection, _ layout: LayeredLayout, _ boxes: [Box], _ easel: Easel,
    top: Double, left: Double, placeWidth: Double, layerGap: Double
  ) {
    self.selection = selection
    self.layout = layout
    self.boxes = boxes
    self.easel = easel
    self.top = top
    self.left = left
    self.placeWidth = placeWidth
    self.layerGap = layerGap
    lowest = boxes.map(\.maxY).max() ?? top
  }

  /// The curves, and apart from them the labels, which are drawn over everything.
  func nodes(_ names: inout NameRegistry) -> (lines: [Node], labels: [Node]) {
    let ports = ports()
    let most = Double(max(selection.edges.first?.count ?? 1, 1))
    var lines: [Node] = []
    var labels: [Node] = []
    // A repeat's arrow and its count stand on the box.
    var taken = boxes.map { Box(x: $0.x, y: $0.y - 20, width: $0.width, height: $0.height + 20) }
    for (index, edge) in selection.edges.enumerated() {
      let isBack = layout.layerOf[edge.from] > layout.layerOf[edge.to]
      let width = 1.1 + 8.5 * Double(edge.count) / most
      let points = points(of: index, ports)
      let paint = isBack ? Palette.edgeBack : Palette.edge
      let head = 6 + width * 0.9
      let tip = points[points.count - 1]
      let isSame = layout.layerOf[edge.from] == layout.layerOf[edge.to]
      // Ways arrive horizontally: from the left, or, when they lead back, from the right.
      let from = Point(tip.x + (isBack || isSame ? head : -head), tip.y)
      var path = curve(points, isSame: isSame)
      path = shortened(path, to: Point(tip.x + (from.x - tip.x) * 0.97, tip.y))
      let share = selection.total > 0 ? Double(edge.count) / Double(selection.total) : 0
      lines.append(
        .group(
          Group(
            id: names.unique(
              "way-\(selection.places[edge.from].id)-\(selection.places[edge.to].id)"),
            roles: isBack ? "way back" : "way",
            facts: [
              "from": selection.places[edge.from].id, "to": selection.places[edge.to].id,
            ], tooltip: tooltip(edge, share),
            nodes: [
              .path(path, fill: nil, stroke: Stroke(paint, width: width)),
              .path(.arrowHead(at: tip, from: from, length: head), fill: paint, stroke: nil),
            ])))
      if let label = label(edge, path, isBack: isBack, &taken) { labels += label }
    }
    return (
      lines.reversed(),
      [.group(Group(id: names.unique("way-labels"), roles: "labels", nodes: labels))]
    )
  }

  private func tooltip(_ edge: GraphSelection.Edge, _ share: Double) -> String {
    let text = easel.strings(
      .edgeTooltip,
      [
        "from": selection.places[edge.from].name, "to": selection.places[edge.to].name,
        "count": easel.figures.count(edge.count), "share": easel.figures.share(share),
      ])
    guard let gap = edge.medianGapSeconds else { return text }
    return text + ", " + easel.strings(.edgeGap, ["time": easel.figures.duration(gap)])
  }

  // MARK: - Ports

  private struct Port: Hashable {
    var edge: Int
    var place: Int
  }

  /// Where each way touches its places: spread over the side, sorted by where the way leads.
  private func ports() -> [Port: Double] {
    var sides: [[[(edge: Int, towards: Double)]]] = Array(
      repeating: [[], []], count: boxes.count)
    for (index, chain) in layout.chains.enumerated() {
      guard let first = chain.first, let last = chain.last else { continue }
      if layout.items[first].layer == layout.items[last].layer {
        sides[first][1].append((index, layout.items[last].y))
        sides[last][1].append((index, layout.items[first].y))
      } else {
        sides[first][1].append((index, layout.items[chain[1]].y))
        sides[last][0].append((index, layout.items[chain[chain.count - 2]].y))
      }
    }
    var ports: [Port: Double] = [:]
    for place in boxes.indices {
      for side in sides[place] {
        let sorted = side.sorted { ($0.towards, $0.edge) < ($1.towards, $1.edge) }
        let box = boxes[place]
        let room = box.height - 16
        let step = min(room / Double(max(sorted.count, 1)), 15)
        let start = box.midY - step * Double(sorted.count - 1) / 2
        for (index, entry) in sorted.enumerated() {
          ports[Port(edge: entry.edge, place: place)] = start + step * Double(index)
        }
      }
    }
    return ports
  }

  /// From the place left to the place reached.
  private func points(of index: Int, _ ports: [Port: Double]) -> [Point] {
    let edge = selection.edges[index]
    let chain = layout.chains[index]
    func port(_ place: Int, isRight: Bool) -> Point {
      let box = boxes[place]
      return Point(
        isRight ? box.maxX : box.x, ports[Port(edge: index, place: place)] ?? box.midY)
    }
    let (first, last) = (chain[0], chain[chain.count - 1])
    if layout.layerOf[first] == layout.layerOf[last] {
      return [port(edge.from, isRight: true), port(edge.to, isRight: true)]
    }
    var points = [port(first, isRight: true)]
    for item in chain.dropFirst().dropLast() {
      let x = left + Double(layout.items[item].layer) * (placeWidth + layerGap)
      let y = top + layout.items[item].y
      points += [Point(x + placeWidth * 0.1, y), Point(x + placeWidth * 0.9, y)]
    }
    points.append(port(last, isRight: false))
    return edge.from == first ? points : points.reversed()
  }

  // MARK: - Curves

  private func curve(_ points: [Point], isSame: Bool) -> Path {
    var path = Path([.move(points[0])])
    if isSame, points.count == 2 {
      let reach = layerGap * 0.42
      path.elements.append(
        .curve(
          points[1], control1: Point(points[0].x + reach, points[0].y),
          control2: Point(points[1].x + reach, points[1].y)))
      return path
    }
    for (start, end) in zip(points, points.dropFirst()) {
      let middle = (start.x + end.x) / 2
      path.elements.append(
        .curve(end, control1: Point(middle, start.y), control2: Point(middle, end.y)))
    }
    return path
  }

  /// The path with its last point moved, so that a thick line does not show behind the arrow's tip.
  private func shortened(_ path: Path, to end: Point) -> Path {
    var path = path
    if case .curve(_, let control1, let control2) = path.elements[path.elements.count - 1] {
      path.elements[path.elements.count - 1] = .curve(
        end, control1: control1, control2: control2)
    }
    return path
  }

  /// The count on the way, at the first place along it that is free; none if all are taken.
  private func label(
    _ edge: GraphSelection.Edge, _ path: Path, isBack: Bool, _ taken: inout [Box]
  ) -> [Node]? {
    let text = easel.set(easel.figures.count(edge.count), Typography.small)
    let size = Size(text.width + 8, text.height + 1)
    var start: Point?
    for element in path.elements {
      defer {
        switch element {
        case .move(let point), .line(let point), .curve(let point, _, _): start = point
        case .close: break
        }
      }
      guard case .curve(let end, let control1, let control2) = element, let begin = start else {
        continue
      }
      for t in [0.5, 0.38, 0.62, 0.28, 0.72] {
        let s = 1 - t
        let point = Point(
          s * s * s * begin.x + 3 * s * s * t * control1.x + 3 * s * t * t * control2.x + t * t * t
            * end.x,
          s * s * s * begin.y + 3 * s * s * t * control1.y + 3 * s * t * t * control2.y + t * t * t
            * end.y)
        let box = Box(
          x: point.x - size.width / 2, y: point.y - size.height / 2, width: size.width,
          height: size.height)
        guard !taken.contains(where: { $0.overlaps(box) }) else { continue }
        taken.append(box)
        return [
          .box(box, radius: 7, Palette.surface),
          text.centred(at: point, isBack ? Palette.back : Palette.inkSoft),
        ]
      }
    }
    return nil
  }
}
