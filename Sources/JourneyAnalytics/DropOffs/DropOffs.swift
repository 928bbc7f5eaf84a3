/// Where journeys end without having met a goal.
public struct DropOffQuery: Sendable, Hashable {
  public var by: Level
  /// Names of which a journey must have met one, at level `goalBy`; empty if no journey can meet the goal.
  public var goal: [String]
  public var goalBy: Level
  /// A journey whose last event is no more than this before the log's end is still open.
  public var settleMicroseconds: Int64

  /// Thirty days.
  public static let defaultSettle: Int64 = 30 * 86_400 * 1_000_000

  public init(
    by: Level = .activity, goal: [String], goalBy: Level = .activity,
    settleMicroseconds: Int64 = DropOffQuery.defaultSettle
  ) {
    self.by = by
    self.goal = goal
    self.goalBy = goalBy
    self.settleMicroseconds = settleMicroseconds
  }
}

/// Drop-off of each item: journeys that end there without the goal ÷ journeys that contain it, open ones in neither.
public struct DropOffs: Sendable, Hashable, Encodable {
  public struct Item: Sendable, Hashable, Encodable {
    public var name: String
    /// Settled journeys whose last event is here and that never met the goal.
    public var dropped: Int
    /// Settled journeys that contain the item.
    public var journeys: Int
    /// `dropped` ÷ `journeys`.
    public var share: Double
  }

  public var by: Level
  public var goal: [String]
  public var settleSeconds: Double
  /// The last event of the whole log, before any filter.
  @AlwaysWritten public var logEnd: Instant?
  /// Journeys still open, left out everywhere else.
  public var open: Int
  /// Settled journeys.
  public var journeys: Int
  /// Settled journeys that never met the goal.
  public var dropped: Int
  /// `dropped` ÷ `journeys`: what each item's share is compared with.
  @AlwaysWritten public var share: Double?
  /// Highest share first.
  public var items: [Item]
}

/// The customers behind one drop-off, in byte order of their ids.
public struct DropOffList: Sendable, Hashable, Encodable {
  public var name: String
  /// Journeys that dropped off here: equal to the count in `DropOffs`.
  public var total: Int
  /// At most as many ids as were asked for; a customer appears once per session where sessions are the journeys.
  public var customers: [String]
}
