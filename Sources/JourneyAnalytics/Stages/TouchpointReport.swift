/// Who meets each touchpoint of a map.
public struct TouchpointReport: Sendable, Hashable, Encodable {
  public struct Touchpoint: Sendable, Hashable, Encodable {
    public var name: String
    public var events: Int
    /// Customers with at least one event at the touchpoint.
    public var customers: Int
    /// `customers` ÷ customers with at least one event at any touchpoint.
    @AlwaysWritten public var reach: Double?
  }

  /// Customers with at least one event at any touchpoint: the denominator of reach.
  public var customers: Int
  /// Events at any touchpoint.
  public var events: Int
  /// Events at no touchpoint.
  public var unbound: Int
  /// `unbound` ÷ all events.
  @AlwaysWritten public var unboundShare: Double?
  /// Touchpoints met at least once ÷ touchpoints of the map.
  @AlwaysWritten public var coverage: Double?
  /// Every touchpoint of the map, in its order; those never met have 0.
  public var touchpoints: [Touchpoint]
  /// Activities of events at no touchpoint.
  public var unboundActivities: NamedCounts
}

extension TouchpointReport {
  init(reach: ReachTally, names: [String], allEvents: Int, unboundActivities: NamedCounts) {
    customers = reach.journeys
    events = reach.events.reduce(0, +)
    unbound = allEvents - events
    unboundShare = allEvents == 0 ? nil : Double(unbound) / Double(allEvents)
    let met = reach.customers.count { $0 > 0 }
    coverage = names.isEmpty ? nil : Double(met) / Double(names.count)
    touchpoints = names.indices.map { place in
      Touchpoint(
        name: names[place], events: reach.events[place], customers: reach.customers[place],
        reach: reach.journeys == 0
          ? nil : Double(reach.customers[place]) / Double(reach.journeys))
    }
    self.unboundActivities = unboundActivities
  }
}
