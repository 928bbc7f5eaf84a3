import EventStore

/// What one worker has counted so far.
struct ScanTallies: Sendable {
  private let plan: ScanPlan
  private let projection: Projection?
  private(set) var events = 0
  private(set) var journeys = 0
  /// Transitions of which every gap is kept.
  private(set) var transitions: [Level: TransitionTally] = [:]
  private(set) var activityGaps: UnsafeSpanCounts?
  private(set) var variants: [Level: VariantTally] = [:]
  private(set) var visits: [Level: VisitTally] = [:]
  private(set) var rework: [Level: ReworkTally] = [:]
  private(set) var reach: [Level: ReachTally] = [:]
  private(set) var overview: OverviewTally?
  private(set) var funnels: [FunnelTally] = []
  private(set) var sessions: [SessionTally] = []
  private(set) var dropOffs: [DropOffTally] = []
  private(set) var conformance: [ConformanceTally] = []
  private(set) var unbound: UnboundTally?
  private(set) var stageLimits: VisitLimitTally?

  init(_ plan: ScanPlan) {
    self.plan = plan
    projection = plan.grouping.map { Projection(grouping: $0) }
    let questions = plan.questions
    let count = { plan.names($0).count }
    if plan.countsActivityGaps {
      activityGaps = UnsafeSpanCounts(
        itemCount: count(.activity), scale: plan.timeScale)
    }
    for level in plan.transitions where level != .activity || activityGaps == nil {
      transitions[level] = TransitionTally(itemCount: count(level))
    }
    for level in plan.variants { variants[level] = VariantTally(itemCount: count(level)) }
    for level in questions.time { visits[level] = VisitTally(itemCount: count(level)) }
    for level in questions.rework { rework[level] = ReworkTally(itemCount: count(level)) }
    if questions.stages { reach[.stage] = ReachTally(itemCount: count(.stage)) }
    if questions.touchpoints {
      reach[.touchpoint] = ReachTally(itemCount: count(.touchpoint))
      unbound = UnboundTally(itemCount: count(.activity))
    }
    if questions.overview { overview = OverviewTally(itemCount: count(.activity)) }
    funnels = questions.funnels.map {
      FunnelTally($0, names: plan.names($0.by), unit: plan.timeScale.unit)
    }
    sessions = plan.sessionRules.map { SessionTally($0) }
    dropOffs = questions.dropOffs.map { query in
      let goals = plan.names(query.goalBy).map { name in
        query.goal.contains { $0.equalsInBytes(name) }
      }
      return DropOffTally(query, isGoal: goals, itemCount: count(query.by))
    }
    conformance = questions.conformance.map { ConformanceTally($0, names: plan.names($0.by)) }
    if !questions.stageLimits.isEmpty {
      precondition(
        questions.stageLimits.count == count(.stage), "one limit per stage of the grouping")
      stageLimits = VisitLimitTally(limits: questions.stageLimits)
    }
  }

  /// Counts a chunk at every level that is asked for.
  mutating func take(_ chunk: JourneyChunk) {
    let activities = plan.selection.journeys(of: chunk)
    events += activities.eventCount
    journeys += activities.journeyCount
    var levels: [Level: CaseChunk] = [.activity: activities]
    for level in plan.levels where level != .activity {
      levels[level] =
        projection?.journeys(of: activities, by: level) ?? activities.withoutEvents
    }
    for (level, chunk) in levels {
      transitions[level]?.take(chunk)
      variants[level]?.take(chunk)
      visits[level]?.take(chunk)
      rework[level]?.take(chunk)
      reach[level]?.take(chunk)
    }
    activityGaps?.take(activities)
    overview?.take(activities)
    unbound?.take(activities, projection)
    if let chunk = levels[.stage] { stageLimits?.take(chunk) }
    for (index, query) in plan.questions.funnels.enumerated() {
      if let chunk = levels[query.by] { funnels[index].take(chunk) }
    }
    for index in sessions.indices { sessions[index].take(activities) }
    for (index, query) in plan.questions.conformance.enumerated() {
      if let chunk = levels[query.by] { conformance[index].take(chunk) }
    }
    if !dropOffs.isEmpty {
      let latest = chunk.times.max() ?? .min
      for (index, query) in plan.questions.dropOffs.enumerated() {
        guard let items = levels[query.by], let goals = levels[query.goalBy] else { continue }
        dropOffs[index].take(items, goals: goals, activities: activities, latest: latest)
      }
    }
  }
}
