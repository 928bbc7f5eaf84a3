/// How long customers stay in each activity, touchpoint or stage.
public struct TimeReport: Sendable, Hashable, Encodable {
  public struct Item: Sendable, Hashable, Encodable {
    public var name: String
    /// Finished visits: runs of adjacent events in the item, followed by an event outside it.
    public var visits: Int
    /// Last visits of journeys: they have no end, and are in neither `visits` nor the quantiles.
    public var open: Int
    @AlwaysWritten public var medianSeconds: Double?
    /// The 95 % interval of the median: order statistics, so its ends are times that occurred.
    @AlwaysWritten public var medianLowSeconds: Double?
    @AlwaysWritten public var medianHighSeconds: Double?
    @AlwaysWritten public var meanSeconds: Double?
    @AlwaysWritten public var p90Seconds: Double?
    public var totalSeconds: Double
    public var events: Int
    /// Dwell per event: the gap from each event to the next one, runs not merged.
    public var dwell: Dwell
  }

  public struct Dwell: Sendable, Hashable, Encodable {
    /// Events with a next event.
    public var count: Int
    @AlwaysWritten public var medianSeconds: Double?
    @AlwaysWritten public var meanSeconds: Double?
    @AlwaysWritten public var p90Seconds: Double?
  }

  public var by: Level
  /// Events left out because they are bound to nothing at this level.
  public var unbound: Int
  /// Every item that occurs, most visits first.
  public var items: [Item]

  /// What is known of a name, nil if it does not occur.
  public subscript(name: String) -> Item? { items.first { $0.name.equalsInBytes(name) } }
}

extension TimeReport {
  init(
    visits: [GapSummary], open: [Int], transitions: TransitionCounts, names: [String],
    by level: Level, allEvents: Int
  ) {
    by = level
    unbound = allEvents - transitions.eventCount
    let events = transitions.items
    items = names.indices.filter { events[$0] > 0 }.map { item in
      return Item(
        name: names[item], visits: visits[item].count, open: open[item],
        medianSeconds: visits[item].seconds(0), medianLowSeconds: visits[item].seconds(2),
        medianHighSeconds: visits[item].seconds(3), meanSeconds: visits[item].meanSeconds,
        p90Seconds: visits[item].seconds(1), totalSeconds: visits[item].sumSeconds,
        events: events[item],
        dwell: Dwell(transitions.dwell[item]))
    }.sorted {
      $0.visits != $1.visits ? $0.visits > $1.visits : $0.name.precedesInBytes($1.name)
    }
  }
}

extension TimeReport.Dwell {
  /// - Parameter gaps: with median and p90 as quantiles.
  init(_ gaps: GapSummary) {
    count = gaps.count
    medianSeconds = gaps.seconds(0)
    meanSeconds = gaps.meanSeconds
    p90Seconds = gaps.seconds(1)
  }
}
