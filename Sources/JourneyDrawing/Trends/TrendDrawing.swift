public import Picture
import Wording

/// A number over time, ready to be drawn.
public struct TrendChart: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var period: String
    /// Nil = not measured: a gap.
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public init(period: String, value: Double?, low: Double? = nil, high: Double? = nil) {
      self.period = period
      self.value = value
      self.low = low
      self.high = high
    }
  }

  public enum Unit: String, Sendable, Hashable { case share, count, score }

  public var title: String
  public var unit: Unit
  public var points: [Point]
  public init(title: String, unit: Unit, points: [Point]) {
    self.title = title
    self.unit = unit
    self.points = points
  }
}

/// Draws a small trend with its interval as a band, the last value printed.
public struct TrendDrawing: Sendable {
  public var size: Size
  private let easel: Easel

  public init(
    measurer: any TextMeasuring, size: Size = Size(260, 92), figures: Figures = Figures()
  ) {
    self.size = Size(max(size.width, 160), max(size.height, 80))
    easel = Easel(measurer: measurer, figures: figures)
  }

  public func scene(_ chart: TrendChart) -> Scene {
    let margin = 10.0
    let last = chart.points.last { $0.value != nil }
    let figure = easel.set(
      last?.value.map { text($0, chart.unit) } ?? easel.strings(.noData),
      last == nil ? Typography.small : Typography.figureSmall)
    let title = easel.set(
      chart.title, Typography.small, width: size.width - 2 * margin - figure.width - 8, lines: 1)
    let period = easel.set(
      [chart.points.first?.period, chart.points.last?.period].compactMap { $0 }
        .joined(separator: " – "), Typography.small, width: size.width - 2 * margin, lines: 1)
    let plot = Box(
      x: margin, y: margin + figure.height + 5, width: size.width - 2 * margin,
      height: size.height - 2 * margin - figure.height - period.height - 9)
    var nodes = [
      title.placed(at: Picture.Point(margin, margin), Palette.inkSoft),
      figure.placed(
        at: Picture.Point(size.width - margin, margin),
        last == nil ? Palette.inkFaint : Palette.ink,
        .trailing),
      period.placed(at: Picture.Point(margin, plot.maxY + 4), Palette.inkFaint),
    ]
    let known = chart.points.flatMap { [$0.value, $0.low, $0.high] }.compactMap { $0 }
    if let least = known.min(), let most = known.max() {
      nodes += lines(chart, in: plot, least: least, most: most)
    }
    return Scene(
      size: size, title: chart.title,
      summary: easel.strings.plural(
        .trendSummary, chart.points.count,
        [
          "name": chart.title, "count": easel.figures.count(chart.points.count),
          "first": chart.points.first { $0.value != nil }?.value.map { text($0, chart.unit) }
            ?? "–",
          "last": last?.value.map { text($0, chart.unit) } ?? "–",
        ]), background: Palette.surface, nodes: nodes)
  }

  private func lines(
    _ chart: TrendChart, in plot: Box, least: Double, most: Double
  ) -> [Node] {
    let span = most - least
    let count = chart.points.count
    func x(_ index: Int) -> Double {
      count > 1 ? plot.x + plot.width * Double(index) / Double(count - 1) : plot.midX
    }
    func y(_ value: Double) -> Double {
      span > 0 ? plot.maxY - plot.height * (value - least) / span : plot.midY
    }
    var nodes: [Node] = []
    var run: [(index: Int, point: TrendChart.Point)] = []
    func finish() {
      let spots = run.compactMap { entry in
        entry.point.value.map { Picture.Point(x(entry.index), y($0)) }
      }
      let upper = run.compactMap { entry in
        entry.point.high.map { Picture.Point(x(entry.index), y($0)) }
      }
      let lower = run.compactMap { entry in
        entry.point.low.map { Picture.Point(x(entry.index), y($0)) }
      }
      if upper.count == run.count, lower.count == run.count, run.count > 1 {
        var band = Path([.move(upper[0])])
        band.elements += (upper.dropFirst() + lower.reversed()).map { .line($0) } + [.close]
        nodes.append(.path(band, fill: Palette.teal.tint, stroke: nil))
      }
      if spots.count > 1 {
        nodes.append(
          .path(
            Path([.move(spots[0])] + spots.dropFirst().map { .line($0) }), fill: nil,
            stroke: Stroke(Palette.measured, width: 2, roundCaps: true)))
      }
      nodes += spots.map { .circle($0, 2.5, Palette.measured) }
      run = []
    }
    for (index, point) in chart.points.enumerated() {
      if point.value == nil { finish() } else { run.append((index, point)) }
    }
    finish()
    return nodes
  }

  private func text(_ value: Double, _ unit: TrendChart.Unit) -> String {
    switch unit {
    case .share: easel.figures.share(value)
    case .count: easel.figures.count(Int(min(max(value.rounded(), -9e15), 9e15)))
    case .score: easel.figures.number(value, digits: 1)
    }
  }
}
