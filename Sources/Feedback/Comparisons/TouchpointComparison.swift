import Statistics

/// One touchpoint's score beside that of all the others together.
public struct TouchpointComparison: Hashable, Sendable {
  public var touchpointID: String
  public var score: Score
  /// The pooled answers of all other touchpoints.
  public var others: Score
  /// Holm's correction over all touchpoints compared; nil where the difference cannot be tested.
  public var adjustedP: Double?
  /// The touchpoint needs attention: it is lower, the intervals do not touch, and the difference is not luck.
  public var isClearlyWorse: Bool

  /// Compares each touchpoint that has answers with the pooled rest, in the measure shown first.
  ///
  /// Clearly worse means: lower, intervals that do not overlap, p < 0.05 after Holm's correction, and at least five
  /// answers on either side. Fewer than two touchpoints with answers give an empty result. Ordered by score, the
  /// lowest first, then by the id's UTF-8 bytes.
  /// - Precondition: all tallies have the same rule.
  public static func compare(
    _ tallies: [String: ScoreTally<Transactional>]
  ) -> [TouchpointComparison] {
    let places = tallies.filter { $0.value.n > 0 }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    guard places.count > 1 else { return [] }
    var found: [(id: String, score: Score, others: Score, change: ScoreChange)] = []
    for (index, place) in places.enumerated() {
      var rest = ScoreTally<Transactional>(rule: place.value.rule)
      for (other, entry) in places.enumerated() where other != index { rest.merge(entry.value) }
      guard let score = place.value.score, let others = rest.score,
        let change = rest.change(to: place.value)
      else { continue }
      found.append((place.key, score, others, change))
    }
    let judged = JudgedChange.judge(found.map(\.change))
    let result = zip(found, judged).map { entry, verdict in
      TouchpointComparison(
        touchpointID: entry.id, score: entry.score, others: entry.others,
        adjustedP: verdict.adjustedP,
        isClearlyWorse: verdict.verdict == .fell && entry.score.isApart(from: entry.others))
    }
    return result.enumerated().sorted {
      let (a, b) = (
        $0.element.score.primary.estimate.value, $1.element.score.primary.estimate.value
      )
      return a == b ? $0.offset < $1.offset : a < b
    }.map(\.element)
  }
}

extension Score {
  /// Whether both rest on enough answers to be shown, and their first intervals share no number.
  fileprivate func isApart(from other: Score) -> Bool {
    guard min(n, other.n) >= SampleBase.leastShared,
      let mine = primary.estimate.interval, let theirs = other.primary.estimate.interval
    else { return false }
    return !mine.overlaps(theirs)
  }
}
