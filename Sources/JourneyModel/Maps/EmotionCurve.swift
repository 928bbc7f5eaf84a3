/// How one persona is assumed to feel along the map. Where nothing is known there is a gap, not 0.
public struct EmotionCurve: Hashable, Sendable {
  /// One feeling that a card names.
  public struct Feeling: Hashable, Sendable {
    public var card: Card.ID
    /// The column number, from 0.
    public var column: Int
    public var emotion: Emotion
  }

  /// Every feeling, by column, then in order of the cards.
  public let feelings: [Feeling]
  /// The highest of all feelings (several if equal); empty unless some other is lower.
  public let peaks: [Feeling]
  /// The lowest of all feelings (several if equal); empty unless some other is higher.
  public let pits: [Feeling]

  /// - Parameter persona: nil = the primary persona, whose feelings need not be marked as theirs.
  public init(of map: JourneyMap, persona: Persona.ID? = nil) {
    let primary = map.personas.first
    let wanted = persona ?? primary
    let columns = map.columns
    let numbers = Dictionary(
      columns.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    let found = map.cards.inOrder().compactMap { card -> Feeling? in
      guard let emotion = card.emotion, emotion.score.isFinite, let column = numbers[card.step],
        (emotion.persona ?? primary) == wanted
      else { return nil }
      return Feeling(card: card.id, column: column, emotion: emotion)
    }
    let sorted = found.enumerated().sorted { a, b in
      (a.element.column, a.offset) < (b.element.column, b.offset)
    }
    feelings = sorted.map(\.element)
    let scores = feelings.map(\.emotion.score)
    if let highest = scores.max(), let lowest = scores.min(), lowest < highest {
      peaks = feelings.filter { $0.emotion.score == highest }
      pits = feelings.filter { $0.emotion.score == lowest }
    } else {
      peaks = []
      pits = []
    }
  }

  /// Where the curve passes a column: the mean of the feelings held together there, never of alternatives.
  ///
  /// Nil in a gap, and where the column has only alternatives.
  public func height(at column: Int) -> Double? { mean(at: column, branch: nil) }

  /// Where a fork ends in a column, if that alternative is described there.
  public func height(at column: Int, ifItGoes branch: Emotion.Branch) -> Double? {
    mean(at: column, branch: branch)
  }

  private func mean(at column: Int, branch: Emotion.Branch?) -> Double? {
    let scores = feelings.filter { $0.column == column && $0.emotion.branch == branch }
      .map(\.emotion.score)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}
