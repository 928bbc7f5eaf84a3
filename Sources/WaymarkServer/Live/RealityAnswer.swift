import Diagnostics
import Insight
import JourneyDrawing
import JourneyModel
import Wording

/// The live numbers of a map as the editor's inspector shows them: each with its words, so that the browser only prints.
struct RealityAnswer: Encodable {
  /// One number: "Reach · 42 % · 214 of 512 customers".
  struct Row: Encodable, Hashable {
    var label: String
    var value: String
    var note: String?
    /// The anchor on the page of definitions.
    var definition: String?
    var isLowBase = false
    var isSynthetic = false
  }
  struct Place: Encodable {
    var rows: [Row]
    /// The measured emotion, −3…+3; absent = not measured.
    var emotion: Double?
    var isClearlyWorse: Bool?
  }
  struct Standing: Encodable {
    var status: String
    var label: String
    var isStale: Bool
    var explanation: String
  }
  struct Share: Encodable {
    var with: Int
    var of: Int
  }
  struct Move: Encodable {
    var from: String
    var to: String
    var kind: String
    var count: String
    var share: String?
  }

  var revision: Int
  var source: String?
  var stages: [String: Place]
  var touchpoints: [String: Place]
  var cards: [String: Standing]
  var evidenced: Share
  var moves: [Move]

  init(_ reality: MapReality, of map: JourneyMap, revision: Int, words: Catalogue) {
    let writer = RowWriter(reality: reality, words: words)
    self.revision = revision
    source = reality.logLabel
    stages = [:]
    for numbers in reality.stages {
      guard let stage = map.stages.first(where: { $0.id == numbers.stage }) else { continue }
      stages[stage.id.rawValue] = Place(
        rows: writer.rows(of: stage, numbers), emotion: numbers.measuredEmotion)
    }
    touchpoints = [:]
    for numbers in reality.touchpoints {
      touchpoints[numbers.touchpoint.rawValue] = Place(
        rows: writer.rows(of: numbers), emotion: nil, isClearlyWorse: numbers.isClearlyWorse)
    }
    cards = [:]
    for (card, standing) in reality.cards {
      cards[card.rawValue] = Standing(
        status: standing.status.rawValue, label: words(DetailPage.phrase(for: standing.status)),
        isStale: standing.isStale, explanation: standing.explanation?.text(in: words) ?? "")
    }
    evidenced = Share(
      with: reality.cards.values.count { $0.status != .assumption }, of: reality.cards.count)
    moves = reality.moves.map { move in
      Move(
        from: move.from.rawValue, to: move.to.rawValue, kind: move.kind.rawValue,
        count: writer.figures.count(move.count), share: move.share.map { writer.figures.share($0) })
    }
  }
}

/// Makes the rows of places from their numbers.
private struct RowWriter {
  var reality: MapReality
  var words: Catalogue
  let figures = Shown(Figures())

  typealias Row = RealityAnswer.Row

  func rows(of stage: Stage, _ numbers: StageReality) -> [Row] {
    var rows: [Row] = []
    if reality.events > 0 {
      rows.append(reach(numbers.reach, numbers.customers))
      if let loss = numbers.loss {
        rows.append(
          Row(
            label: words(.loss), value: figures.share(loss),
            note: words(
              .ofCustomers,
              [
                "n": figures.count(numbers.lostCustomers ?? 0),
                "all": figures.count(numbers.customers),
              ]), definition: "loss"))
      }
      rows.append(time(numbers.time))
      if let frame = stage.timeFrame {
        rows.append(
          Row(
            label: words(.plannedTime), value: figures.timeFrame(frame),
            note: numbers.time.beyondFrameShare.map {
              words(
                .beyondFrame,
                [
                  "share": figures.share($0),
                  "wasted": figures.duration(numbers.time.wastedSeconds),
                ])
            }))
      }
    }
    return rows + numbers.scores.map(row)
  }

  func rows(of numbers: TouchpointReality) -> [Row] {
    var rows: [Row] = []
    if numbers.events > 0 {
      rows.append(reach(numbers.reach, numbers.customers))
      rows.append(Row(label: words(.events), value: figures.count(numbers.events)))
      rows.append(time(numbers.time))
    }
    return rows + numbers.scores.map(row)
  }

  private func reach(_ share: Double?, _ customers: Int) -> Row {
    Row(
      label: words(.reach), value: figures.share(share),
      note: words(
        .ofCustomers,
        ["n": figures.count(customers), "all": figures.count(reality.boundCustomers)]),
      definition: "reach")
  }

  private func time(_ time: TimeReading) -> Row {
    Row(
      label: words(.medianTime), value: figures.duration(time.medianSeconds),
      note: words(
        .p90AndVisits,
        [
          "p90": figures.duration(time.p90Seconds), "visits": figures.count(time.visits),
          "open": figures.count(time.open),
        ]), definition: "time")
  }

  private func row(_ score: ScoreReading) -> Row {
    Row(
      label: score.questionText, value: figures.score(score),
      note: "\(figures.scoreInterval(score)) · n = \(figures.count(score.n)) · \(score.surveyName)",
      definition: score.kind.rawValue, isLowBase: score.isLowBase, isSynthetic: score.isSynthetic)
  }
}
