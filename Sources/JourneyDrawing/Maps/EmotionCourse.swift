import Insight
import JourneyModel
import Picture

/// What one persona feels along the map: single moments, forks of alternatives, and what was measured.
struct EmotionCourse {
  struct Moment: Hashable {
    var column: Int
    var x: Double
    /// −3…+3.
    var score: Double
    var name = ""
    var emoji = ""
    var branch: Emotion.Branch?
    var isMomentOfTruth = false
    /// How wide its label may be.
    var room = 60.0
  }

  /// Alternatives at one moment, with the single moments next to it, if these are in neighbouring columns.
  struct Fork: Hashable {
    var before: Moment?
    var branches: [Moment]
    var after: Moment?
  }

  enum Extreme { case peak, pit }

  /// Single moments from left to right; alternatives are not among them.
  let points: [Moment]
  let forks: [Fork]
  /// One for each stage that was measured.
  let measured: [Moment]
  /// Columns about which nothing is known.
  let gaps: [MapGeometry.Span]
  private let peak: Double?
  private let pit: Double?

  /// - Parameter persona: nil for the primary persona, whose cards name nobody or the first of the map's personas.
  init(_ lane: Lane, _ content: MapContent, _ geometry: MapGeometry, persona: Persona.ID?) {
    let primary = content.map.personas.first
    var byColumn = [[Card]](repeating: [], count: content.columns.count)
    for card in content.cards(in: lane) {
      guard let emotion = card.emotion, emotion.score.isFinite,
        let column = content.columnRange(of: card)?.lowerBound
      else { continue }
      let whose = emotion.persona == primary ? nil : emotion.persona
      if whose == persona { byColumn[column].append(card) }
    }
    var points: [Moment] = []
    var branches: [[Moment]] = []
    for (column, cards) in byColumn.enumerated() {
      let span = geometry.columns[column]
      let single = cards.filter { $0.emotion?.branch == nil }
      let forked = cards.filter { $0.emotion?.branch != nil }
      let slots = single.count + (forked.isEmpty ? 0 : 1)
      func moment(_ card: Card, slot: Int) -> Moment {
        let slotWidth = span.width / Double(max(slots, 1))
        let emotion = card.emotion ?? Emotion(score: 0)
        return Moment(
          column: column, x: span.x + slotWidth * (Double(slot) + 0.5), score: emotion.score,
          name: emotion.name, emoji: emotion.emoji, branch: emotion.branch,
          isMomentOfTruth: card.momentOfTruth != nil, room: span.width - 8)
      }
      points += single.enumerated().map { moment($0.element, slot: $0.offset) }
      if !forked.isEmpty { branches.append(forked.map { moment($0, slot: single.count) }) }
    }
    self.points = points
    forks = branches.map { alternatives in
      let (x, column) = (alternatives[0].x, alternatives[0].column)
      return Fork(
        before: points.last { $0.x < x && column - $0.column <= 1 }, branches: alternatives,
        after: points.first { $0.x > x && $0.column - column <= 1 })
    }
    var measured: [Moment] = []
    if persona == nil {
      for (index, stage) in content.map.stages.enumerated() {
        guard let score = content.stageReality[stage.id]?.measuredEmotion, score.isFinite else {
          continue
        }
        measured.append(Moment(column: index, x: geometry.stages[index].midX, score: score))
      }
    }
    self.measured = measured
    let measuredStages = Set(measured.map(\.column))
    let known = Set(points.map(\.column)).union(branches.flatMap { $0.map(\.column) })
    gaps = content.columns.indices.filter {
      !known.contains($0) && !measuredStages.contains(content.columns[$0].stage)
    }.map { geometry.columns[$0] }
    let scores = points.map(\.score)
    let (top, bottom) = (scores.max(), scores.min())
    let differs = top != bottom
    peak = differs ? top : nil
    pit = differs ? bottom : nil
  }

  /// Whether a single moment is the highest or the lowest of all.
  func extreme(of point: Moment) -> Extreme? {
    guard point.branch == nil else { return nil }
    if point.score == peak { return .peak }
    return point.score == pit ? .pit : nil
  }

  /// Runs of moments in the same or neighbouring columns, without a fork between them.
  var runs: [[Moment]] {
    var runs: [[Moment]] = []
    for point in points {
      let isNext =
        runs.last?.last.map { last in
          point.column - last.column <= 1
            && !forks.contains { fork in
              fork.branches[0].x > last.x && fork.branches[0].x < point.x
            }
        } ?? false
      if isNext { runs[runs.count - 1].append(point) } else { runs.append([point]) }
    }
    return runs
  }

  /// Runs of neighbouring stages that were measured.
  var measuredRuns: [[Moment]] {
    var runs: [[Moment]] = []
    for point in measured {
      if let last = runs.last?.last, point.column - last.column <= 1 {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }

  func lines(_ frame: EmotionFrame, _ stroke: Stroke) -> [Node] {
    Self.curves(runs, frame, stroke)
  }

  func measuredLines(_ frame: EmotionFrame, _ stroke: Stroke) -> [Node] {
    Self.curves(measuredRuns, frame, stroke)
  }

  private static func curves(_ runs: [[Moment]], _ frame: EmotionFrame, _ stroke: Stroke) -> [Node]
  {
    runs.filter { $0.count > 1 }.map { run in
      .path(.smoothCurve(run.map(frame.place)), fill: nil, stroke: stroke)
    }
  }
}
