/// ICE: impact × confidence × ease, each judged 1 … 10.
public struct IceScore: Hashable, Sendable {
  public let impact: Int
  public let confidence: Int
  public let ease: Int

  /// Nil unless all three are 1 … 10.
  public init?(impact: Int, confidence: Int, ease: Int) {
    guard [impact, confidence, ease].allSatisfy({ (1...10).contains($0) }) else { return nil }
    self.impact = impact
    self.confidence = confidence
    self.ease = ease
  }

  /// 1 … 1000.
  public var value: Int { impact * confidence * ease }
}
