/// Percentile intervals by drawing the units of a sample again, with replacement.
public enum Bootstrap {
  /// The interval that holds the middle `level` of a statistic over resamples of `units` units.
  ///
  /// Units are customers or respondents, never events: what belongs to one person is drawn together. The statistic
  /// receives the drawn unit numbers (0 ..< `units`, with repeats) and may be nil where a draw has none; such draws are
  /// left out. Nil without units, or when half of the draws or more gave nothing.
  /// - Complexity: O(`resamples` × `units`) and the statistic.
  public static func interval(
    units: Int, resamples: Int = 2_000, level: Double = 0.95, seed: UInt64,
    statistic: (_ drawn: [Int]) -> Double?
  ) -> Interval? {
    intervals(units: units, resamples: resamples, level: level, seed: seed) { drawn in
      statistic(drawn).map { [$0] }
    }?.first
  }

  /// The intervals of several statistics taken from the same draws; a draw gives all of them or none.
  public static func intervals(
    units: Int, resamples: Int = 2_000, level: Double = 0.95, seed: UInt64,
    statistics: (_ drawn: [Int]) -> [Double]?
  ) -> [Interval]? {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    precondition(resamples > 0, "a bootstrap needs at least one resample")
    guard units > 0 else { return nil }
    var random = SplitMix64(seed: seed)
    var drawn = [Int](repeating: 0, count: units)
    var columns: [[Double]] = []
    for _ in 0..<resamples {
      for index in drawn.indices { drawn[index] = random.below(units) }
      guard let values = statistics(drawn) else { continue }
      if columns.isEmpty { columns = values.map { _ in [] } }
      precondition(values.count == columns.count, "every draw gives the same statistics")
      for (column, value) in values.enumerated() { columns[column].append(value) }
    }
    guard let drawsKept = columns.first?.count, drawsKept * 2 > resamples else { return nil }
    let tail = (1 - level) / 2
    var result: [Interval] = []
    for column in columns.indices {
      columns[column].sort()
      guard let low = Quantile.ofSorted(columns[column], tail),
        let high = Quantile.ofSorted(columns[column], 1 - tail)
      else { return nil }
      result.append(Interval(low, high))
    }
    return result
  }
}
