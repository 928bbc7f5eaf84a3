/// Promoters, passives and detractors of one sample, and the Net Promoter Score they give.
///
/// Counts may be fractional: of a weighted sample, its shares times Kish's effective count.
public struct NetPromoterSample: Hashable, Sendable {
  public let promoters: Double
  public let passives: Double
  public let detractors: Double

  public init(promoters: Double, passives: Double, detractors: Double) {
    precondition(
      promoters >= 0 && passives >= 0 && detractors >= 0, "a count of answers is not negative")
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  public var count: Double { promoters + passives + detractors }

  /// 100 · (share of promoters − share of detractors), −100 … 100; nil without answers.
  public var score: Double? {
    count > 0 ? 100 * (promoters - detractors) / count : nil
  }

  /// The adjusted Wald interval, clipped to ±100; nil without answers.
  ///
  /// Three answers are added, a quarter of them detractors and a quarter promoters.
  /// (Rocks, *Interval estimation for the net promoter score*, International Journal of Market Research, 2016.)
  public func interval(z: Double = StandardNormal.z95) -> Interval? {
    guard count > 0 else { return nil }
    let adjusted = self.adjusted
    let half = z * adjusted.errorSquared.squareRoot()
    return Interval(100 * (adjusted.difference - half), 100 * (adjusted.difference + half))
      .clipped(to: -100...100)
  }

  /// The z test of a change from this sample to a later one, on the adjusted shares; nil if one is empty.
  public func changeTest(to later: NetPromoterSample) -> SignificanceTest? {
    guard count > 0, later.count > 0 else { return nil }
    let before = adjusted
    let after = later.adjusted
    let error = (before.errorSquared + after.errorSquared).squareRoot()
    return SignificanceTest(z: (after.difference - before.difference) / error)
  }

  /// The interval of the change in points, around the adjusted difference, clipped to ±200; nil if one is empty.
  public func changeInterval(
    to later: NetPromoterSample, z: Double = StandardNormal.z95
  ) -> Interval? {
    guard count > 0, later.count > 0 else { return nil }
    let before = adjusted
    let after = later.adjusted
    let difference = after.difference - before.difference
    let half = z * (before.errorSquared + after.errorSquared).squareRoot()
    return Interval(100 * (difference - half), 100 * (difference + half)).clipped(to: -200...200)
  }

  /// p′ − d′ and its squared standard error, both as shares. The error is never 0.
  private var adjusted: (difference: Double, errorSquared: Double) {
    let n = count + 3
    let p = (promoters + 0.75) / n
    let d = (detractors + 0.75) / n
    return (p - d, (p + d - (p - d) * (p - d)) / n)
  }
}
