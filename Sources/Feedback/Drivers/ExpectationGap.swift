public import Statistics

/// How far an experience lies above or below what people expected, on the same scale.
public struct ExpectationGap: Hashable, Sendable, Codable {
  public var scale: ScoreScale
  public var expectation: Estimate
  public var experience: Estimate
  /// Mean experience − mean expectation, with the interval of the mean difference per person.
  public var gap: Estimate

  public init(scale: ScoreScale, expectation: Estimate, experience: Estimate, gap: Estimate) {
    self.scale = scale
    self.expectation = expectation
    self.experience = experience
    self.gap = gap
  }
}

extension SurveyResults {
  /// The gap between two questions, over the people who answered both.
  ///
  /// Nil if nobody did, or if the questions have no scale in common.
  public func expectationGap(
    expectation: Question.ID, experience: Question.ID
  ) -> ExpectationGap? {
    guard let scale = survey.question(expectation)?.scoreRule?.scale,
      survey.question(experience)?.scoreRule?.scale == scale
    else { return nil }
    var pairs: [(before: Double, after: Double, weight: Double)] = []
    for answer in answers {
      guard case .score(let before)? = answer.values[expectation],
        case .score(let after)? = answer.values[experience]
      else { continue }
      pairs.append((Double(before), Double(after), Double(answer.weight.tenThousandths)))
    }
    let effective = EffectiveCount.kish(pairs.map(\.weight))
    func estimate(_ value: (Double, Double) -> Double) -> Estimate? {
      MeanSummary(
        pairs.map { (value: value($0.before, $0.after), weight: $0.weight) }, n: pairs.count,
        effectiveN: effective)?.estimate
    }
    guard let expected = estimate({ before, _ in before }),
      let experienced = estimate({ _, after in after }),
      let gap = estimate({ before, after in after - before })
    else { return nil }
    return ExpectationGap(
      scale: scale, expectation: expected, experience: experienced, gap: gap)
  }
}
