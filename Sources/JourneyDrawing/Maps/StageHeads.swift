import Insight
import JourneyModel
import Picture
import Wording

/// The heads of the stages as arrows, with the moves between them above and below.
struct StageHeads: MapSection {
  private struct Head {
    var stage: Stage
    var span: MapGeometry.Span
    var kicker: SetText
    var name: SetText
    var mindset: SetText
    var goal: SetText
    var frame: SetText
  }

  private let heads: [Head]
  private let flows: FlowBands
  private let easel: Easel
  private let geometry: MapGeometry
  private let arrowHeight: Double
  private let factsHeight: Double
  private let mindsetHeight: Double
  private let goalHeight: Double
  private let textIndent: Double
  private static let tip = 13.0
  private static let padding = 10.0
  private static let iconRoom = 20.0

  init(
    _ content: MapContent, _ easel: Easel, _ geometry: MapGeometry, _ options: MapDrawing.Options
  ) {
    self.easel = easel
    self.geometry = geometry
    let strings = easel.strings
    textIndent = options.isCompact ? 4 : Self.padding
    heads = zip(content.map.stages, geometry.stages).enumerated().map { index, pair in
      let (stage, span) = pair
      let inner = span.width - 2 * Self.tip - (options.isCompact ? 4 : 2 * Self.padding)
      let name = stage.name.isEmpty ? strings(.unnamed) : stage.name
      // A long word gets smaller letters before it is broken.
      let longest = name.split(separator: " ").map { easel.width(String($0), Typography.stage) }
        .max()
      let style = (longest ?? 0) > inner ? Typography.bodyStrong : Typography.stage
      let text = span.width - 2 * Self.padding
      let phase: DrawingPhrase? =
        switch stage.phase {
        case .before: .phaseBefore
        case .during: .phaseDuring
        case .after: .phaseAfter
        case nil: nil
        }
      let number = String(index + 1) + (phase.map { "  ·  " + strings($0).uppercased() } ?? "")
      let mindset = stage.mindset.isEmpty ? "" : strings(.quoted, ["text": stage.mindset])
      return Head(
        stage: stage, span: span,
        kicker: easel.set(number, Typography.kicker, width: inner),
        name: easel.set(name, style, width: inner),
        mindset: easel.set(mindset, Typography.quote, width: text),
        goal: easel.set(stage.goal, Typography.small, width: text - Self.iconRoom),
        frame: easel.set(
          stage.timeFrame.map { strings(.plannedFrame, ["frame": easel.figures.frame($0)]) } ?? "",
          Typography.small, width: text - Self.iconRoom))
    }
    arrowHeight = heads.reduce(46) { max($0, $1.kicker.height + $1.name.height + 18) }
    mindsetHeight = heads.reduce(0) { max($0, $1.mindset.height) }
    goalHeight = heads.reduce(0) { max($0, $1.goal.height) }
    let frameHeight = heads.reduce(0) { max($0, $1.frame.height) }
    factsHeight = [mindsetHeight, goalHeight, frameHeight].reduce(0) { $0 + ($1 > 0 ? $1 + 7 : 0) }
    flows = FlowBands(
      content, easel, geometry, threshold: options.flowThreshold,
      isDrawn: options.overlays.contains(.flows), arrowHeight: arrowHeight)
  }

