import Insight
import Picture
import Wording

/// The live numbers on a touchpoint's card: reach with a bar, its score, and whether it is clearly worse than the others.
struct TouchpointNumbers {
  private let reach: Double?
  private let reachText: SetText
  private let pills: PillRow

  private let width: Double

  init(_ reality: TouchpointReality, _ easel: Easel, width: Double) {
    let strings = easel.strings
    self.width = width
    reach = reality.reach
    let text = reality.reach.map { strings(.reachShort, ["share": easel.figures.share($0)]) }
    reachText = easel.set(
      text ?? strings(.neverSeen), Typography.smallStrong, width: width, lines: 1)
    var pills: [Pill] = []
    if let score = reality.scores.first, score.n > 0 {
      let printed = easel.figures.score(score)
      let label =
        printed.unit == "NPS" || printed.unit == "CSAT"
        ? printed.unit + " " + printed.value : printed.value + " " + printed.unit
      pills.append(
        Pill(
          text: easel.set(
            label + " · " + easel.figures.base(score.n), Typography.small, width: width - 14,
            lines: 1), ink: score.isLowBase ? Palette.warning : Palette.inkSoft,
          ground: Palette.surface))
    }
    if reality.isClearlyWorse {
      pills.append(
        Pill(
          text: easel.set(
            strings(.clearlyWorse), Typography.smallStrong, width: width - 28, lines: 1),
          ink: Palette.onStrong, ground: Palette.badStrong, icon: Icons.barrier))
    }
    self.pills = PillRow(pills, width: width)
  }

  var height: Double {
    reachText.height + (reach == nil ? 0 : 8) + (pills.height > 0 ? pills.height + 5 : 0)
  }

  func nodes(at origin: Point) -> [Node] {
    var nodes = [
      reachText.placed(
        at: origin, reach == nil ? Palette.inkSoft : Palette.blue.accent)
    ]
    var y = origin.y + reachText.height
    if let reach {
      nodes += Node.bar(
        Box(x: origin.x, y: y + 2, width: width, height: 5), share: reach, Palette.reach,
        track: Palette.surface)
      y += 8
    }
    nodes += pills.nodes(at: Point(origin.x, y + 5))
    return nodes
  }
}
