import Picture

extension Node {
  static func box(
    _ box: Box, radius: Double = 0, _ fill: Paint?, stroke: Stroke? = nil
  ) -> Node {
    .rectangle(box, radius: radius, fill: fill, stroke: stroke)
  }

  static func circle(
    _ centre: Point, _ radius: Double, _ fill: Paint?, stroke: Stroke? = nil
  ) -> Node {
    .ellipse(
      Box(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius),
      fill: fill, stroke: stroke)
  }

  static func line(
    _ from: Point, _ to: Point, _ paint: Paint, width: Double = 1, dash: [Double] = [],
    roundCaps: Bool = false
  ) -> Node {
    .path(
      .lines(from, to), fill: nil,
      stroke: Stroke(paint, width: width, dash: dash, roundCaps: roundCaps))
  }

  static func icon(
    _ icon: IconShape, at origin: Point, side: Double, _ paint: Paint, width: Double = 1.3
  ) -> Node {
    .path(
      icon.placed(at: origin, side: side), fill: nil,
      stroke: Stroke(paint, width: width, roundCaps: true))
  }

  /// A track with a filled part, for shares.
  static func bar(
    _ box: Box, share: Double, _ paint: Paint, track: Paint = Palette.sunken
  ) -> [Node] {
    let filled = box.width * min(max(share, 0), 1)
    var nodes: [Node] = [.box(box, radius: box.height / 2, track)]
    if filled > 0 {
      // Never narrower than a dot, so that a small share is seen to be there.
      nodes.append(
        .box(
          Box(x: box.x, y: box.y, width: max(filled, box.height), height: box.height),
          radius: box.height / 2, paint))
    }
    return nodes
  }

  static func overlay(
    _ overlay: MapDrawing.Overlay, id: String? = nil, label: String? = nil, _ nodes: [Node]
  ) -> Node {
    .group(
      Group(
        id: id, label: label, roles: "overlay", facts: ["overlay": overlay.rawValue], nodes: nodes))
  }
}

/// A small rounded label.
struct Pill {
  var text: SetText
  var ink: Paint
  var ground: Paint?
  var stroke: Stroke?
  var icon: IconShape?
  var padding = 7.0

  static let height = 18.0
  private var iconRoom: Double { icon == nil ? 0 : 14 }

  var width: Double { text.width + 2 * padding + iconRoom }

  /// Its nodes with the left edge and the middle height given.
  func nodes(x: Double, middle: Double) -> [Node] {
    let height = max(Self.height, text.height + 3)
    var nodes: [Node] = []
    if ground != nil || stroke != nil {
      nodes.append(
        .box(
          Box(x: x, y: middle - height / 2, width: width, height: height), radius: height / 2,
          ground, stroke: stroke))
    }
    if let icon {
      nodes.append(
        .icon(icon, at: Point(x + padding - 1, middle - 5.5), side: 11, ink, width: 1.4))
    }
    nodes.append(
      text.centred(at: Point(x + padding + iconRoom, middle), ink, .leading))
    return nodes
  }
}

/// Pills set side by side, in as many rows as the width asks for.
struct PillRow {
  private var places: [(pill: Pill, x: Double, row: Int)] = []
  private let rowHeight = 22.0

  init(_ pills: [Pill], width: Double) {
    var (x, row) = (0.0, 0)
    for pill in pills {
      if x > 0, x + pill.width > width { (x, row) = (0, row + 1) }
      places.append((pill, x, row))
      x += pill.width + 5
    }
  }

  var height: Double { places.isEmpty ? 0 : Double((places.last?.row ?? 0) + 1) * rowHeight - 4 }

  func nodes(at origin: Point) -> [Node] {
    places.flatMap { place in
      place.pill.nodes(
        x: origin.x + place.x,
        middle: origin.y + Double(place.row) * rowHeight + Pill.height / 2)
    }
  }
}
