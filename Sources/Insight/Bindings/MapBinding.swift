public import JourneyAnalytics
public import JourneyModel

/// The binding rules of a workspace resolved against one log and one map.
///
/// Rules are tried in listed order and the first match binds. A touchpoint stands in the stages in which the map has cards
/// that refer to it; an event at a touchpoint that the map does not show is unbound on this map.
public struct MapBinding: Sendable {
  public let map: JourneyMap
  /// Touchpoints that the map shows, in order of their first card (stage by stage).
  public let touchpoints: [Touchpoint.ID]
  /// What the kernels count by: names are ids.
  public let grouping: Grouping
  /// Raw activities bound to each touchpoint, by UTF-8 bytes.
  public let activities: [Touchpoint.ID: [String]]
  /// Raw activities that no rule binds to a touchpoint of this map, in any channel.
  public let unboundActivities: Set<String>
  /// Touchpoints that some rule names.
  let ruled: Set<Touchpoint.ID>

  public init(
    rules: [BindingRule], map: JourneyMap, activityNames: [String], channelNames: [String]
  ) {
    self.map = map
    let placed = Self.places(of: map)
    touchpoints = placed.map(\.touchpoint)
    ruled = Set(rules.map(\.touchpoint))
    let numbers = Dictionary(uniqueKeysWithValues: zip(touchpoints, touchpoints.indices))
    let resolved = rules.map { rule in
      (
        activity: Wildcard(rule.activity), channel: rule.channel.map { Wildcard($0) },
        touchpoint: numbers[rule.touchpoint]
      )
    }
    // The first rule that matches decides, even if its touchpoint is not on this map.
    var table: [[Int?]] = []
    for activity in activityNames {
      let candidates = resolved.filter { $0.activity.matches(activity) }
      table.append(
        channelNames.map { channel in
          candidates.first { $0.channel?.matches(channel) ?? true }?.touchpoint
        })
    }
    grouping = Grouping(
      touchpoints: touchpoints.map(\.rawValue), stages: map.stages.map(\.id.rawValue),
      stagesOfTouchpoint: placed.map(\.stages), activityCount: activityNames.count,
      channelCount: channelNames.count
    ) { activity, channel in table[activity][channel] }
    var activities: [Touchpoint.ID: Set<String>] = [:]
    var unbound: Set<String> = []
    for (activity, row) in zip(activityNames, table) {
      let bound = Set(row.compactMap(\.self))
      for touchpoint in bound { activities[touchpoints[touchpoint], default: []].insert(activity) }
      if bound.isEmpty { unbound.insert(activity) }
    }
    self.activities = activities.mapValues {
      $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    unboundActivities = unbound
  }

  /// Each touchpoint of the map with the stages (as indices) of the cards that refer to it.
  private static func places(of map: JourneyMap) -> [(touchpoint: Touchpoint.ID, stages: [Int])] {
    var order: [Touchpoint.ID] = []
    var stages: [Touchpoint.ID: Set<Int>] = [:]
    let touchpointLanes = Set(
      map.lanes.filter { $0.role == .touchpoint || $0.role == .frontStage }.map(\.id))
    let columns = map.stages.indices.flatMap { stage in
      map.stages[stage].columns.map { (step: $0.id, stage: stage) }
    }
    let columnOfStep = Dictionary(
      columns.enumerated().map { ($1.step, $0) }, uniquingKeysWith: { first, _ in first })
    let cards = map.cards.compactMap { card -> (card: Card, column: Int)? in
      guard touchpointLanes.contains(card.lane) else { return nil }
      return columnOfStep[card.step].map { (card, $0) }
    }.sorted { ($0.column, $0.card.order, $0.card.id) < ($1.column, $1.card.order, $1.card.id) }
    for (card, column) in cards {
      guard let touchpoint = card.touchpoint else { continue }
      if stages[touchpoint] == nil { order.append(touchpoint) }
      let last = min(column + max(card.span, 1), columns.count)
      for covered in column..<last {
        stages[touchpoint, default: []].insert(columns[covered].stage)
      }
    }
    return order.map { ($0, (stages[$0] ?? []).sorted()) }
  }
}
