public import Statistics

/// The result of one scored question: its measures, each with n and interval.
///
/// There is no score without answers: functions return nil, which is shown as "no data".
public struct Score: Hashable, Sendable, Codable {
  /// Whether it tells of single contacts or of the relation; never draw the two in one series.
  public var surveyKind: SurveyKind
  public var rule: ScoreRule
  /// The number of answers; skipped questions are not among them. More than 0.
  public var n: Int
  /// Kish's effective number of answers, equal to `n` unless weights differ.
  public var effectiveN: Double
  /// Answers per score, from the lowest of the scale up.
  public var counts: [Int]
  /// The measure to show first: NPS; share for CSAT on 1–5; mean for CSAT on 1–10, CES and ratings.
  public var primary: Reading
  /// The measure to show beside it, where there is one.
  public var secondary: Reading?
  /// The mean with its interval, for every kind but NPS (where it stands here for sorting and charts only).
  public var mean: Estimate

  /// One measure with its value.
  public struct Reading: Hashable, Sendable, Codable {
    public var measure: ScoreMeasure
    /// In the measure's unit: points, a share 0 … 1, or the question's scale.
    public var estimate: Estimate

    public init(measure: ScoreMeasure, estimate: Estimate) {
      self.measure = measure
      self.estimate = estimate
    }
  }

  public init(
    surveyKind: SurveyKind, rule: ScoreRule, n: Int, effectiveN: Double, counts: [Int],
    primary: Reading, secondary: Reading?, mean: Estimate
  ) {
    self.surveyKind = surveyKind
    self.rule = rule
    self.n = n
    self.effectiveN = effectiveN
    self.counts = counts
    self.primary = primary
    self.secondary = secondary
    self.mean = mean
  }

  public var kind: ScoreKind { rule.kind }
  public var scale: ScoreScale { rule.scale }
  public var base: SampleBase { SampleBase(n: n) }

  /// The reading of a measure, if this kind of score has it.
  public func reading(_ measure: ScoreMeasure) -> Reading? {
    if primary.measure == measure { return primary }
    return secondary?.measure == measure ? secondary : nil
  }

  /// The number of answers within some scores.
  public func count(of scores: ClosedRange<Int>) -> Int {
    scale.values.reduce(0) { scores.contains($1) ? $0 + counts[$1 - scale.min] : $0 }
  }

  /// Answers 9–10 of an NPS question; nil for other kinds.
  public var promoters: Int? { kind == .nps ? count(of: 9...10) : nil }
  /// Answers 7–8 of an NPS question; nil for other kinds.
  public var passives: Int? { kind == .nps ? count(of: 7...8) : nil }
  /// Answers 0–6 of an NPS question; nil for other kinds.
  public var detractors: Int? { kind == .nps ? count(of: 0...6) : nil }
}

extension ScoreTally {
  /// The score of these answers; nil without any.
  public var score: Score? {
    guard let mean = meanSummary?.estimate else { return nil }
    let readings = rule.measures.compactMap { measure in
      estimate(of: measure).map { Score.Reading(measure: measure, estimate: $0) }
    }
    guard let primary = readings.first else { return nil }
    return Score(
      surveyKind: Scope.surveyKind, rule: rule, n: n, effectiveN: effectiveN, counts: counts,
      primary: primary, secondary: readings.dropFirst().first, mean: mean)
  }

  /// One measure of these answers; nil without any, or where the kind of score does not have it.
  public func estimate(of measure: ScoreMeasure) -> Estimate? {
    let count = n
    guard count > 0 else { return nil }
    let effective = effectiveN
    switch measure {
    case .netPromoter:
      let sample = netPromoterSample
      guard rule.kind == .nps, let value = sample.score else { return nil }
      return Estimate(
        value: value, interval: sample.interval(), n: count, effectiveN: effective)
    case .topShare:
      guard let top = rule.topScores else { return nil }
      return Estimate(
        value: share(of: top),
        interval: Proportion.wilson(successes: effectiveCount(of: top), of: effective), n: count,
        effectiveN: effective)
    case .mean:
      return meanSummary?.estimate
    }
  }
}
