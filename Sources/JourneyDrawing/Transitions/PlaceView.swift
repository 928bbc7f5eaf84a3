import Picture
import Wording

/// A place of a transition graph: its name, events, and how many journeys begin and end here.
struct PlaceView {
  private let place: FlowGraph.Place
  private let name: SetText
  private let events: SetText
  private let starts: SetText
  private let ends: SetText
  private let easel: Easel
  private let width: Double
  private let height: Double

  private static let loopRoom = 20.0
  private static let padding = 9.0
  /// Without red, which would say that something is wrong.
  private static let hues = [
    Palette.blue, Palette.teal, Palette.violet, Palette.amber, Palette.pink, Palette.green,
    Palette.indigo, Palette.orange, Palette.cyan, Palette.stone,
  ]

  init(_ place: FlowGraph.Place, most: Int, _ easel: Easel, width: Double) {
    self.place = place
    self.easel = easel
    self.width = width
    let strings = easel.strings
    let inner = width - 2 * Self.padding - 4
    name = easel.set(
      place.name.isEmpty ? strings(.unnamed) : place.name, Typography.smallStrong, width: inner)
    events = easel.set(
      strings.plural(.flowEvents, place.events, ["count": easel.figures.count(place.events)]),
      Typography.small, width: inner)
    func edge(_ phrase: DrawingPhrase, _ count: Int) -> SetText {
      easel.set(
        count > 0 ? strings(phrase) + " " + easel.figures.count(count) : "", Typography.small,
        width: inner - 14)
    }
    starts = edge(.flowStart, place.starts)
    ends = edge(.flowEnd, place.ends)
    let text = [name, events, starts, ends].reduce(0) { $0 + $1.height }
    let share = most > 0 ? (Double(max(place.events, 0)) / Double(most)).squareRoot() : 0
    height = max(text + 2 * Self.padding, 40 + 56 * share)
  }

  /// Its height with the room for a repeat's arrow above it.
  var outerHeight: Double { height + Self.loopRoom }

  func box(x: Double, middle: Double) -> Box {
    Box(x: x, y: middle - outerHeight / 2 + Self.loopRoom, width: width, height: height)
  }

  func node(in box: Box, selfCount: Int, _ names: inout NameRegistry) -> Node {
    let hue = place.group.map { Self.hues[abs($0 % Self.hues.count)] } ?? Palette.slate
    var nodes: [Node] = []
    if selfCount > 0 {
      let y = box.y
      nodes.append(
        .path(
          Path([
            .move(Point(box.x + 18, y)),
            .curve(
              Point(box.x + 38, y - 4), control1: Point(box.x + 12, y - 21),
              control2: Point(box.x + 44, y - 21)),
          ]), fill: nil, stroke: Stroke(Palette.loop, width: 1.6)))
      nodes.append(
        .path(
          .arrowHead(at: Point(box.x + 37, y), from: Point(box.x + 40, y - 10), length: 7),
          fill: Palette.loop, stroke: nil))
      let text = easel.set(easel.figures.count(selfCount), Typography.small)
      nodes.append(text.centred(at: Point(box.x + 48, y - 9), Palette.loop, .leading))
    }
    nodes.append(.box(box, radius: 9, hue.tint, stroke: Stroke(hue.accent, width: 1)))
    nodes.append(
      .box(
        Box(x: box.x, y: box.y + 9, width: 4, height: box.height - 18), radius: 2, hue.accent))
    let textHeight = [name, events, starts, ends].reduce(0) { $0 + $1.height }
    var y = box.midY - textHeight / 2
    let x = box.x + Self.padding + 4
    nodes.append(name.placed(at: Point(x, y), Palette.ink))
    y += name.height
    nodes.append(events.placed(at: Point(x, y), Palette.inkSoft))
    y += events.height
    if !starts.isEmpty {
      nodes.append(
        .path(
          .lines(
            Point(x, y + 3.5), Point(x + 8, y + 7.5), Point(x, y + 11.5), closed: true),
          fill: Palette.good, stroke: nil))
      nodes.append(starts.placed(at: Point(x + 13, y), Palette.good))
      y += starts.height
    }
    if !ends.isEmpty {
      nodes.append(.box(Box(x: x, y: y + 4, width: 7.5, height: 7.5), radius: 1.5, Palette.bad))
      nodes.append(ends.placed(at: Point(x + 13, y), Palette.bad))
    }
    return .group(
      Group(
        id: names.unique("place-\(place.id)"), label: place.name, roles: "place",
        facts: ["place": place.id],
        tooltip: selfCount > 0
          ? easel.strings(
            .selfTooltip, ["from": place.name, "count": easel.figures.count(selfCount)]) : nil,
        isFocusable: true, nodes: nodes))
  }
}
