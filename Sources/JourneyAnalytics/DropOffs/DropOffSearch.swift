import EventStore

/// Collects the customers whose journeys dropped off at one item.
struct DropOffSearch: Sendable {
  private let plan: ScanPlan
  private let query: DropOffQuery
  private let projection: Projection?
  private let item: Int?
  private let isGoal: [Bool]
  private var latest = Int64.min
  private var found: [(customer: Int, end: Int64)] = []

  init(_ plan: ScanPlan, _ query: DropOffQuery, name: String) {
    self.plan = plan
    self.query = query
    projection = plan.grouping.map { Projection(grouping: $0) }
    item = plan.names(query.by).code(of: name)
    isGoal = plan.names(query.goalBy).map { name in
      query.goal.contains { $0.equalsInBytes(name) }
    }
  }

  mutating func take(_ chunk: JourneyChunk) {
    latest = max(latest, chunk.times.max() ?? .min)
    guard let item else { return }
    let activities = plan.selection.journeys(of: chunk)
    let items = journeys(activities, by: query.by)
    let goals = journeys(activities, by: query.goalBy)
    for journey in 0..<activities.journeyCount {
      let events = items.events(ofJourney: journey)
      guard !events.isEmpty, items.items[events.upperBound - 1] == item else { continue }
      if goals.events(ofJourney: journey).contains(where: { isGoal[Int(goals.items[$0])] }) {
        continue
      }
      let end = activities.times[activities.events(ofJourney: journey).upperBound - 1]
      found.append((activities.customer(ofJourney: journey), end))
    }
  }

  private func journeys(_ activities: CaseChunk, by level: Level) -> CaseChunk {
    if level == .activity { return activities }
    return projection?.journeys(of: activities, by: level) ?? activities.withoutEvents
  }

  /// Numbers of the customers whose journeys are settled, ascending.
  static func merged(_ searches: [DropOffSearch], settle: Int64) -> [Int] {
    let logEnd = searches.reduce(Int64.min) { max($0, $1.latest) }
    return searches.flatMap { $0.found }
      .filter { DropOffTally.isSettled($0.end, logEnd: logEnd, settle: settle) }
      .map { $0.customer }
      .sorted()
  }
}
