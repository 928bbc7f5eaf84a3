/// Opportunity: importance + max(importance − satisfaction, 0), 0 … 20.
///
/// A. W. Ulwick, *Turn customer input into innovation*, Harvard Business Review, 2002.
public struct OpportunityScore: Hashable, Sendable {
  /// 10 × the share that answers 4 or 5 of 5 to "how important", 0 … 10.
  public let importance: Double
  /// 10 × the share that answers 4 or 5 of 5 to "how satisfied", 0 … 10.
  public let satisfaction: Double

  /// Nil unless both are 0 … 10.
  public init?(importance: Double, satisfaction: Double) {
    guard (0...10).contains(importance), (0...10).contains(satisfaction) else { return nil }
    self.importance = importance
    self.satisfaction = satisfaction
  }

  /// From the shares (0 … 1) answering 4–5; nil outside that.
  public init?(importantShare: Double, satisfiedShare: Double) {
    self.init(importance: 10 * importantShare, satisfaction: 10 * satisfiedShare)
  }

  public var value: Double { importance + max(importance - satisfaction, 0) }
}