  var height: Double { flows.above + arrowHeight + flows.below + 8 + factsHeight }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let top = y + flows.above
    var nodes = heads.enumerated().map { index, head in
      draw(head, top: top, isFirst: index == 0, isLast: index == heads.count - 1, &names)
    }
    nodes += flows.nodes(arrowTop: top, arrowBottom: top + arrowHeight, &names)
    return nodes
  }

  private func draw(
    _ head: Head, top: Double, isFirst: Bool, isLast: Bool, _ names: inout NameRegistry
  ) -> Node {
    let span = head.span
    let strings = easel.strings
    var nodes: [Node] = [
      .path(
        arrow(span, top: top, isFirst: isFirst, isLast: isLast), fill: head.stage.paint, stroke: nil
      )
    ]
    let textX = span.x + Self.tip + textIndent
    let textTop = top + (arrowHeight - head.kicker.height - head.name.height) / 2
    nodes.append(head.kicker.placed(at: Point(textX, textTop), Palette.onStrongSoft))
    nodes.append(
      head.name.placed(at: Point(textX, textTop + head.kicker.height), Palette.onStrong))

    var y = top + arrowHeight + flows.below + 8
    let x = span.x + Self.padding
    if mindsetHeight > 0 {
      if !head.mindset.isEmpty { nodes.append(head.mindset.placed(at: Point(x, y), Palette.ink)) }
      y += mindsetHeight + 7
    }
    if goalHeight > 0 {
      if !head.goal.isEmpty {
        nodes.append(.icon(Icons.goal, at: Point(x, y + 1), side: 13, head.stage.paint))
        nodes.append(head.goal.placed(at: Point(x + Self.iconRoom, y), Palette.inkSoft))
      }
      y += goalHeight + 7
    }
    if !head.frame.isEmpty {
      nodes.append(.icon(Icons.clock, at: Point(x, y + 1), side: 13, head.stage.paint))
      nodes.append(head.frame.placed(at: Point(x + Self.iconRoom, y), Palette.inkSoft))
    }
    return .group(
      Group(
        id: names.unique("stage-\(head.stage.id)"),
        label: strings(.stageLabel, ["name": head.stage.name]), roles: "stage",
        facts: ["stage": head.stage.id.rawValue], tooltip: tooltip(head.stage), isFocusable: true,
        nodes: nodes))
  }

  /// A wide arrow that points to the next stage.
  private func arrow(
    _ span: MapGeometry.Span, top: Double, isFirst: Bool, isLast: Bool
  ) -> Path {
    let bottom = top + arrowHeight
    let middle = top + arrowHeight / 2
    let right = isLast ? span.maxX : span.maxX + MapGeometry.stageGap - 4
    var path = Path([
      .move(Point(span.x + 5, top)), .line(Point(right - Self.tip, top)),
      .line(Point(right, middle)), .line(Point(right - Self.tip, bottom)),
      .line(Point(span.x + 5, bottom)),
    ])
    if isFirst {
      path.elements += [
        .curve(
          Point(span.x, bottom - 5), control1: Point(span.x + 2, bottom),
          control2: Point(span.x, bottom - 2)),
        .line(Point(span.x, top + 5)),
        .curve(
          Point(span.x + 5, top), control1: Point(span.x, top + 2), control2: Point(span.x + 2, top)
        ),
      ]
    } else {
      path.elements[0] = .move(Point(span.x, top))
      path.elements[4] = .line(Point(span.x, bottom))
      path.elements.append(.line(Point(span.x + Self.tip, middle)))
    }
    path.elements.append(.close)
    return path
  }

  private func tooltip(_ stage: Stage) -> String {
    let strings = easel.strings
    var lines = [stage.name]
    if !stage.goal.isEmpty { lines.append(strings(.goalIs, ["text": stage.goal])) }
    if !stage.entryRule.isEmpty { lines.append(strings(.entryIs, ["text": stage.entryRule])) }
    if !stage.exitRule.isEmpty { lines.append(strings(.exitIs, ["text": stage.exitRule])) }
    if !stage.businessAim.isEmpty { lines.append(strings(.aimIs, ["text": stage.businessAim])) }
    return lines.joined(separator: "\n")
  }
}

/// The names of steps, where a stage has several.
struct StepHeads: MapSection {
  private let texts: [(span: MapGeometry.Span, text: SetText, paint: Paint)]

  init?(_ content: MapContent, _ easel: Easel, _ geometry: MapGeometry) {
    guard content.map.stages.contains(where: { !$0.steps.isEmpty }) else { return nil }
    texts = zip(content.columns, geometry.columns).compactMap { column, span in
      let stage = content.map.stages[column.stage]
      if stage.steps.isEmpty { return nil }
      return (
        span, easel.set(column.step.name, Typography.smallStrong, width: span.width - 20),
        stage.paint
      )
    }
  }

  var height: Double { texts.reduce(16) { max($0, $1.text.height) } + 12 }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let parts = texts.flatMap { item -> [Node] in
      [
        .box(
          Box(x: item.span.x + 3, y: y, width: item.span.width - 6, height: height), radius: 6,
          Palette.sunken),
        .box(
          Box(x: item.span.x + 3, y: y + height - 2.5, width: item.span.width - 6, height: 2.5),
          radius: 1.25, item.paint),
        item.text.centred(at: Point(item.span.midX, y + height / 2 - 1), Palette.ink),
      ]
    }
    return [.group(Group(id: names.unique("steps"), roles: "steps", nodes: parts))]
  }
}
