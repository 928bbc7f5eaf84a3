/// How far a number of answers carries: what may be shown of it, and with what mark.
public enum SampleBase: String, Hashable, Sendable, Codable, CaseIterable {
  /// No answers: shown as "no data".
  case none
  /// 1–4 answers: hidden in shared views, so that nobody is recognised.
  case tooFewToShare
  /// 5–29 answers (1–29 where nothing is shared): marked "low base".
  case low
  /// 30 answers or more.
  case enough

  /// Below this, a number is hidden in shared views.
  public static let leastShared = 5
  /// Below this, a number is marked "low base".
  public static let leastEnough = 30

  public init(n: Int) {
    self =
      switch n {
      case ..<1: .none
      case ..<Self.leastShared: .tooFewToShare
      case ..<Self.leastEnough: .low
      default: .enough
      }
  }

  /// Whether the number is marked "low base" where it is shown.
  public var isLow: Bool { self == .low || self == .tooFewToShare }
}
