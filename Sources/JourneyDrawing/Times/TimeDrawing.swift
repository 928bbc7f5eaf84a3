import Foundation
public import JourneyModel
public import Picture
import Wording

/// Time against plan: how long visits last, beside the frame that was planned for them.
public struct TimeChart: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    public var name: String
    public var frame: TimeFrame?
    public var visits: Int
    public var open: Int
    public var medianSeconds: Double?
    public var p90Seconds: Double?
    public var beyondFrameShare: Double?
    /// For the browser.
    public var stage: String?
    public init(
      name: String, frame: TimeFrame? = nil, visits: Int = 0, open: Int = 0,
      medianSeconds: Double? = nil, p90Seconds: Double? = nil, beyondFrameShare: Double? = nil,
      stage: String? = nil
    ) {
      self.name = name
      self.frame = frame
      self.visits = visits
      self.open = open
      self.medianSeconds = medianSeconds
      self.p90Seconds = p90Seconds
      self.beyondFrameShare = beyondFrameShare
      self.stage = stage
    }
  }
  public var title: String
  public var rows: [Row]
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }
}

/// Draws median, p90 and planned frame of each row on one scale, on which equal steps are equal ratios.
public struct TimeDrawing: Sendable {
  public var width: Double
  private let easel: Easel

  private static let margin = 24.0

  public init(
    measurer: any TextMeasuring, width: Double = 960, figures: Figures = Figures()
  ) {
    self.width = max(width, 400)
    easel = Easel(measurer: measurer, figures: figures)
  }

  public func scene(_ chart: TimeChart) -> Scene {
    var names = NameRegistry()
    let strings = easel.strings
    let head = ChartHead(
      chart.title, strings(.timeRuleChart), easel, width: width - 2 * Self.margin)
    var nodes = head.nodes(at: Point(Self.margin, Self.margin))
    var y = Self.margin + head.height + 18
    guard let scale = TimeScale(chart) else {
      let text = easel.set(
        strings(chart.rows.isEmpty ? .noSteps : .noJourneys), Typography.body,
        width: width - 2 * Self.margin)
      nodes.append(text.placed(at: Point(Self.margin, y), Palette.inkSoft))
      return scene(chart, nodes, bottom: y + text.height)
    }
    let labelWidth = min(190, width * 0.28)
    let figureWidth = min(180, width * 0.26)
    let track = Box(
      x: Self.margin + labelWidth, y: 0, width: width - 2 * Self.margin - labelWidth - figureWidth,
      height: 14)
    let axisTop = y
    y += 20
    let rows = chart.rows.map { row in
      TimeRow(row, easel, labelWidth: labelWidth - 14, figureWidth: figureWidth - 16)
    }
    let bottom = rows.reduce(y) { $0 + $1.height + 12 }
    // Ticks stand only where their labels do not meet.
    var lastEnd = -Double.infinity
    for tick in scale.ticks {
      let x = track.x + track.width * scale.place(tick)
      let text = easel.set(easel.figures.duration(tick), Typography.small)
      guard x - text.width / 2 > lastEnd + 8 else { continue }
      lastEnd = x + text.width / 2
      nodes.append(.line(Point(x, axisTop + 16), Point(x, bottom - 8), Palette.lineSoft))
      nodes.append(text.placed(at: Point(x, axisTop), Palette.inkFaint, .centre))
    }
    for (index, row) in rows.enumerated() {
      let box = Box(x: track.x, y: y, width: track.width, height: row.height)
      nodes.append(row.node(in: box, scale, margin: Self.margin, index: index, &names))
      y += row.height + 12
    }
    return scene(chart, nodes, bottom: y - 6)
  }

  private func scene(_ chart: TimeChart, _ nodes: [Node], bottom: Double) -> Scene {
    Scene(
      size: Size(width, bottom + Self.margin), title: chart.title,
      summary: easel.strings(.timeRuleChart), background: Palette.surface, nodes: nodes)
  }
}

/// A logarithmic scale of time over all rows.
private struct TimeScale {
  private let low: Double
  private let high: Double

  /// Nil if no row has a time.
  init?(_ chart: TimeChart) {
    let times = chart.rows.flatMap { row in
      [row.medianSeconds, row.p90Seconds, row.frame?.minimumSeconds, row.frame?.maximumSeconds]
    }.compactMap { $0 }.filter { $0 > 0 && $0.isFinite }
    guard let least = times.min(), let most = times.max() else { return nil }
    low = max(least / 1.6, 0.1)
    high = max(most * 1.6, low * 10)
  }

