public import Picture
import Wording

/// Draws a funnel: a bar for each step, with its share of the first and of the step before, and the loss between.
public struct FunnelDrawing: Sendable {
  /// In points.
  public var width: Double
  private let easel: Easel

  private static let margin = 24.0
  private static let barHeight = 38.0

  public init(
    measurer: any TextMeasuring, width: Double = 960, figures: Figures = Figures()
  ) {
    self.width = max(width, 360)
    easel = Easel(measurer: measurer, figures: figures)
  }

  public func scene(_ chart: FunnelChart) -> Scene {
    var names = NameRegistry()
    let head = ChartHead(chart.title, rule(chart), easel, width: width - 2 * Self.margin)
    var nodes = head.nodes(at: Point(Self.margin, Self.margin))
    var y = Self.margin + head.height + 16
    let strings = easel.strings
    let first = chart.steps.first?.reached ?? 0
    guard chart.steps.count > 0, first > 0 || chart.steps.contains(where: { $0.reached > 0 }) else {
      let text = easel.set(
        strings(chart.steps.isEmpty ? .noSteps : .noJourneys), Typography.body,
        width: width - 2 * Self.margin)
      nodes.append(text.placed(at: Point(Self.margin, y), Palette.inkSoft))
      return finished(chart, nodes, y + text.height, cuts: [])
    }

    let isNarrow = width < 640
    let labelWidth = isNarrow ? 0 : min(220, width * 0.24)
    let figureWidth = isNarrow ? 0 : 210.0
    let left = Self.margin + labelWidth
    let room = width - Self.margin - figureWidth - left
    let most = Double(max(chart.steps.map(\.reached).max() ?? 1, 1))
    var cuts: [Double] = []
    for (index, step) in chart.steps.enumerated() {
      let label = easel.set(
        "\(index + 1)  " + (step.name.isEmpty ? strings(.unnamed) : step.name),
        Typography.bodyStrong, width: isNarrow ? width - 2 * Self.margin : labelWidth - 16)
      var parts: [Node] = []
      if isNarrow {
        parts.append(label.placed(at: Point(Self.margin, y), Palette.ink))
        y += label.height + 1
        let shares = easel.set(
          shares(index, chart).joined(separator: " · "), Typography.small,
          width: width - 2 * Self.margin)
        parts.append(shares.placed(at: Point(Self.margin, y), Palette.inkSoft))
        y += shares.height + 4
      }
      let height = isNarrow ? Self.barHeight : max(Self.barHeight, label.height + 6)
      if !isNarrow {
        parts.append(label.centred(at: Point(Self.margin, y + height / 2), Palette.ink, .leading))
      }
      let barWidth = room * Double(step.reached) / most
      // A step that anyone reached is seen; one that nobody reached has no bar.
      let bar = Box(x: left, y: y, width: step.reached > 0 ? max(barWidth, 2) : 0, height: height)
      parts.append(.box(Box(x: left, y: y, width: room, height: height), radius: 7, Palette.sunken))
      if bar.width > 0 {
        parts.append(.box(bar, radius: min(7, bar.width / 2), Palette.before))
      }
      parts.append(count(step, bar: bar))
      if !isNarrow {
        parts += figures(
          index, chart, at: Point(width - Self.margin - figureWidth + 14, y + height / 2))
      }
      nodes.append(group(step, index, parts, &names))
      y += height
      if index + 1 < chart.steps.count {
        nodes += loss(step, chart.steps[index + 1], bar: bar, room: room, most: most, y: y)
        y += 34
        cuts.append(y)
      }
    }
    return finished(chart, nodes, y, cuts: cuts)
  }

  private func group(
    _ step: FunnelChart.Step, _ index: Int, _ parts: [Node], _ names: inout NameRegistry
  ) -> Node {
    var facts = ["step": String(index + 1)]
    if let stage = step.stage { facts["stage"] = stage }
    return .group(
      Group(
        id: names.unique("funnel-\(index + 1)"),
        label: step.name + ": " + easel.figures.count(step.reached), roles: "step", facts: facts,
        isFocusable: true, nodes: parts))
  }

