import Statistics

/// What a score is about; scores of different scopes are different types and cannot be added or compared.
public protocol FeedbackScope: Sendable {
  static var surveyKind: SurveyKind { get }
}

/// Scores of one contact at a touchpoint or stage.
public enum Transactional: FeedbackScope {
  public static var surveyKind: SurveyKind { .transactional }
}

/// Scores of the relation as a whole.
public enum Relationship: FeedbackScope {
  public static var surveyKind: SurveyKind { .relationship }
}

/// How often each score was given: what every score, interval and test is computed from.
///
/// Sums are exact integers, so tallies of parts merge to the tally of the whole in any order.
public struct ScoreTally<Scope: FeedbackScope>: Hashable, Sendable {
  public let rule: ScoreRule
  /// Answers per score, from the lowest of the scale up.
  public private(set) var counts: [Int]
  /// Ten-thousandths of weight per score, and the sum of their squares.
  private var weights: [Int128]
  private var squaredWeights: Int128 = 0

  public init(rule: ScoreRule) {
    self.rule = rule
    counts = [Int](repeating: 0, count: rule.scale.values.count)
    weights = [Int128](repeating: 0, count: counts.count)
  }

  /// A tally of so many answers per score, from the lowest of the scale up, each of weight one.
  ///
  /// - Precondition: one count, not negative, for each score of the scale.
  public init(rule: ScoreRule, counts: [Int]) {
    self.init(rule: rule)
    precondition(
      counts.count == self.counts.count && counts.allSatisfy { $0 >= 0 },
      "a tally has one count for each score of its scale")
    let one = Int128(Weight.one.tenThousandths)
    self.counts = counts
    weights = counts.map { Int128($0) * one }
    squaredWeights = counts.reduce(0) { $0 + Int128($1) * one * one }
  }

  /// Counts one score.
  ///
  /// - Returns: false, and nothing counted, if the score is off the scale.
  @discardableResult
  public mutating func add(_ score: Int, weight: Weight = .one) -> Bool {
    guard rule.scale.contains(score) else { return false }
    let index = score - rule.scale.min
    let parts = Int128(weight.tenThousandths)
    counts[index] += 1
    weights[index] += parts
    squaredWeights += parts * parts
    return true
  }

  /// Adds the answers of another tally.
  ///
  /// - Precondition: both have the same rule.
  public mutating func merge(_ other: ScoreTally) {
    precondition(rule == other.rule, "only scores of one measure and scale can be added")
    for index in counts.indices {
      counts[index] += other.counts[index]
      weights[index] += other.weights[index]
    }
    squaredWeights += other.squaredWeights
  }

  /// The number of answers.
  public var n: Int { counts.reduce(0, +) }

  /// Kish's effective number of answers; exactly `n` while all weights are equal.
  public var effectiveN: Double {
    if hasEqualWeights { return Double(n) }
    return EffectiveCount.kish(
      sum: Double(weights.reduce(0, +)), sumOfSquares: Double(squaredWeights))
  }

  /// The weighted share of the answers within some scores, 0 … 1; 0 without answers.
  func share(of scores: ClosedRange<Int>) -> Double {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return 0 }
    var part: Int128 = 0
    for score in rule.scale.values where scores.contains(score) {
      part += weights[score - rule.scale.min]
    }
    return Double(part) / Double(sum)
  }

  /// How many answers within some scores the sample is worth: their plain number while weights are equal.
  func effectiveCount(of scores: ClosedRange<Int>) -> Double {
    guard hasEqualWeights else { return min(share(of: scores) * effectiveN, effectiveN) }
    return rule.scale.values.reduce(0) {
      scores.contains($1) ? $0 + Double(counts[$1 - rule.scale.min]) : $0
    }
  }

  var meanSummary: MeanSummary? {
    let weighted = zip(rule.scale.values, weights).map { score, weight in
      (value: Double(score), weight: Double(weight))
    }
    return MeanSummary(weighted, n: n, effectiveN: effectiveN)
  }

  var netPromoterSample: NetPromoterSample {
    NetPromoterSample(
      promoters: effectiveCount(of: 9...10), passives: effectiveCount(of: 7...8),
      detractors: effectiveCount(of: 0...6))
  }

  /// By Cauchy and Schwarz, (Σw)² = n · Σw² only then.
  private var hasEqualWeights: Bool {
    let sum = weights.reduce(0, +)
    return Int128(n) * squaredWeights == sum * sum
  }
}
