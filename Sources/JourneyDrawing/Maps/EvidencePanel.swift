import Insight
import JourneyModel
import Picture
import Wording

/// How much of the map stands on evidence, as a ring; what its cards stand on; how real journeys fit it.
struct EvidencePanel {
  private let share: Double?
  private let figure: SetText
  private let caption: SetText
  private let counts: [(status: EvidenceStatus, text: SetText)]
  private let stale: SetText
  private let lines: [SetText]
  private let width: Double

  private static let padding = 16.0
  private static let radius = 34.0

  init(_ content: MapContent, _ easel: Easel, width: Double) {
    self.width = width
    let strings = easel.strings
    let roles = Dictionary(content.map.lanes.map { ($0.id, $0.role) }) { first, _ in first }
    let carriers = content.map.cards.filter { roles[$0.lane]?.carriesEvidence == true }
    let standings = carriers.map(content.standing)
    let share: Double? =
      content.reality.map(\.evidencedShare)
      ?? (carriers.isEmpty
        ? nil : Double(carriers.count { !$0.evidence.isEmpty }) / Double(carriers.count))
    self.share = share
    figure = easel.set(
      share.map(easel.figures.share) ?? "–", Typography.figureSmall)
    let inner = width - 2 * Self.padding
    caption = easel.set(
      strings(share == nil ? .noClaims : .evidenceCoverage), Typography.bodyStrong,
      width: inner - 2 * Self.radius - 18)
    let order: [EvidenceStatus] = [.supported, .anecdotal, .contradicted, .assumption]
    counts = order.compactMap { status in
      let count = standings.count { $0.status == status }
      guard count > 0 else { return nil }
      return (
        status,
        easel.set(
          easel.figures.count(count) + " " + strings.plural(status.phrase, count), Typography.small,
          width: inner / 2 - 24)
      )
    }
    let staleCount = standings.count(where: \.isStale)
    stale = easel.set(
      staleCount == 0
        ? ""
        : strings.plural(.staleCards, staleCount, ["count": easel.figures.count(staleCount)]),
      Typography.small, width: inner - 20)
    var lines: [SetText] = []
    if let fit = content.reality?.conformance {
      lines.append(
        easel.set(
          strings(
            .conformance,
            [
              "fitness": easel.figures.share(fit.meanFitness),
              "perfect": easel.figures.share(fit.perfectShare),
              "journeys": easel.figures.count(fit.journeys),
            ]), Typography.small, width: inner))
    }
    for score in (content.reality?.relationshipScores ?? []).prefix(2) where score.n > 0 {
      let printed = easel.figures.score(score)
      lines.append(
        easel.set(
          strings(
            .wholeJourney,
            [
              "score": printed.value + " " + printed.unit, "interval": printed.interval,
              "base": easel.figures.base(score.n),
            ]), Typography.small, width: inner))
    }
    self.lines = lines
  }

  private var headHeight: Double { max(2 * Self.radius, caption.height) }

  private var countRows: Int { (counts.count + 1) / 2 }

  private func rowHeight(_ row: Int) -> Double {
    counts[(row * 2)..<min(row * 2 + 2, counts.count)].reduce(16) { max($0, $1.text.height) } + 3
  }

  var height: Double {
    var height = headHeight + 2 * Self.padding
    if !counts.isEmpty { height += 10 + (0..<countRows).reduce(0) { $0 + rowHeight($1) } }
    if !stale.isEmpty { height += stale.height + 5 }
    if !lines.isEmpty { height += 14 + lines.reduce(0) { $0 + $1.height + 4 } }
    return height
  }

  func nodes(at origin: Point, height: Double) -> [Node] {
    let box = Box(x: origin.x, y: origin.y, width: width, height: height)
    let x = box.x + Self.padding
    var y = box.y + Self.padding
    let centre = Point(x + Self.radius, y + headHeight / 2)
    let ring = Self.radius - 5
    var nodes: [Node] = [
      .box(box, radius: 14, Palette.surface, stroke: Stroke(Palette.lineSoft)),
      .path(
        .circle(at: centre, radius: ring), fill: nil, stroke: Stroke(Palette.sunken, width: 9)),
    ]
    if let share, share > 0 {
      nodes.append(
        .path(
          .arc(at: centre, radius: ring, fraction: share), fill: nil,
          stroke: Stroke(Palette.goodStrong, width: 9)))
    }
    nodes.append(figure.centred(at: centre, Palette.ink))
    nodes.append(
      caption.centred(
        at: Point(x + 2 * Self.radius + 16, centre.y), Palette.ink, .leading))
    y += headHeight
    if !counts.isEmpty { y += 10 }
    let half = (width - 2 * Self.padding) / 2
    for row in 0..<countRows {
      for column in 0..<2 where row * 2 + column < counts.count {
        let entry = counts[row * 2 + column]
        let left = x + Double(column) * half
        nodes += EvidenceMark(status: entry.status)
          .nodes(right: left + EvidenceMark.side, middle: y + 7.5)
        nodes.append(entry.text.placed(at: Point(left + 19, y), Palette.inkSoft))
      }
      y += rowHeight(row)
    }
    if !stale.isEmpty {
      nodes.append(.icon(Icons.clock, at: Point(x, y + 1), side: 13, Palette.warning))
      nodes.append(stale.placed(at: Point(x + 19, y), Palette.warning))
      y += stale.height + 5
    }
    if !lines.isEmpty {
      nodes.append(
        .line(
          Point(x, y + 5), Point(box.maxX - Self.padding, y + 5), Palette.lineSoft))
      y += 14
      for line in lines {
        nodes.append(line.placed(at: Point(x, y), Palette.inkSoft))
        y += line.height + 4
      }
    }
    return nodes
  }
}
