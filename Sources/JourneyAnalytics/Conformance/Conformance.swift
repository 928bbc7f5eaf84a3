/// The ideal sequence that journeys are held against.
public struct ConformanceQuery: Sendable, Hashable {
  /// At stage level a journey is its sequence of stage visits; otherwise every event counts.
  public var by: Level
  public var ideal: [String]

  public init(ideal: [String], by: Level = .activity) {
    self.ideal = ideal
    self.by = by
  }
}

/// How well real journeys fit an ideal sequence, and where they deviate.
public struct Conformance: Sendable, Hashable, Encodable {
  public var by: Level
  public var ideal: [String]
  /// Journeys with at least one event at this level.
  public var journeys: Int
  /// Mean over journeys of 1 − (n + m − 2·LCS) ÷ (n + m); nil if there are no journeys.
  @AlwaysWritten public var meanFitness: Double?
  /// Journeys equal to the ideal.
  public var perfect: Int
  /// `perfect` ÷ `journeys`.
  @AlwaysWritten public var perfectShare: Double?
  /// All skipped steps and extra events.
  public var totalCost: Int
  /// Journeys that skip an ideal step, by name.
  public var skipped: NamedCounts
  /// Journeys with an event that the ideal does not have there, by name.
  public var extra: NamedCounts
  /// Journeys in which a name is both skipped and extra.
  public var outOfOrder: NamedCounts
  /// Journeys in which an extra name was also matched.
  public var repeated: NamedCounts
  /// Events bound to nothing at this level; they take no part.
  public var unbound: Int
  /// `unbound` ÷ all events.
  @AlwaysWritten public var unboundShare: Double?
}
