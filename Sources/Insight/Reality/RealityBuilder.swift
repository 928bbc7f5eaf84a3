public import EventStore
public import Feedback
public import JourneyAnalytics
public import JourneyModel
import Statistics

/// A survey with the answers that came in.
public struct AnsweredSurvey: Sendable {
  public var survey: Survey
  public var answers: [Answer]
  /// Made up for an example: said wherever its numbers stand.
  public var isSynthetic: Bool

  public init(survey: Survey, answers: [Answer], isSynthetic: Bool) {
    self.survey = survey
    self.answers = answers
    self.isSynthetic = isSynthetic
  }
}

/// Joins a map with the log and the surveys: one call answers all that the map shows.
public struct RealityBuilder: Sendable {
  public var workspace: Workspace
  public var surveys: [AnsweredSurvey]
  /// Nil = no log yet.
  public var queries: (any JourneyQueries)?
  public var logLabel: String?
  public var today: CalendarDate

  public init(
    workspace: Workspace, surveys: [AnsweredSurvey], queries: (any JourneyQueries)?,
    logLabel: String?, today: CalendarDate
  ) {
    self.workspace = workspace
    self.surveys = surveys
    self.queries = queries
    self.logLabel = logLabel
    self.today = today
  }

  /// The rules of the workspace resolved against the log, for one map.
  public func binding(for map: JourneyMap) -> MapBinding {
    MapBinding(
      rules: workspace.bindings, map: map, activityNames: queries?.activityNames ?? [],
      channelNames: queries?.channelNames ?? [""])
  }

  /// Every live number of a map.
  ///
  /// - Throws: what the store meets while reading, and `EventStoreError.unknownAttribute` for a filter on an attribute
  ///   that the log does not have.
  public func reality(
    of map: JourneyMap, filters: Filters = .none
  ) throws(EventStoreError) -> MapReality {
    let binding = binding(for: map)
    let scores = PlaceScores(surveys: surveys, map: map, touchpoints: binding.touchpoints)
    var reality = MapReality(logLabel: queries == nil ? nil : logLabel)
    reality.hasSyntheticData = scores.hasSyntheticData
    reality.relationshipScores = scores.ofJourney
    reality.stages = map.stages.map { StageReality(stage: $0.id) }
    reality.touchpoints = binding.touchpoints.map { id in
      TouchpointReality(
        touchpoint: id, stages: map.stages(showing: id, in: binding),
        activities: binding.activities[id] ?? [])
    }
    if let queries, queries.eventCount > 0 {
      let answers = try queries.answer(
        questions(for: map, binding), filters: filters, grouping: binding.grouping)
      fill(&reality, from: answers, map: map, binding: binding)
    }
    for index in reality.stages.indices {
      reality.stages[index].scores = scores.ofStage[reality.stages[index].stage] ?? []
      reality.stages[index].measuredEmotion = scores.emotion[reality.stages[index].stage]
    }
    for index in reality.touchpoints.indices {
      let id = reality.touchpoints[index].touchpoint
      reality.touchpoints[index].scores = scores.ofTouchpoint[id] ?? []
      reality.touchpoints[index].isClearlyWorse = scores.clearlyWorse.contains(id)
    }
    reality.neverSeen = reality.touchpoints.filter { $0.events == 0 }.map {
      NeverSeenTouchpoint(
        touchpoint: $0.touchpoint,
        reason: binding.ruled.contains($0.touchpoint) ? .boundButNeverSeen : .notBound)
    }
    judgeCards(of: map, into: &reality)
    return reality
  }

  private func questions(for map: JourneyMap, _ binding: MapBinding) -> JourneyQuestions {
    var questions = JourneyQuestions.map(binding.grouping)
    questions.transitions = []
    questions.overview = true
    questions.stageLimits = map.stages.map { stage in
      stage.timeFrame.map { Int64(($0.maximumSeconds * 1_000_000).rounded()) }
    }
    return questions
  }