  /// 0…1; times below the scale stand at its beginning.
  func place(_ seconds: Double) -> Double {
    guard seconds > low else { return 0 }
    return min(log(seconds / low) / log(high / low), 1)
  }

  var ticks: [Double] {
    [
      1, 10, 60, 600, 3_600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000, 315_360_000,
    ].filter { $0 > low && $0 < high }
  }
}

private struct TimeRow {
  private let row: TimeChart.Row
  private let name: SetText
  private let frame: SetText
  private let median: SetText
  private let detail: SetText

  init(_ row: TimeChart.Row, _ easel: Easel, labelWidth: Double, figureWidth: Double) {
    self.row = row
    let strings = easel.strings
    name = easel.set(
      row.name.isEmpty ? strings(.unnamed) : row.name, Typography.bodyStrong, width: labelWidth)
    frame = easel.set(
      row.frame.map { strings(.plannedFrame, ["frame": easel.figures.frame($0)]) } ?? "",
      Typography.small, width: labelWidth)
    median = easel.set(
      row.medianSeconds.map(easel.figures.duration)
        ?? strings(row.open > 0 ? .onlyOpenVisits : .noData),
      row.medianSeconds == nil ? Typography.small : Typography.figureSmall, width: figureWidth)
    let parts = [
      row.p90Seconds.map { strings(.tail, ["time": easel.figures.duration($0)]) },
      row.beyondFrameShare.flatMap {
        $0 > 0 ? strings(.beyondFrame, ["share": easel.figures.share($0)]) : nil
      },
    ].compactMap { $0 }
    detail = easel.set(parts.joined(separator: " · "), Typography.small, width: figureWidth)
  }

  var height: Double {
    max(name.height + frame.height, median.height + detail.height, 26)
  }

  func node(
    in box: Box, _ scale: TimeScale, margin: Double, index: Int, _ names: inout NameRegistry
  ) -> Node {
    func x(_ seconds: Double) -> Double { box.x + box.width * scale.place(seconds) }
    let isLate =
      row.medianSeconds.flatMap { median in row.frame.map { median > $0.maximumSeconds } } ?? false
    let labelTop = box.midY - (name.height + frame.height) / 2
    var nodes: [Node] = [
      name.placed(at: Point(margin, labelTop), Palette.ink),
      frame.placed(at: Point(margin, labelTop + name.height), Palette.inkFaint),
      .box(
        Box(x: box.x, y: box.midY - 2, width: box.width, height: 4), radius: 2, Palette.sunken),
    ]
    if let frame = row.frame, frame.maximumSeconds > 0 {
      let left = x(min(frame.minimumSeconds, frame.maximumSeconds))
      nodes.append(
        .box(
          Box(
            x: left, y: box.midY - 9, width: max(x(frame.maximumSeconds) - left, 4), height: 18),
          radius: 5, Palette.teal.tint, stroke: Stroke(Palette.advance, width: 1)))
    }
    if let median = row.medianSeconds {
      if let tail = row.p90Seconds {
        nodes.append(
          .line(
            Point(x(median), box.midY), Point(x(tail), box.midY),
            isLate ? Palette.warning : Palette.inkSoft, width: 2.5))
        nodes.append(
          .line(
            Point(x(tail), box.midY - 6), Point(x(tail), box.midY + 6),
            isLate ? Palette.warning : Palette.inkSoft, width: 2))
      }
      nodes.append(
        .circle(
          Point(x(median), box.midY), 5.5, isLate ? Palette.warning : Palette.ink,
          stroke: Stroke(Palette.surface, width: 1.5)))
    }
    let figureX = box.maxX + 16
    let figureTop = box.midY - (median.height + detail.height) / 2
    nodes.append(
      median.placed(
        at: Point(figureX, figureTop),
        row.medianSeconds == nil ? Palette.inkFaint : isLate ? Palette.warning : Palette.ink))
    nodes.append(
      detail.placed(at: Point(figureX, figureTop + median.height), Palette.inkSoft))
    return .group(
      Group(
        id: names.unique("time-\(index + 1)"), label: row.name, roles: "time",
        facts: row.stage.map { ["stage": $0] } ?? [:], nodes: nodes))
  }
}
