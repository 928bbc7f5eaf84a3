/// The outcome of a test whose statistic is normal: how far from "no difference", and how likely by luck.
public struct SignificanceTest: Hashable, Sendable, Codable {
  /// Distance from no difference in standard errors; positive if the second sample is higher.
  public var z: Double
  /// Two-sided probability of a distance at least as large if there were no difference.
  public var p: Double

  public init(z: Double) {
    self.z = z
    self.p = StandardNormal.twoSidedProbability(z)
  }
}