  private func fill(
    _ reality: inout MapReality, from answers: JourneyAnswers, map: JourneyMap,
    binding: MapBinding
  ) {
    reality.events = answers.overview?.events ?? 0
    reality.customers = answers.overview?.distinctCustomers ?? 0
    if let stages = answers.stages {
      reality.boundCustomers = stages.customers
      reality.boundEvents = stages.events
      for (index, stage) in stages.stages.enumerated() {
        reality.stages[index].events = stage.events
        reality.stages[index].customers = stage.customers
        reality.stages[index].reach = stage.reach
        reality.stages[index].loss = stage.loss
        reality.stages[index].lostCustomers = stage.lost
      }
      reality.moves = stages.moves.compactMap { move in
        guard let from = Stage.ID(rawValue: move.from), let to = Stage.ID(rawValue: move.to)
        else { return nil }
        return StageMove(
          from: from, to: to, kind: Self.kind(of: move.direction), count: move.count,
          share: move.share, skipped: move.skipped.compactMap { Stage.ID(rawValue: $0) })
      }
    }
    if let time = answers.time[.stage] {
      for (index, stage) in map.stages.enumerated() {
        guard let item = time[stage.id.rawValue] else { continue }
        reality.stages[index].time = TimeReading(item)
      }
    }
    for (index, beyond) in answers.stageLimits.enumerated() {
      guard let beyond else { continue }
      reality.stages[index].time.beyondFrameShare = beyond.customerShare
      reality.stages[index].time.wastedSeconds = beyond.totalSecondsBeyond
    }
    fillTouchpoints(&reality, from: answers, binding: binding)
    if let funnel = answers.funnels.first { reality.funnelInOrder = funnel.steps.map(\.reached) }
    if let conformance = answers.conformance.first, let fitness = conformance.meanFitness,
      let perfect = conformance.perfectShare
    {
      reality.conformance = ConformanceReading(
        meanFitness: fitness, perfectShare: perfect, journeys: conformance.journeys,
        skipped: Self.byStage(conformance.skipped), extra: Self.byStage(conformance.extra))
    }
  }

  private func fillTouchpoints(
    _ reality: inout MapReality, from answers: JourneyAnswers, binding: MapBinding
  ) {
    if let report = answers.touchpoints {
      for (index, touchpoint) in report.touchpoints.enumerated() {
        reality.touchpoints[index].events = touchpoint.events
        reality.touchpoints[index].customers = touchpoint.customers
        // Where nothing is bound, nothing was measured: that is no 0.
        reality.touchpoints[index].reach =
          binding.ruled.contains(reality.touchpoints[index].touchpoint) ? touchpoint.reach : nil
      }
      reality.unbound = report.unboundActivities.items.map {
        UnboundActivity(activity: $0.name, events: $0.count)
      }
    }
    if let time = answers.time[.touchpoint] {
      for index in reality.touchpoints.indices {
        guard let item = time[reality.touchpoints[index].touchpoint.rawValue] else { continue }
        reality.touchpoints[index].time = TimeReading(item)
      }
    }
  }

  private func judgeCards(of map: JourneyMap, into reality: inout MapReality) {
    let roles = Dictionary(map.lanes.map { ($0.id, $0.role) }, uniquingKeysWith: { a, _ in a })
    let readings = ClaimReadings(reality: reality, surveys: surveys)
    var judged = 0
    var withEvidence = 0
    for card in map.cards where roles[card.lane]?.carriesEvidence == true {
      let claim = card.claim(inLaneOf: roles[card.lane])
      let live = claim.flatMap { readings.reading(of: $0.measure) }
      let standing = EvidenceStanding.compute(
        evidence: card.evidence, claim: claim, liveReading: live,
        thresholds: workspace.thresholds, today: today,
        reviewRhythmInDays: workspace.reviewRhythmInDays)
      judged += 1
      if standing.status != .assumption { withEvidence += 1 }
      reality.cards[card.id] = CardStanding(
        status: standing.status, isStale: standing.isStale,
        supportingVoices: standing.voicesFor, contradictingVoices: standing.voicesAgainst,
        reading: live, explanation: standing.saying)
    }
    reality.evidencedShare = judged == 0 ? nil : Double(withEvidence) / Double(judged)
  }

  private static func kind(of direction: StageReport.Direction) -> StageMove.Kind {
    switch direction {
    case .advance: .advance
    case .skip: .skip
    case .return: .back
    case .loop: .loop
    }
  }

  private static func byStage(_ counts: NamedCounts) -> [Stage.ID: Int] {
    var result: [Stage.ID: Int] = [:]
    for item in counts.items {
      if let stage = Stage.ID(rawValue: item.name) { result[stage] = item.count }
    }
    return result
  }
}

extension JourneyMap {
  fileprivate func stages(showing touchpoint: Touchpoint.ID, in binding: MapBinding) -> [Stage.ID] {
    guard let number = binding.touchpoints.firstIndex(of: touchpoint) else { return [] }
    return binding.grouping.stagesOfTouchpoint[number].map { stages[$0].id }
  }
}

extension TimeReading {
  fileprivate init(_ item: TimeReport.Item) {
    self.init(
      visits: item.visits, open: item.open, medianSeconds: item.medianSeconds,
      p90Seconds: item.p90Seconds, medianLowSeconds: item.medianLowSeconds,
      medianHighSeconds: item.medianHighSeconds)
  }
}
