public import Statistics

/// The difference of one measure between two samples, with the test of it.
public struct ScoreChange: Hashable, Sendable, Codable {
  public var measure: ScoreMeasure
  /// The measure before and after, in its unit.
  public var before: Estimate
  public var after: Estimate
  /// The 95 % interval of after − before, in the measure's unit; nil where a sample is too small for one.
  public var interval: Interval?
  /// Nil where nothing can be tested: a mean of one answer.
  public var test: SignificanceTest?

  public init(
    measure: ScoreMeasure, before: Estimate, after: Estimate, interval: Interval?,
    test: SignificanceTest?
  ) {
    self.measure = measure
    self.before = before
    self.after = after
    self.interval = interval
    self.test = test
  }

  /// after − before.
  public var difference: Double { after.value - before.value }
}

extension ScoreTally {
  /// The change of the measure shown first, from these answers to later (or other) ones.
  ///
  /// Nil if either has no answers.
  /// - Precondition: both have the same rule.
  public func change(to later: ScoreTally) -> ScoreChange? {
    rule.measures.first.flatMap { change(of: $0, to: later) }
  }

  /// The change of one measure; nil if either has no answers or the kind of score does not have the measure.
  ///
  /// NPS by the adjusted-Wald z test, shares by the pooled two-proportion z test with Newcombe's interval, means by the
  /// z test of independent means.
  /// - Precondition: both have the same rule.
  public func change(of measure: ScoreMeasure, to later: ScoreTally) -> ScoreChange? {
    precondition(rule == later.rule, "only scores of one measure and scale can be compared")
    guard let before = estimate(of: measure), let after = later.estimate(of: measure) else {
      return nil
    }
    let interval: Interval?
    let test: SignificanceTest?
    switch measure {
    case .netPromoter:
      interval = netPromoterSample.changeInterval(to: later.netPromoterSample)
      test = netPromoterSample.changeTest(to: later.netPromoterSample)
    case .topShare:
      guard let top = rule.topScores else { return nil }
      let first = (successes: effectiveCount(of: top), of: effectiveN)
      let second = (successes: later.effectiveCount(of: top), of: later.effectiveN)
      interval = Proportion.newcombeDifference(first: first, second: second)
      test = Proportion.pooledTest(first: first, second: second)
    case .mean:
      guard let first = meanSummary, let second = later.meanSummary else { return nil }
      interval = first.differenceInterval(to: second)
      test = first.differenceTest(to: second)
    }
    return ScoreChange(
      measure: measure, before: before, after: after, interval: interval, test: test)
  }
}
