/// A number taken from a sample, with how sure we are of it.
///
/// A sample of nothing has no estimate: functions return nil then, never a zero.
public struct Estimate: Hashable, Sendable, Codable {
  /// The number itself; its unit is that of whoever made it (shares are 0 … 1).
  public var value: Double
  /// The 95 % interval; nil where the sample is too small to give one (a mean of one answer).
  public var interval: Interval?
  /// How many observations it rests on.
  public var n: Int
  /// Kish's effective number of observations: equal to `n` unless weights differ.
  public var effectiveN: Double

  public init(value: Double, interval: Interval?, n: Int, effectiveN: Double? = nil) {
    self.value = value
    self.interval = interval
    self.n = n
    self.effectiveN = effectiveN ?? Double(n)
  }

  public var low: Double? { interval?.low }
  public var high: Double? { interval?.high }
}
