public import EventStore

/// Answers questions by scanning a log on this machine.
///
/// Workers tally whole journeys; their tallies are merged into the same answer however the log was split.
public struct LocalJourneyQueries: JourneyQueries {
  private let source: any JourneySource

  public init(_ source: any JourneySource) { self.source = source }

  public var eventCount: Int { source.eventCount }
  public var customerCount: Int { source.customerCount }
  public var activityNames: [String] { source.activityNames }
  public var channelNames: [String] { source.channelNames }

  public func answer(
    _ questions: JourneyQuestions, filters: Filters, grouping: Grouping?
  ) throws(EventStoreError) -> JourneyAnswers {
    let plan = try ScanPlan(questions, filters: filters, grouping: grouping, source: source)
    var tallies = try source.scan(
      plan.selection.columns, into: { ScanTallies(plan) },
      { (tallies: inout ScanTallies, chunk) in tallies.take(chunk) })
    if tallies.isEmpty { tallies = [ScanTallies(plan)] }
    return Self.answers(
      tallies, plan,
      activities: plan.countsActivityGaps ? try countedTransitions(tallies, plan) : nil)
  }

  /// Transitions of activities from counts: a second scan gathers the gaps that hold quantiles.
  private func countedTransitions(
    _ tallies: [ScanTallies], _ plan: ScanPlan
  ) throws(EventStoreError) -> TransitionCounts {
    let counts = tallies.compactMap { $0.activityGaps }
    let wanted = WantedSpans(
      counts, itemCount: plan.activityNames.count, quantiles: [.median, .p90],
      byItem: plan.asksDwell(.activity))
    let logs = try source.scan(
      plan.selection.columns, into: { UnsafeSpanLog(wanted) },
      { (log: inout UnsafeSpanLog, chunk) in log.take(plan.selection.journeys(of: chunk)) })
    return TransitionCounts(counts, wanted, logs, withDwell: plan.asksDwell(.activity))
  }

  /// - Parameter activities: transitions of activities where they were counted.
  private static func answers(
    _ tallies: [ScanTallies], _ plan: ScanPlan, activities: TransitionCounts?
  ) -> JourneyAnswers {
    let questions = plan.questions
    var answers = JourneyAnswers()
    let events = tallies.reduce(0) { $0 + $1.events }
    let journeys = tallies.reduce(0) { $0 + $1.journeys }
    for level in Level.allCases {
      let names = plan.names(level)
      if plan.transitions.contains(level) {
        let counts =
          (level == .activity ? activities : nil)
          ?? TransitionTally.merged(
            tallies.compactMap { $0.transitions[level] }, itemCount: names.count)
        if questions.transitions.contains(level) {
          answers.transitions[level] = Transitions(
            counts, names: names, by: level, allEvents: events)
        }
        if questions.dwell.contains(level) {
          answers.dwell[level] = DwellReport(counts, names: names, by: level, allEvents: events)
        }
        if questions.time.contains(level) {
          let (visits, open) = VisitTally.merged(
            tallies.compactMap { $0.visits[level] }, itemCount: names.count)
          answers.time[level] = TimeReport(
            visits: visits, open: open, transitions: counts, names: names, by: level,
            allEvents: events)
        }
        if level == .stage, questions.stages {
          let reach = ReachTally.merged(
            tallies.compactMap { $0.reach[level] }, itemCount: names.count)
          answers.stages = StageReport(
            reach: reach, transitions: counts, names: names, allEvents: events,
            allJourneys: journeys)
        }
      }
      if level == .touchpoint, questions.touchpoints {
        answers.touchpoints = touchpoints(tallies, plan, allEvents: events)
      }
      if questions.rework.contains(level) {
        answers.rework[level] = ReworkTally.merged(
          tallies.compactMap { $0.rework[level] }, names: names, by: level)
      }
    }
    let variants = variantCounts(tallies, plan)
    answers.variants = questions.variants.compactMap { query in
      variants[query.by].map {
        Variants($0, names: plan.names(query.by), by: query.by, top: query.top)
      }
    }
    if questions.overview {
      answers.overview = OverviewTally.merged(
        tallies.compactMap { $0.overview }, variants: variants[.activity]?.distinct ?? 0,
        itemCount: plan.activityNames.count)
    }
    for (index, query) in questions.funnels.enumerated() {
      answers.funnels.append(FunnelTally.merged(tallies.map { $0.funnels[index] }, query))
    }
    for (index, rule) in plan.sessionRules.enumerated() {
      answers.sessions.append(
        SessionTally.merged(tallies.map { $0.sessions[index] }, rule: rule))
    }
    for (index, query) in questions.dropOffs.enumerated() {
      answers.dropOffs.append(
        DropOffTally.merged(
          tallies.map { $0.dropOffs[index] }, query, names: plan.names(query.by)))
    }
    for (index, query) in questions.conformance.enumerated() {
      answers.conformance.append(
        ConformanceTally.merged(
          tallies.map { $0.conformance[index] }, query, names: plan.names(query.by),
          allEvents: events))
    }
    if !questions.stageLimits.isEmpty {
      answers.stageLimits = VisitLimitTally.merged(
        tallies.compactMap { $0.stageLimits }, limits: questions.stageLimits)
    }
    return answers
  }

  private static func variantCounts(
    _ tallies: [ScanTallies], _ plan: ScanPlan
  ) -> [Level: VariantCounts] {
    var counts: [Level: VariantCounts] = [:]
    for level in plan.variants {
      let limit = plan.questions.variants.filter { $0.by == level }.map { $0.top }.max() ?? 0
      counts[level] = VariantCounts(
        tallies.compactMap { $0.variants[level] }, top: limit,
        ranks: plan.names(level).byteRanks)
    }
    return counts
  }

  private static func touchpoints(
    _ tallies: [ScanTallies], _ plan: ScanPlan, allEvents: Int
  ) -> TouchpointReport {
    let names = plan.names(.touchpoint)
    let reach = ReachTally.merged(
      tallies.compactMap { $0.reach[.touchpoint] }, itemCount: names.count)
    var unbound = [Int](repeating: 0, count: plan.activityNames.count)
    for tally in tallies.compactMap({ $0.unbound }) {
      for activity in unbound.indices { unbound[activity] += tally.counts[activity] }
    }
    return TouchpointReport(
      reach: reach, names: names, allEvents: allEvents,
      unboundActivities: NamedCounts(unbound, names: plan.activityNames))
  }
}

extension LocalJourneyQueries {
  public func droppedOffCustomers(
    at name: String, _ query: DropOffQuery, limit: Int, filters: Filters, grouping: Grouping?
  ) throws(EventStoreError) -> DropOffList {
    var questions = JourneyQuestions()
    questions.dropOffs = [query]
    let plan = try ScanPlan(questions, filters: filters, grouping: grouping, source: source)
    let found = try source.scan(
      plan.selection.columns, into: { DropOffSearch(plan, query, name: name) },
      { (search: inout DropOffSearch, chunk) in search.take(chunk) })
    let customers = DropOffSearch.merged(found, settle: query.settleMicroseconds)
    return DropOffList(
      name: name, total: customers.count,
      customers: customers.prefix(limit).map { source.customerID($0) })
  }
}
