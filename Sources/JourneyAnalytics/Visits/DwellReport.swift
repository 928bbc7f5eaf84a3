/// How long it takes from an event to the next one, by what the first of them is; runs are not merged.
public struct DwellReport: Sendable, Hashable, Encodable {
  public struct Item: Sendable, Hashable, Encodable {
    public var name: String
    public var events: Int
    public var dwell: TimeReport.Dwell
  }

  public var by: Level
  /// Events left out because they are bound to nothing at this level.
  public var unbound: Int
  /// Every item that occurs, most events first.
  public var items: [Item]

  /// What is known of a name, nil if it does not occur.
  public subscript(name: String) -> Item? { items.first { $0.name.equalsInBytes(name) } }
}

extension DwellReport {
  init(_ transitions: TransitionCounts, names: [String], by level: Level, allEvents: Int) {
    by = level
    unbound = allEvents - transitions.eventCount
    let events = transitions.items
    items = names.indices.filter { events[$0] > 0 }.map { item in
      Item(
        name: names[item], events: events[item], dwell: TimeReport.Dwell(transitions.dwell[item]))
    }.sorted {
      $0.events != $1.events ? $0.events > $1.events : $0.name.precedesInBytes($1.name)
    }
  }
}
