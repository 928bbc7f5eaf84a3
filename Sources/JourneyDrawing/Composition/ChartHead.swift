import Picture
import Wording

/// The title of a chart and the rule by which it counts.
struct ChartHead {
  private let title: SetText
  private let rule: SetText

  init(_ title: String, _ rule: String, _ easel: Easel, width: Double) {
    self.title = easel.set(
      title.isEmpty ? easel.strings(.unnamed) : title, Typography.heading, width: width)
    self.rule = easel.set(rule, Typography.small, width: width)
  }

  var height: Double { title.height + 3 + rule.height }

  func nodes(at origin: Point) -> [Node] {
    var nodes = [title.placed(at: origin, Palette.ink)]
    if !rule.isEmpty {
      nodes.append(
        rule.placed(at: Point(origin.x, origin.y + title.height + 3), Palette.inkFaint))
    }
    return nodes
  }
}
