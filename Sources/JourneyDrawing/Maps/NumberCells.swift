import Insight
import JourneyModel
import Picture
import Wording

/// One number of one stage, measured before it is placed.
protocol NumberCell {
  var height: Double { get }
  func nodes(in box: Box) -> [Node]
}

/// A share as a large figure with a bar.
struct ShareCell: NumberCell {
  private let share: Double?
  private let figure: SetText
  private let detail: SetText
  private let paint: Paint
  private let ink: Paint
  /// Whether the detail stands on the line of the figure.
  let isBeside: Bool

  init(
    share: Double?, detail: String?, paint: Paint, ink: Paint, missing: String,
    isStacked: Bool = false, _ easel: Easel, _ width: Double
  ) {
    self.share = share
    self.paint = paint
    self.ink = ink
    figure =
      share.map { easel.set(easel.figures.share($0), Typography.figure, width: width) }
      ?? easel.set(missing, Typography.small, width: width)
    let whole = easel.set(share == nil ? "" : detail ?? "", Typography.small)
    isBeside = !isStacked && figure.width + whole.width + 10 <= width
    self.detail =
      isBeside ? whole : easel.set(share == nil ? "" : detail ?? "", Typography.small, width: width)
  }

  var height: Double {
    guard share != nil else { return figure.height }
    return figure.height + 10 + (isBeside ? 0 : detail.height + 2)
  }

  func nodes(in box: Box) -> [Node] {
    guard let share else { return [figure.placed(at: Point(box.x, box.y), Palette.inkFaint)] }
    var nodes = [figure.placed(at: Point(box.x, box.y), ink)]
    var y = box.y + figure.height
    if isBeside {
      nodes.append(
        detail.placed(at: Point(box.maxX, y - detail.height - 1), Palette.inkSoft, .trailing))
    } else {
      nodes.append(detail.placed(at: Point(box.x, y), Palette.inkSoft))
      y += detail.height + 2
    }
    return nodes
      + Node.bar(Box(x: box.x, y: y + 4, width: box.width, height: 6), share: share, paint)
  }
}

/// Median and p90 of the visits against the planned frame.
struct TimeCell: NumberCell {
  private let time: TimeReading?
  private let frame: TimeFrame?
  private let figure: SetText
  private let median: SetText
  private let tail: SetText
  private let beyond: SetText
  private let isLate: Bool
  private let isTailBeside: Bool

  init(_ time: TimeReading?, frame: TimeFrame?, _ easel: Easel, _ width: Double) {
    self.time = time
    self.frame = frame
    let strings = easel.strings
    let seconds = time?.medianSeconds
    isLate = seconds.flatMap { seconds in frame.map { seconds > $0.maximumSeconds } } ?? false
    figure =
      seconds.map { easel.set(easel.figures.duration($0), Typography.figure, width: width) }
      ?? easel.set(
        strings((time?.open ?? 0) > 0 ? .onlyOpenVisits : .noData), Typography.small, width: width)
    let medianWord = seconds == nil ? "" : strings(.median)
    let tailText = time?.p90Seconds.map { strings(.tail, ["time": easel.figures.duration($0)]) }
    let wholeMedian = easel.set(medianWord, Typography.small)
    if figure.width + 6 + wholeMedian.width <= width {
      let wholeTail = easel.set(tailText ?? "", Typography.small)
      median = wholeMedian
      isTailBeside = figure.width + median.width + wholeTail.width + 18 <= width
      tail = isTailBeside ? wholeTail : easel.set(tailText ?? "", Typography.small, width: width)
    } else {
      // No room beside the figure: the word goes down to the tail.
      median = easel.set("", Typography.small)
      isTailBeside = false
      tail = easel.set(
        [medianWord, tailText ?? ""].filter { !$0.isEmpty }.joined(separator: " · "),
        Typography.small, width: width)
    }
    let beyondText = time?.beyondFrameShare.flatMap { share in
      share > 0
        ? strings(.beyondFrame, ["share": easel.figures.share(share)])
        : seconds == nil ? nil : strings(.withinFrame)
    }
    beyond = easel.set(beyondText ?? "", Typography.small, width: width - 18)
  }

  private var hasChart: Bool { time?.medianSeconds != nil }

  var height: Double {
    guard hasChart else { return figure.height }
    let tailHeight = isTailBeside || tail.isEmpty ? 0 : tail.height
    return figure.height + tailHeight + 17 + (beyond.isEmpty ? 0 : beyond.height + 3)
  }

  func nodes(in box: Box) -> [Node] {
    guard hasChart, let time, let seconds = time.medianSeconds else {
      return [figure.placed(at: Point(box.x, box.y), Palette.inkFaint)]
    }
    var nodes = [figure.placed(at: Point(box.x, box.y), isLate ? Palette.warning : Palette.ink)]
    var y = box.y + figure.height
    nodes.append(
      median.placed(at: Point(box.x + figure.width + 6, y - median.height - 1), Palette.inkSoft))
    if isTailBeside {
      nodes.append(
        tail.placed(at: Point(box.maxX, y - tail.height - 1), Palette.inkSoft, .trailing))
    } else if !tail.isEmpty {
      nodes.append(tail.placed(at: Point(box.x, y), Palette.inkSoft))
      y += tail.height
    }
    nodes += TimeGauge(median: seconds, tail: time.p90Seconds, frame: frame)
      .nodes(in: Box(x: box.x, y: y + 4, width: box.width, height: 11))
    y += 20
    if !beyond.isEmpty {
      let isBeyond = (time.beyondFrameShare ?? 0) > 0
      nodes.append(
        .icon(
          isBeyond ? Icons.barrier : Icons.check, at: Point(box.x, y + 1), side: 12,
          isBeyond ? Palette.warning : Palette.good))
      nodes.append(
        beyond.placed(at: Point(box.x + 17, y), isBeyond ? Palette.warning : Palette.inkSoft))
    }
    return nodes
  }
}

