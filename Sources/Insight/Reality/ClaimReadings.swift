import Feedback
import JourneyModel
import Statistics

/// Today's numbers for what cards claim, each with its sample and 95 % interval.
struct ClaimReadings {
  var reality: MapReality
  var surveys: [AnsweredSurvey]

  /// Nil if nothing was measured.
  func reading(of measure: Claim.Measure) -> Evidence.Reading? {
    switch measure {
    case .stageReach(let id):
      return reality.stages.first { $0.stage == id }.flatMap {
        share($0.customers, of: reality.boundCustomers)
      }
    case .stageLoss(let id):
      return reality.stages.first { $0.stage == id }.flatMap { stage in
        stage.lostCustomers.flatMap { share($0, of: stage.customers) }
      }
    case .touchpointReach(let id):
      return reality.touchpoints.first { $0.touchpoint == id && $0.reach != nil }.flatMap {
        share($0.customers, of: reality.boundCustomers)
      }
    case .stageMedianTime(let id):
      return reality.stages.first { $0.stage == id }.flatMap { median($0.time) }
    case .touchpointMedianTime(let id):
      return reality.touchpoints.first { $0.touchpoint == id }.flatMap { median($0.time) }
    case .score(let survey, let question):
      guard let answered = surveys.first(where: { $0.survey.id == survey }),
        let score = SurveyResults(survey: answered.survey, answers: answered.answers)
          .score(of: question),
        let interval = score.primary.estimate.interval
      else { return nil }
      return Evidence.Reading(
        value: score.primary.estimate.value, n: score.n, low: interval.low, high: interval.high)
    }
  }

  private func share(_ part: Int, of whole: Int) -> Evidence.Reading? {
    guard let estimate = Proportion.estimate(successes: part, of: whole),
      let interval = estimate.interval
    else { return nil }
    return Evidence.Reading(
      value: estimate.value, n: whole, low: interval.low, high: interval.high)
  }

  private func median(_ time: TimeReading) -> Evidence.Reading? {
    guard let value = time.medianSeconds, let low = time.medianLowSeconds,
      let high = time.medianHighSeconds
    else { return nil }
    return Evidence.Reading(value: value, n: time.visits, low: low, high: high)
  }
}
