/// Work done again: immediate repeats, later repetitions, and journeys that hold an activity more than once.
public struct Rework: Sendable, Hashable, Encodable {
  public struct Item: Sendable, Hashable, Encodable {
    public var name: String
    /// Immediate repeats: run length − 1, over all runs.
    public var selfLoops: Int
    /// The item again later with others between: runs − 1, over all journeys.
    public var repetitions: Int
    /// Journeys that hold the item more than once.
    public var journeysRepeating: Int
  }

  public var by: Level
  public var journeys: Int
  /// Events − distinct items, over all journeys.
  public var rework: Int
  public var journeysWithRework: Int
  public var journeysWithSelfLoop: Int
  public var selfLoops: Int
  public var repetitions: Int
  /// Items that repeat, by journeys that repeat them.
  public var items: [Item]
}
