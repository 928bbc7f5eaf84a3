extension Claim {
  /// What a number says about the claim.
  public enum Judgement: String, Sendable, Hashable {
    case supports, contradicts
    /// The sample is too small, or the interval reaches to both sides.
    case inconclusive
  }

  /// Judges the claim by a number: its whole 95 % interval must lie on one side.
  ///
  /// The claimed value itself belongs to the claimed side ("at least 0.3" includes 0.3).
  /// - Parameter sample: the sample size from which a number counts.
  public func judged(by reading: Evidence.Reading, sample: Int) -> Judgement {
    guard reading.n >= max(1, sample), reading.low <= reading.high else { return .inconclusive }
    switch relation {
    case .atLeast:
      if reading.low >= value { return .supports }
      if reading.high < value { return .contradicts }
    case .atMost:
      if reading.high <= value { return .supports }
      if reading.low > value { return .contradicts }
    }
    return .inconclusive
  }
}
