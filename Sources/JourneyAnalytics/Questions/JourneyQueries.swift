public import EventStore

/// Every question of journey analytics over one log; the same answers from whichever engine works them out.
///
/// A touchpoint or stage question without a grouping sees every event as unbound.
public protocol JourneyQueries: Sendable {
  var eventCount: Int { get }
  var customerCount: Int { get }
  /// Raw activity names, by code.
  var activityNames: [String] { get }
  /// Channel names, by code; entry 0 is "" (no channel).
  var channelNames: [String] { get }

  /// Answers all questions together.
  ///
  /// - Throws: `EventStoreError.unknownAttribute` for a filter on an attribute the log does not have, and whatever the
  ///   store meets while reading.
  func answer(
    _ questions: JourneyQuestions, filters: Filters, grouping: Grouping?
  ) throws(EventStoreError) -> JourneyAnswers

  /// The customers behind a drop-off.
  ///
  /// - Parameter limit: at most so many ids; `total` counts all.
  func droppedOffCustomers(
    at name: String, _ query: DropOffQuery, limit: Int, filters: Filters, grouping: Grouping?
  ) throws(EventStoreError) -> DropOffList
}

extension JourneyQueries {
  public func overview(_ filters: Filters = .none) throws(EventStoreError) -> Overview {
    var questions = JourneyQuestions()
    questions.overview = true
    return Self.asked(try answer(questions, filters: filters, grouping: nil).overview)
  }

  public func transitions(
    by level: Level = .activity, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> Transitions {
    var questions = JourneyQuestions()
    questions.transitions = [level]
    return Self.asked(
      try answer(questions, filters: filters, grouping: grouping).transitions[level])
  }

  public func variants(
    _ query: VariantQuery = VariantQuery(), _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> Variants {
    var questions = JourneyQuestions()
    questions.variants = [query]
    return Self.asked(
      try answer(questions, filters: filters, grouping: grouping).variants.first)
  }

  public func sessions(
    _ rule: SessionRule = .column, _ filters: Filters = .none
  ) throws(EventStoreError) -> Sessions {
    var questions = JourneyQuestions()
    questions.sessions = [rule]
    return Self.asked(try answer(questions, filters: filters, grouping: nil).sessions.first)
  }

  public func funnel(
    _ query: FunnelQuery, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> Funnel {
    var questions = JourneyQuestions()
    questions.funnels = [query]
    return Self.asked(
      try answer(questions, filters: filters, grouping: grouping).funnels.first)
  }

  public func time(
    by level: Level = .activity, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> TimeReport {
    var questions = JourneyQuestions()
    questions.time = [level]
    return Self.asked(try answer(questions, filters: filters, grouping: grouping).time[level])
  }

  public func dwell(
    by level: Level = .activity, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> DwellReport {
    var questions = JourneyQuestions()
    questions.dwell = [level]
    return Self.asked(try answer(questions, filters: filters, grouping: grouping).dwell[level])
  }

  public func rework(
    by level: Level = .activity, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> Rework {
    var questions = JourneyQuestions()
    questions.rework = [level]
    return Self.asked(try answer(questions, filters: filters, grouping: grouping).rework[level])
  }

  public func stages(
    _ filters: Filters = .none, grouping: Grouping
  ) throws(EventStoreError) -> StageReport {
    var questions = JourneyQuestions()
    questions.stages = true
    return Self.asked(try answer(questions, filters: filters, grouping: grouping).stages)
  }

  public func touchpoints(
    _ filters: Filters = .none, grouping: Grouping
  ) throws(EventStoreError) -> TouchpointReport {
    var questions = JourneyQuestions()
    questions.touchpoints = true
    return Self.asked(try answer(questions, filters: filters, grouping: grouping).touchpoints)
  }

  public func dropOffs(
    _ query: DropOffQuery, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> DropOffs {
    var questions = JourneyQuestions()
    questions.dropOffs = [query]
    return Self.asked(
      try answer(questions, filters: filters, grouping: grouping).dropOffs.first)
  }

  public func conformance(
    _ query: ConformanceQuery, _ filters: Filters = .none, grouping: Grouping? = nil
  ) throws(EventStoreError) -> Conformance {
    var questions = JourneyQuestions()
    questions.conformance = [query]
    return Self.asked(
      try answer(questions, filters: filters, grouping: grouping).conformance.first)
  }

  private static func asked<Answer>(_ answer: Answer?) -> Answer {
    guard let answer else { preconditionFailure("an engine answers every question it is asked") }
    return answer
  }
}
