import Insight
import JourneyModel
import Picture
import Wording

/// What really happened in each stage: reach, loss, time against plan, satisfaction.
struct NumbersStrip: MapSection {
  /// One measure across the stages.
  private struct Row {
    var id: String
    var label: SetText
    var rule: SetText
    var cells: [any NumberCell]
    var height: Double
  }

  private let rows: [Row]
  private let notice: SetText?
  private let content: MapContent
  private let easel: Easel
  private let geometry: MapGeometry
  private static let padding = 12.0

  init(_ content: MapContent, _ easel: Easel, _ geometry: MapGeometry) {
    self.content = content
    self.easel = easel
    self.geometry = geometry
    let strings = easel.strings
    let readings = content.map.stages.map { content.stageReality[$0.id] }
    let width = (geometry.stages.map(\.width).min() ?? 0) - 2 * Self.padding
    func row(
      _ id: String, _ label: DrawingPhrase, _ rule: String, _ cells: [any NumberCell]
    ) -> Row {
      let labelText = easel.set(
        strings(label), Typography.bodyStrong, width: geometry.labelWidth - 24)
      let ruleText = easel.set(rule, Typography.small, width: geometry.labelWidth - 24)
      let height = cells.reduce(labelText.height + ruleText.height) { max($0, $1.height) }
      return Row(id: id, label: labelText, rule: ruleText, cells: cells, height: height)
    }
    var rows: [Row] = []
    if content.hasEvents, let reality = content.reality {
      rows.append(
        row(
          "reach", .reach,
          strings(.reachRule, ["customers": easel.figures.count(reality.boundCustomers)]),
          Self.alike { isStacked in
            readings.map { reading in
              ShareCell(
                share: reading?.reach,
                detail: reading.map {
                  strings(
                    .countOf,
                    [
                      "count": easel.figures.count($0.customers),
                      "total": easel.figures.count(reality.boundCustomers),
                    ])
                }, paint: Palette.reach, ink: Palette.ink, missing: strings(.noData),
                isStacked: isStacked, easel, width)
            }
          }))
      let last = content.map.stages.count - 1
      rows.append(
        row(
          "loss", .loss, strings(.lossRule),
          Self.alike { isStacked in
            readings.enumerated().map { index, reading in
              ShareCell(
                share: reading?.loss,
                detail: reading?.lostCustomers.map {
                  strings.plural(.customersLost, $0, ["count": easel.figures.count($0)])
                }, paint: Palette.loss, ink: Palette.bad,
                missing: strings(index == last ? .lastStage : .noData), isStacked: isStacked,
                easel, width)
            }
          }))
      rows.append(
        row(
          "time", .time, strings(.timeRule),
          zip(content.map.stages, readings).map { stage, reading in
            TimeCell(reading?.time, frame: stage.timeFrame, easel, width)
          }))
    }
    if content.hasEvents || readings.contains(where: { !($0?.scores.isEmpty ?? true) }) {
      rows.append(
        row(
          "score", .satisfaction, strings(.satisfactionRule),
          readings.map { ScoreCell($0?.scores.first, easel, width) }))
    }
    self.rows = rows
    notice =
      content.hasEvents
      ? nil
      : easel.set(
        strings(.noEventsYet), Typography.body,
        width: min(geometry.right - geometry.left - 60, 720))
  }

  /// Cells of one row look alike: if one has no room beside its figure, all stack.
  private static func alike(_ cells: (_ isStacked: Bool) -> [ShareCell]) -> [any NumberCell] {
    let beside = cells(false)
    return beside.allSatisfy(\.isBeside) ? beside : cells(true)
  }

  private var noticeHeight: Double { notice.map { $0.height + 26 } ?? 0 }

  var height: Double {
    rows.reduce(noticeHeight) { $0 + $1.height + 2 * Self.rowPadding }
  }

  private static let rowPadding = 9.0

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let box = Box(
      x: geometry.margin, y: y, width: geometry.right - geometry.margin, height: height)
    var nodes: [Node] = [
      .box(box, radius: 12, Palette.surface, stroke: Stroke(Palette.lineSoft))
    ]
    for cut in geometry.cuts where notice == nil || !rows.isEmpty {
      nodes.append(
        .line(
          Point(cut, y + noticeHeight + 10), Point(cut, box.maxY - 10), Palette.lineSoft))
    }
    var top = y
    if let notice {
      nodes.append(
        .icon(
          Icons.metric, at: Point(geometry.left + 8, y + noticeHeight / 2 - 8), side: 16,
          Palette.inkFaint))
      nodes.append(
        notice.centred(
          at: Point(geometry.left + 34, y + noticeHeight / 2), Palette.inkSoft, .leading))
      top += noticeHeight
    }
    for (index, row) in rows.enumerated() {
      if index > 0 || notice != nil {
        nodes.append(
          .line(
            Point(box.x + 12, top), Point(box.maxX - 12, top), Palette.lineSoft))
      }
      nodes += draw(row, top: top + Self.rowPadding, &names)
      top += row.height + 2 * Self.rowPadding
    }
    return [
      .overlay(
        .numbers, id: names.unique("numbers"), label: easel.strings(.numbersLabel), nodes)
    ]
  }

  private func draw(_ row: Row, top: Double, _ names: inout NameRegistry) -> [Node] {
    let x = geometry.margin + 14
    let labelTop = top + (row.height - row.label.height - row.rule.height) / 2
    var nodes = [
      row.label.placed(at: Point(x, labelTop), Palette.ink),
      row.rule.placed(at: Point(x, labelTop + row.label.height), Palette.inkFaint),
    ]
    for (index, cell) in row.cells.enumerated() {
      let span = geometry.stages[index]
      let box = Box(
        x: span.x + Self.padding, y: top + (row.height - cell.height) / 2,
        width: span.width - 2 * Self.padding, height: cell.height)
      let stage = content.map.stages[index]
      nodes.append(
        .group(
          Group(
            id: names.unique("number-\(row.id)-\(stage.id)"), roles: "number",
            facts: ["stage": stage.id.rawValue, "measure": row.id], nodes: cell.nodes(in: box))))
    }
    return nodes
  }
}