/// A line from 0 to the longest time, with the planned frame as a band, the median as a dot and p90 as a tick.
///
/// Times run on a square-root scale: short frames stay visible beside long tails.
struct TimeGauge {
  var median: Double
  var tail: Double?
  var frame: TimeFrame?

  func nodes(in box: Box) -> [Node] {
    let longest = max(median, tail ?? 0, frame?.maximumSeconds ?? 0) * 1.05
    guard longest > 0 else { return [] }
    func x(_ seconds: Double) -> Double {
      box.x + box.width * (max(seconds, 0) / longest).squareRoot()
    }
    var nodes: [Node] = [
      .box(
        Box(x: box.x, y: box.midY - 2, width: box.width, height: 4), radius: 2, Palette.sunken)
    ]
    if let frame, frame.maximumSeconds > 0 {
      let left = x(min(frame.minimumSeconds, frame.maximumSeconds))
      nodes.append(
        .box(
          Box(
            x: left, y: box.midY - 4.5, width: max(x(frame.maximumSeconds) - left, 3), height: 9),
          radius: 3, Palette.teal.tint, stroke: Stroke(Palette.advance, width: 1)))
    }
    if let tail {
      nodes.append(
        .line(Point(x(median), box.midY), Point(x(tail), box.midY), Palette.inkSoft, width: 1.4))
      nodes.append(
        .line(
          Point(x(tail), box.midY - 4), Point(x(tail), box.midY + 4), Palette.inkSoft, width: 1.6))
    }
    nodes.append(
      .circle(
        Point(x(median), box.midY), 4, Palette.ink, stroke: Stroke(Palette.surface, width: 1.2)))
    return nodes
  }
}

/// A score with its sample and its interval as a whisker.
struct ScoreCell: NumberCell {
  private let reading: ScoreReading?
  private let printed: PrintedScore?
  private let figure: SetText
  private let unit: SetText
  private let detail: SetText
  private let marks: PillRow

  init(_ reading: ScoreReading?, _ easel: Easel, _ width: Double) {
    let strings = easel.strings
    let known = reading.flatMap { $0.n > 0 ? $0 : nil }
    self.reading = known
    printed = known.map { easel.figures.score($0) }
    figure =
      printed.map { easel.set($0.value, Typography.figure, width: width) }
      ?? easel.set(strings(.noData), Typography.small, width: width)
    let wholeUnit = easel.set(printed?.unit ?? "", Typography.small)
    let isUnitBeside = figure.width + 6 + wholeUnit.width <= width
    unit = isUnitBeside ? wholeUnit : easel.set("", Typography.small)
    var detailText = ""
    if let known, let printed {
      detailText = easel.figures.base(known.n) + "  ·  " + printed.interval
      if !isUnitBeside { detailText = printed.unit + "  ·  " + detailText }
    }
    detail = easel.set(detailText, Typography.small, width: width)
    var pills: [Pill] = []
    if known?.isLowBase == true {
      pills.append(
        Pill(
          text: easel.set(strings(.lowBase), Typography.small), ink: Palette.warning,
          ground: Palette.warningTint))
    }
    if known?.isSynthetic == true {
      pills.append(
        Pill(
          text: easel.set(strings(.synthetic), Typography.small), ink: Palette.warning,
          ground: Palette.warningTint))
    }
    marks = PillRow(pills, width: width)
  }

  var height: Double {
    guard printed != nil else { return figure.height }
    return figure.height + 13 + detail.height + (marks.height > 0 ? marks.height + 4 : 0)
  }

  func nodes(in box: Box) -> [Node] {
    guard let printed else { return [figure.placed(at: Point(box.x, box.y), Palette.inkFaint)] }
    var nodes = [
      figure.placed(at: Point(box.x, box.y), Palette.ink),
      unit.placed(
        at: Point(box.x + figure.width + 6, box.y + figure.height - unit.height - 1),
        Palette.inkSoft),
    ]
    nodes += ScoreWhisker(printed).nodes(
      in: Box(x: box.x, y: box.y + figure.height + 2, width: box.width, height: 9))
    nodes.append(detail.placed(at: Point(box.x, box.y + figure.height + 13), Palette.inkSoft))
    nodes += marks.nodes(at: Point(box.x, box.y + figure.height + 17 + detail.height))
    return nodes
  }
}

/// A scale with the interval as a bar and the value as a dot.
struct ScoreWhisker {
  private let score: PrintedScore

  init(_ score: PrintedScore) { self.score = score }

  func nodes(in box: Box) -> [Node] {
    func x(_ share: Double) -> Double { box.x + box.width * min(max(share, 0), 1) }
    let left = min(x(score.low), x(score.position))
    let right = max(x(score.high), x(score.position))
    return [
      .box(
        Box(x: box.x, y: box.midY - 2, width: box.width, height: 4), radius: 2, Palette.sunken),
      .box(
        Box(x: left, y: box.midY - 2, width: max(right - left, 1), height: 4), radius: 2,
        Palette.measured),
      .circle(
        Point(x(score.position), box.midY), 4, Palette.measured,
        stroke: Stroke(Palette.surface, width: 1.2)),
    ]
  }
}
