/// The directly-follows graph of a log: which event follows which, how often and after how long.
public struct Transitions: Sendable, Hashable, Encodable {
  public struct Edge: Sendable, Hashable, Encodable {
    public var from: String
    public var to: String
    /// How often `to` came right after `from`.
    public var count: Int
    /// Customers with this transition, each once.
    public var customers: Int
    /// `count` ÷ all transitions.
    public var share: Double
    /// `count` ÷ transitions that leave `from`.
    public var shareOfFrom: Double
    /// From -1 to 1: how much more often `to` follows `from` than the other way round; for a loop a/(a + 1).
    public var dependency: Double
    public var medianGapSeconds: Double
    public var meanGapSeconds: Double
    public var p90GapSeconds: Double
    public var totalGapSeconds: Double
  }

  public var by: Level
  /// Journeys with at least one event at this level.
  public var journeys: Int
  /// Events at this level; the sum of edges is `events` − `journeys`.
  public var events: Int
  /// Events left out because they are bound to nothing at this level.
  public var unbound: Int
  /// Most frequent first.
  public var edges: [Edge]
  /// Journeys by their first event.
  public var starts: NamedCounts
  /// Journeys by their last event.
  public var ends: NamedCounts
  /// Events by name, at whichever level was asked for.
  public var activities: NamedCounts

  /// The edge between two names, if it occurs.
  public func edge(from: String, to: String) -> Edge? {
    edges.first { $0.from.equalsInBytes(from) && $0.to.equalsInBytes(to) }
  }
}

extension Transitions {
  init(_ counts: TransitionCounts, names: [String], by level: Level, allEvents: Int) {
    let total = counts.edges.reduce(0) { $0 + $1.gaps.count }
    var leaving = [Int](repeating: 0, count: names.count)
    for edge in counts.edges { leaving[edge.from] += edge.gaps.count }
    let ranks = names.byteRanks
    let ordered = counts.edges.sorted {
      $0.gaps.count != $1.gaps.count
        ? $0.gaps.count > $1.gaps.count
        : (ranks[$0.from], ranks[$0.to]) < (ranks[$1.from], ranks[$1.to])
    }
    by = level
    journeys = counts.journeys
    events = counts.eventCount
    unbound = allEvents - counts.eventCount
    edges = ordered.map { edge in
      let count = edge.gaps.count
      return Edge(
        from: names[edge.from], to: names[edge.to], count: count, customers: edge.gaps.journeys,
        share: Double(count) / Double(total),
        shareOfFrom: Double(count) / Double(leaving[edge.from]),
        dependency: Self.dependency(
          forward: count, back: counts.count(from: edge.to, to: edge.from),
          isLoop: edge.from == edge.to),
        medianGapSeconds: edge.gaps.seconds(0) ?? 0, meanGapSeconds: edge.gaps.meanSeconds ?? 0,
        p90GapSeconds: edge.gaps.seconds(1) ?? 0, totalGapSeconds: edge.gaps.sumSeconds)
    }
    starts = NamedCounts(counts.starts, names: names)
    ends = NamedCounts(counts.ends, names: names)
    activities = NamedCounts(counts.items, names: names)
  }

  /// (|a>b| − |b>a|) ÷ (|a>b| + |b>a| + 1); for a loop |a>a| ÷ (|a>a| + 1).
  static func dependency(forward: Int, back: Int, isLoop: Bool) -> Double {
    isLoop
      ? Double(forward) / Double(forward + 1)
      : Double(forward - back) / Double(forward + back + 1)
  }
}
