import Feedback
import JourneyModel
import Statistics

/// The scores of all surveys, each at the place of the map that it asks about.
///
/// Scores of single contacts and of the relation as a whole never meet: the latter stand in `ofJourney` alone.
struct PlaceScores {
  var ofStage: [Stage.ID: [ScoreReading]] = [:]
  var ofTouchpoint: [Touchpoint.ID: [ScoreReading]] = [:]
  var ofJourney: [ScoreReading] = []
  /// −3…+3 per stage; no entry without answers.
  var emotion: [Stage.ID: Double] = [:]
  var clearlyWorse: Set<Touchpoint.ID> = []
  var hasSyntheticData = false

  init(surveys: [AnsweredSurvey], map: JourneyMap, touchpoints: [Touchpoint.ID]) {
    let onMap = Set(touchpoints)
    var tallies: [ScoreRule: [String: ScoreTally<Transactional>]] = [:]
    var feelings: [Stage.ID: (sum: Double, n: Int)] = [:]
    for answered in surveys where !answered.answers.isEmpty {
      let results = SurveyResults(survey: answered.survey, answers: answered.answers)
      for question in results.scoredQuestions {
        guard let tally = results.tally(of: question.id) else { continue }
        switch tally {
        case .relationship(let tally):
          guard let score = tally.score else { continue }
          hasSyntheticData = hasSyntheticData || answered.isSynthetic
          ofJourney.append(Self.reading(score, of: question, in: answered))
        case .transactional(let tally):
          if let stage = answered.survey.binding.stageID.flatMap({ Stage.ID(rawValue: $0) }),
            map.stages.contains(where: { $0.id == stage }), let score = tally.score
          {
            hasSyntheticData = hasSyntheticData || answered.isSynthetic
            ofStage[stage, default: []].append(Self.reading(score, of: question, in: answered))
            Self.add(score, to: &feelings[stage])
          }
          for (place, tally) in results.tallyPerTouchpoint(of: question.id) {
            guard let touchpoint = Touchpoint.ID(rawValue: place), onMap.contains(touchpoint),
              let score = tally.score
            else { continue }
            hasSyntheticData = hasSyntheticData || answered.isSynthetic
            ofTouchpoint[touchpoint, default: []].append(
              Self.reading(score, of: question, in: answered))
            tallies[tally.rule, default: [:]][place, default: ScoreTally(rule: tally.rule)]
              .merge(tally)
            if answered.survey.binding.stageID == nil,
              let stage = map.stages.first(where: { stage in
                map.touchpoints(of: stage).contains(touchpoint)
              })
            {
              Self.add(score, to: &feelings[stage.id])
              ofStage[stage.id, default: []].append(
                Self.reading(score, of: question, in: answered))
            }
          }
        }
      }
    }
    emotion = feelings.mapValues { $0.sum / Double($0.n) }
    for group in tallies.values {
      for compared in TouchpointComparison.compare(group) where compared.isClearlyWorse {
        if let id = Touchpoint.ID(rawValue: compared.touchpointID) { clearlyWorse.insert(id) }
      }
    }
    for place in ofTouchpoint.keys { ofTouchpoint[place]?.sort(by: Self.precedes) }
    for place in ofStage.keys { ofStage[place]?.sort(by: Self.precedes) }
    ofJourney.sort(by: Self.precedes)
  }

  /// A mean laid over −3…+3; efforts and ratings alike read "more is better" on their scale.
  private static func add(_ score: Score, to feeling: inout (sum: Double, n: Int)?) {
    let scale = score.scale
    guard scale.max > scale.min else { return }
    let place = (score.mean.value - Double(scale.min)) / Double(scale.max - scale.min)
    let mean = place * 6 - 3
    let before = feeling ?? (0, 0)
    feeling = (before.sum + mean * Double(score.n), before.n + score.n)
  }

  private static func precedes(_ a: ScoreReading, _ b: ScoreReading) -> Bool {
    a.n != b.n ? a.n > b.n : (a.survey, a.question) < (b.survey, b.question)
  }

  private static func reading(
    _ score: Score, of question: Question, in answered: AnsweredSurvey
  ) -> ScoreReading {
    let estimate = score.primary.estimate
    let kind: ScoreReading.Kind =
      switch (score.kind, score.primary.measure) {
      case (.nps, _): .nps
      case (.csat, .topShare): .csat
      case (.ces, _): .ces
      default: .rating
      }
    return ScoreReading(
      survey: answered.survey.id, surveyName: answered.survey.name, question: question.id,
      questionText: question.text, kind: kind, n: score.n, value: estimate.value,
      low: estimate.interval?.low ?? estimate.value,
      high: estimate.interval?.high ?? estimate.value, mean: score.mean.value,
      scaleMinimum: Double(score.scale.min), scaleMaximum: Double(score.scale.max),
      isLowBase: score.base.isLow, isSynthetic: answered.isSynthetic,
      topShare: score.reading(.topShare)?.estimate.value)
  }
}
