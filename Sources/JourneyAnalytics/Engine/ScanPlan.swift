import EventStore

/// Which tallies a set of questions needs, each once.
struct ScanPlan: Sendable {
  let questions: JourneyQuestions
  let grouping: Grouping?
  let selection: CaseSelection
  let activityNames: [String]
  /// Session rules with "by column" replaced by the timeout where the log has no column.
  let sessionRules: [SessionRule]
  let timeScale: SpanScale
  let transitions: Set<Level>
  /// Whether transitions of activities are counted, and the wanted gaps gathered in a second scan.
  ///
  /// Reading a log twice is cheaper than keeping every gap, but choosing and regrouping its events twice is not.
  let countsActivityGaps: Bool
  let variants: Set<Level>
  let levels: Set<Level>

  init(
    _ questions: JourneyQuestions, filters: Filters, grouping: Grouping?,
    source: any JourneySource
  ) throws(EventStoreError) {
    self.questions = questions
    self.grouping = grouping
    activityNames = source.activityNames
    timeScale = SpanScale(unit: source.timeUnit)
    let hasSessions = source.hasSessions
    sessionRules = questions.sessions.map { rule in
      rule == .column && !hasSessions
        ? .timeout(microseconds: SessionRule.defaultTimeout) : rule
    }
    var transitions = questions.transitions.union(questions.time).union(questions.dwell)
    if questions.stages { transitions.insert(.stage) }
    self.transitions = transitions
    var variants = Set(questions.variants.map { $0.by })
    if questions.overview { variants.insert(.activity) }
    self.variants = variants
    var levels = transitions.union(variants).union(questions.rework)
    levels.formUnion(questions.funnels.map { $0.by })
    levels.formUnion(questions.dropOffs.flatMap { [$0.by, $0.goalBy] })
    levels.formUnion(questions.conformance.map { $0.by })
    if questions.touchpoints { levels.insert(.touchpoint) }
    if !questions.stageLimits.isEmpty { levels.insert(.stage) }
    levels.insert(.activity)
    self.levels = levels
    var selection = try CaseSelection(
      filters, source: source,
      keepingChannels: levels.count > 1 && grouping?.dependsOnChannel == true,
      keepingSessions: sessionRules.contains(.column))
    countsActivityGaps =
      transitions.contains(.activity) && selection.keepsEverything
      && activityNames.count <= UnsafeSpanCounts.mostItems
    if selection.keepsEverything, levels == [.activity],
      transitions.isEmpty || countsActivityGaps, Self.takesNarrowChunks(questions, activityNames)
    {
      let looksAtTimes = !transitions.isEmpty || !questions.funnels.isEmpty
      selection.columns.events = looksAtTimes ? .narrow : .codesOnly
    }
    self.selection = selection
  }

  /// Whether all tallies that are not of transitions can read narrow chunks.
  private static func takesNarrowChunks(
    _ questions: JourneyQuestions, _ activityNames: [String]
  ) -> Bool {
    !questions.overview && questions.sessions.isEmpty && questions.time.isEmpty
      && questions.rework.isEmpty && questions.dropOffs.isEmpty && questions.conformance.isEmpty
      && questions.funnels.allSatisfy { FunnelMarks($0, names: activityNames) != nil }
  }

  /// Whether the gaps after each item are asked for.
  func asksDwell(_ level: Level) -> Bool {
    questions.dwell.contains(level) || questions.time.contains(level)
  }

  func names(_ level: Level) -> [String] {
    switch level {
    case .activity: activityNames
    case .touchpoint: grouping?.touchpoints ?? []
    case .stage: grouping?.stages ?? []
    }
  }
}
