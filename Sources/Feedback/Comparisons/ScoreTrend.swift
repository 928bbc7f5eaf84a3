import Statistics

/// One score over periods, of one scope only.
public struct ScoreTrend<Scope: FeedbackScope>: Hashable, Sendable {
  /// The scores of one period, start inclusive, end exclusive (microseconds since 1970, UTC).
  public struct Point: Hashable, Sendable {
    public let start: Int64
    public let end: Int64
    public let tally: ScoreTally<Scope>

    /// Nil in a period without answers: a gap, not a zero.
    public var score: Score? { tally.score }
  }

  public let rule: ScoreRule
  public private(set) var points: [Point]
  /// Answers that have no time, or one before the first or after the last period.
  public private(set) var answersOutside: Int

  /// Sorts scores into periods; a score off the scale is left out.
  ///
  /// - Parameter boundaries: ascending; *n* + 1 of them make *n* half-open periods.
  public init(
    rule: ScoreRule, boundaries: [Int64], scores: [(time: Int64?, score: Int, weight: Weight)]
  ) {
    precondition(
      zip(boundaries, boundaries.dropFirst()).allSatisfy { $0 < $1 },
      "the boundaries of periods ascend")
    self.rule = rule
    let count = max(boundaries.count - 1, 0)
    var tallies = [ScoreTally<Scope>](repeating: ScoreTally(rule: rule), count: count)
    var outside = 0
    for (time, score, weight) in scores {
      guard let time, let period = Self.period(of: time, in: boundaries) else {
        outside += 1
        continue
      }
      tallies[period].add(score, weight: weight)
    }
    answersOutside = outside
    points = tallies.indices.map {
      Point(start: boundaries[$0], end: boundaries[$0 + 1], tally: tallies[$0])
    }
  }

  /// The change from each period with answers to the next one with answers, of the measure shown first.
  ///
  /// Give them to `JudgedChange.judge` together with the page's other comparisons.
  public var changes: [(from: Int, to: Int, change: ScoreChange)] {
    let filled = points.indices.filter { points[$0].tally.n > 0 }
    return zip(filled, filled.dropFirst()).compactMap { from, to in
      points[from].tally.change(to: points[to].tally).map { (from, to, $0) }
    }
  }

  /// The half-open period a time lies in, by halving.
  private static func period(of time: Int64, in boundaries: [Int64]) -> Int? {
    guard let first = boundaries.first, let last = boundaries.last, time >= first, time < last
    else { return nil }
    var low = 0
    var high = boundaries.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if boundaries[middle] <= time { low = middle } else { high = middle }
    }
    return low
  }
}
