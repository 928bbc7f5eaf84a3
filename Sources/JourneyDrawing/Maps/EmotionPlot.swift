import Insight
import JourneyModel
import Picture
import Wording

/// The emotion curves of a lane: assumed and measured apart, gaps where nothing is known, forks for alternatives.
struct EmotionPlot {
  let height: Double
  private let course: EmotionCourse
  private let easel: Easel
  private let geometry: MapGeometry
  private let others: [(name: String, course: EmotionCourse)]

  private static let plotHeight = 138.0
  private static let labelRoom = 24.0
  private static let personaHues = [Palette.blue, Palette.amber, Palette.green, Palette.violet]

  init(_ lane: Lane, _ content: MapContent, _ easel: Easel, _ geometry: MapGeometry) {
    self.easel = easel
    self.geometry = geometry
    course = EmotionCourse(lane, content, geometry, persona: nil)
    others = content.map.personas.dropFirst().prefix(4).compactMap { id in
      let course = EmotionCourse(lane, content, geometry, persona: id)
      guard !course.points.isEmpty else { return nil }
      return (content.personas.first { $0.id == id }?.name ?? id.rawValue, course)
    }
    height = Self.plotHeight + 2 * Self.labelRoom
  }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let top = y + Self.labelRoom
    let frame = EmotionFrame(top: top, height: Self.plotHeight)
    var labels = LabelSpace(
      bounds: Box(
        x: geometry.left, y: y, width: geometry.right - geometry.left, height: height))
    for score in [-3.0, 0, 3] {
      labels.block(Point(geometry.left + 15, frame.y(score)), radius: 12)
    }
    var nodes = grid(frame)
    for (index, other) in others.enumerated() {
      let paint = Self.personaHues[index % Self.personaHues.count].accent
      nodes += other.course.lines(frame, Stroke(paint, width: 1.6, dash: [1, 4], roundCaps: true))
      nodes += other.course.points.map { .circle(frame.place($0), 3.4, paint) }
    }
    nodes += forks(frame)
    nodes += course.lines(frame, Stroke(Palette.assumed, width: 2.2, dash: [6, 4.5]))
    nodes += course.measuredLines(frame, Stroke(Palette.measured, width: 3))
    nodes += markers(frame, &labels)
    for (index, other) in others.enumerated() {
      guard let last = other.course.points.last else { continue }
      let paint = Self.personaHues[index % Self.personaHues.count].accent
      nodes += labels.place(
        easel.set(other.name, Typography.small, width: 90, lines: 1), near: frame.place(last),
        clearance: 7, prefersAbove: last.score >= 0, paint)
    }
    nodes += gaps(frame, &labels)
    return [
      .overlay(
        .emotions, id: names.unique("emotions"), label: easel.strings(.emotionLabel), nodes)
    ]
  }

  /// Bands for good and bad, a middle line, and faces at the left.
  private func grid(_ frame: EmotionFrame) -> [Node] {
    let width = geometry.right - geometry.left - 8
    var nodes: [Node] = [
      .box(
        Box(x: geometry.left + 4, y: frame.top, width: width, height: frame.height), radius: 8,
        Palette.canvas)
    ]
    for score in [-3.0, 0, 3] {
      nodes.append(
        .line(
          Point(geometry.left + 4, frame.y(score)), Point(geometry.right - 4, frame.y(score)),
          score == 0 ? Palette.line : Palette.lineSoft, dash: score == 0 ? [] : [3, 4]))
    }
    for (score, text) in [(3.0, "+3"), (0, "0"), (-3, "−3")] {
      let mark = easel.set(text, Typography.small)
      nodes.append(
        .box(
          Box(x: geometry.left + 6, y: frame.y(score) - 8, width: mark.width + 6, height: 16),
          Palette.canvas))
      nodes.append(
        mark.centred(at: Point(geometry.left + 9, frame.y(score)), Palette.inkFaint, .leading))
    }
    nodes.append(
      .icon(
        Icons.emotion, at: Point(geometry.left + 28, frame.y(3) - 6), side: 12, Palette.inkFaint,
        width: 1.1))
    nodes.append(
      .icon(
        Icons.disappointment, at: Point(geometry.left + 28, frame.y(-3) - 6), side: 12,
        Palette.inkFaint, width: 1.1))
    // What each line means stands under the lane's name.
    let legendX = geometry.margin + 12
    let strings = easel.strings
    for (index, entry) in [
      (strings(.assumedCurve), Palette.assumed, [6, 4.5]),
      (strings(.measuredCurve), Palette.measured, []),
    ].enumerated() {
      let lineY = frame.top + frame.height - 14 + Double(index) * 20
      nodes.append(
        .line(
          Point(legendX, lineY), Point(legendX + 22, lineY), entry.1, width: index == 0 ? 2.2 : 3,
          dash: entry.2))
      nodes.append(
        easel.set(entry.0, Typography.small, width: geometry.labelWidth - 44, lines: 1)
          .centred(at: Point(legendX + 28, lineY), Palette.inkSoft, .leading))
    }
    return nodes
  }

  /// From the moment before to each alternative, and on to the moment after: never through their middle.
  private func forks(_ frame: EmotionFrame) -> [Node] {
    course.forks.flatMap { fork -> [Node] in
      let ends = fork.branches.map(frame.place)
      var nodes: [Node] = []
      for end in ends {
        for neighbour in [fork.before, fork.after].compactMap({ $0 }).map(frame.place) {
          nodes.append(
            .path(
              Path([
                .move(neighbour),
                .curve(
                  end, control1: Point((neighbour.x + end.x) / 2, neighbour.y),
                  control2: Point((neighbour.x + end.x) / 2, end.y)),
              ]), fill: nil, stroke: Stroke(Palette.assumed, width: 1.4, dash: [3, 3.5])))
        }
      }
      if fork.before == nil, fork.after == nil, let first = ends.first, let last = ends.last {
        nodes.append(.line(first, last, Palette.assumed, width: 1.4, dash: [3, 3.5]))
      }
      return nodes
    }
  }

  private func markers(_ frame: EmotionFrame, _ labels: inout LabelSpace) -> [Node] {
    let strings = easel.strings
    var nodes: [Node] = []
    let all = course.points + course.forks.flatMap(\.branches)
    let spots = all.map(frame.place)
    let measuredSpots = course.measured.map(frame.place)
    for spot in spots { labels.block(spot, radius: 11) }
    for spot in measuredSpots { labels.block(spot, radius: 6) }
    for (point, spot) in zip(all, spots) {
      let extreme = course.extreme(of: point)
      if let extreme {
        nodes.append(
          .circle(
            spot, 14.5, nil,
            stroke: Stroke(extreme == .peak ? Palette.good : Palette.bad, width: 2)))
      }
      nodes.append(
        .circle(spot, 11, Palette.surface, stroke: Stroke(Palette.assumed, width: 1.6)))
      if point.emoji.isEmpty {
        nodes.append(.circle(spot, 3, Palette.assumed))
      } else {
        nodes.append(easel.set(point.emoji, Typography.emoji).centred(at: spot, Palette.ink))
      }
      if point.isMomentOfTruth {
        nodes.append(
          .path(
            Icons.star.placed(at: Point(spot.x + 5, spot.y - 17), side: 13), fill: Palette.star,
            stroke: Stroke(Palette.starInk, width: 0.8)))
      }
    }
    for (point, spot) in zip(all, spots) {
      var text = point.name
      let tag: DrawingPhrase? =
        switch (course.extreme(of: point), point.branch) {
        case (.peak, _): .peak
        case (.pit, _): .pit
        case (nil, .well): .ifWell
        case (nil, .badly): .ifBadly
        default: nil
        }
      if let tag { text = text.isEmpty ? strings(tag) : strings(tag) + ": " + text }
      guard !text.isEmpty else { continue }
      let setText = easel.set(text, Typography.small, width: max(point.room, 60))
      nodes += labels.place(
        setText, near: spot, clearance: 17,
        prefersAbove: point.branch.map { $0 == .well } ?? (point.score >= 0), Palette.assumed)
    }
    for (point, spot) in zip(course.measured, measuredSpots) {
      nodes.append(
        .circle(spot, 5, Palette.measured, stroke: Stroke(Palette.surface, width: 1.5)))
      let rivals = spots.filter { abs($0.x - spot.x) < 60 }
      let isAbove = rivals.allSatisfy { spot.y <= $0.y }
      nodes += labels.place(
        easel.set(easel.figures.signed(point.score, digits: 1), Typography.smallStrong), near: spot,
        clearance: 9, prefersAbove: isAbove, Palette.measured)
    }
    return nodes
  }

  private func gaps(_ frame: EmotionFrame, _ labels: inout LabelSpace) -> [Node] {
    course.gaps.flatMap { span in
      let text = easel.set(
        easel.strings(.unknownFeeling), Typography.smallItalic, width: span.width - 16, lines: 1)
      return labels.place(
        text, near: Point(span.midX, frame.y(0)), clearance: 3, prefersAbove: false,
        Palette.inkFaint)
    }
  }
}

/// Turns scores into heights.
struct EmotionFrame {
  var top: Double
  var height: Double

  func y(_ score: Double) -> Double {
    let inner = height - 28
    return top + 14 + inner * (3 - min(max(score, -3), 3)) / 6
  }

  func place(_ point: EmotionCourse.Moment) -> Point { Point(point.x, y(point.score)) }
}
