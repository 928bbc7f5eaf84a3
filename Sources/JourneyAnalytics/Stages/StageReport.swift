/// How customers move through the stages of a map: reach, loss, and where each step leads.
public struct StageReport: Sendable, Hashable, Encodable {
  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    /// To the next stage.
    case advance
    /// Further than the next stage.
    case skip
    /// To an earlier stage.
    case `return`
    /// Within the stage.
    case loop
  }

  public struct Stage: Sendable, Hashable, Encodable {
    public var name: String
    public var events: Int
    /// Customers with at least one event in the stage.
    public var customers: Int
    /// `customers` ÷ customers with at least one event in any stage.
    @AlwaysWritten public var reach: Double?
    /// Of `customers`, those with no event in a later stage afterwards; nil for the last stage.
    @AlwaysWritten public var lost: Int?
    /// `lost` ÷ `customers`.
    @AlwaysWritten public var loss: Double?
  }

  public struct Move: Sendable, Hashable, Encodable {
    public var from: String
    public var to: String
    public var direction: Direction
    /// The stages passed over, in order of the map.
    public var skipped: [String]
    public var count: Int
    /// Customers with this move, each once.
    public var customers: Int
    /// `count` ÷ moves that leave `from`, loops excluded; nil for a loop.
    @AlwaysWritten public var share: Double?
    public var medianGapSeconds: Double
    public var p90GapSeconds: Double
  }

  /// Customers with at least one event in any stage: the denominator of reach.
  public var customers: Int
  /// All customers asked.
  public var allCustomers: Int
  /// Events in any stage.
  public var events: Int
  /// Events in no stage.
  public var unbound: Int
  /// In order of the map.
  public var stages: [Stage]
  /// Between adjacent bound events, most frequent first; their sum is `events` − `customers`.
  public var moves: [Move]
  /// Moves per direction.
  public var directions: [String: Int]
}

extension StageReport {
  init(
    reach: ReachTally, transitions: TransitionCounts, names: [String], allEvents: Int,
    allJourneys: Int
  ) {
    customers = reach.journeys
    allCustomers = allJourneys
    events = transitions.eventCount
    unbound = allEvents - transitions.eventCount
    stages = names.indices.map { stage in
      let reached = reach.customers[stage]
      let isLast = stage == names.count - 1
      return Stage(
        name: names[stage], events: reach.events[stage], customers: reached,
        reach: reach.journeys == 0 ? nil : Double(reached) / Double(reach.journeys),
        lost: isLast ? nil : reach.lost[stage],
        loss: isLast || reached == 0 ? nil : Double(reach.lost[stage]) / Double(reached))
    }
    var leaving = [Int](repeating: 0, count: names.count)
    for edge in transitions.edges where edge.from != edge.to {
      leaving[edge.from] += edge.gaps.count
    }
    var directions: [String: Int] = [:]
    for direction in Direction.allCases { directions[direction.rawValue] = 0 }
    let ranks = names.byteRanks
    moves = transitions.edges.sorted {
      $0.gaps.count != $1.gaps.count
        ? $0.gaps.count > $1.gaps.count
        : (ranks[$0.from], ranks[$0.to]) < (ranks[$1.from], ranks[$1.to])
    }.map { edge in
      let direction = Self.direction(from: edge.from, to: edge.to)
      directions[direction.rawValue, default: 0] += edge.gaps.count
      return Move(
        from: names[edge.from], to: names[edge.to], direction: direction,
        skipped: direction == .skip ? Array(names[edge.from + 1..<edge.to]) : [],
        count: edge.gaps.count, customers: edge.gaps.journeys,
        share: edge.from == edge.to
          ? nil : Double(edge.gaps.count) / Double(leaving[edge.from]),
        medianGapSeconds: edge.gaps.seconds(0) ?? 0, p90GapSeconds: edge.gaps.seconds(1) ?? 0)
    }
    self.directions = directions
  }

  static func direction(from: Int, to: Int) -> Direction {
    if to == from { return .loop }
    if to < from { return .return }
    return to == from + 1 ? .advance : .skip
  }
}