  /// The count on the bar, or beside it where the bar is short.
  private func count(_ step: FunnelChart.Step, bar: Box) -> Node {
    let text = easel.set(easel.figures.count(step.reached), Typography.figureSmall)
    let fits = text.width + 20 <= bar.width
    return text.centred(
      at: Point(fits ? bar.x + 12 : bar.maxX + 8, bar.midY),
      fits ? Palette.onStrong : Palette.ink, .leading)
  }

  /// The share of the step before, then of the first; none for the first itself.
  private func shares(_ index: Int, _ chart: FunnelChart) -> [String] {
    guard index > 0 else { return [] }
    let reached = chart.steps[index].reached
    func line(_ total: Int, _ phrase: DrawingPhrase) -> String? {
      total > 0
        ? easel.figures.share(Double(reached) / Double(total)) + " " + easel.strings(phrase) : nil
    }
    return [
      line(chart.steps[index - 1].reached, .ofPrevious), line(chart.steps[0].reached, .ofFirst),
    ].compactMap { $0 }
  }

  private func figures(_ index: Int, _ chart: FunnelChart, at place: Point) -> [Node] {
    let room = width - Self.margin - place.x
    let texts = shares(index, chart).enumerated().map { index, text in
      easel.set(text, index == 0 ? Typography.smallStrong : Typography.small, width: room)
    }
    var y = place.y - texts.reduce(0) { $0 + $1.height } / 2
    var nodes: [Node] = []
    for (index, text) in texts.enumerated() {
      nodes.append(
        text.placed(at: Point(place.x, y), index == 0 ? Palette.ink : Palette.inkSoft))
      y += text.height
    }
    return nodes
  }

  /// A slope from one bar to the next, with what was lost on the way.
  private func loss(
    _ step: FunnelChart.Step, _ next: FunnelChart.Step, bar: Box, room: Double, most: Double,
    y: Double
  ) -> [Node] {
    let nextWidth = max(room * Double(next.reached) / most, 2)
    var nodes: [Node] = [
      .path(
        .lines(
          Point(bar.x, y + 3), Point(bar.maxX, y + 3), Point(bar.x + nextWidth, y + 31),
          Point(bar.x, y + 31), closed: true), fill: Palette.blue.tint, stroke: nil)
    ]
    let lost = step.reached - next.reached
    guard lost > 0, step.reached > 0 else { return nodes }
    let text = easel.set(
      easel.strings(
        .lostHere,
        [
          "count": easel.figures.count(lost),
          "share": easel.figures.share(Double(lost) / Double(step.reached)),
        ]), Typography.small)
    let pill = Pill(text: text, ink: Palette.bad, ground: Palette.badTint)
    let wanted = bar.x + nextWidth + 10
    nodes += pill.nodes(
      x: max(min(wanted, width - Self.margin - pill.width), bar.x), middle: y + 17)
    return nodes
  }

  private func rule(_ chart: FunnelChart) -> String {
    let strings = easel.strings
    switch chart.rule {
    case .stagesInOrder: return strings(.funnelRuleMap)
    case .events(let mode, let entry, let window):
      let modePhrase: DrawingPhrase =
        switch mode {
        case .ordered: .modeOrdered
        case .strict: .modeStrict
        case .any: .modeAny
        }
      let entryPhrase: DrawingPhrase =
        mode != .ordered ? .entryNone : entry == .best ? .entryBest : .entryFirst
      return strings(
        .funnelRuleEvents,
        [
          "mode": strings(modePhrase), "entry": strings(entryPhrase),
          "window": window.map { strings(.windowOf, ["time": easel.figures.duration($0)]) }
            ?? strings(.windowNone),
        ])
    }
  }

  private func finished(
    _ chart: FunnelChart, _ nodes: [Node], _ bottom: Double, cuts: [Double]
  ) -> Scene {
    let first = chart.steps.first.map { easel.figures.count($0.reached) } ?? "0"
    let last = chart.steps.last.map { easel.figures.count($0.reached) } ?? "0"
    return Scene(
      size: Size(width, bottom + Self.margin), title: chart.title,
      summary: easel.strings.plural(
        .funnelSummary, chart.steps.count,
        ["count": easel.figures.count(chart.steps.count), "first": first, "last": last]),
      background: Palette.surface, nodes: nodes, pageBreaks: PageBreaks(rows: cuts))
  }
}
