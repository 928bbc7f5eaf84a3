/// Any number of questions to be answered together in one scan of the log.
///
/// The answers to the lists stand in the same order in `JourneyAnswers`.
public struct JourneyQuestions: Sendable, Hashable {
  public var overview = false
  public var transitions: Set<Level> = []
  public var variants: [VariantQuery] = []
  public var sessions: [SessionRule] = []
  public var funnels: [FunnelQuery] = []
  /// Visits, and dwell per event.
  public var time: Set<Level> = []
  /// Dwell per event alone: with transitions at the same level it costs next to nothing.
  public var dwell: Set<Level> = []
  public var rework: Set<Level> = []
  /// Stage moves, reach and loss.
  public var stages = false
  /// Reach of touchpoints, map coverage and unbound events.
  public var touchpoints = false
  public var dropOffs: [DropOffQuery] = []
  public var conformance: [ConformanceQuery] = []
  /// The planned maximum of each stage in microseconds, in order of the grouping (nil = no plan); empty = not asked.
  public var stageLimits: [Int64?] = []

  public init() {}

  /// All that a map shows: stages, touchpoints, time and the stage funnel "in order".
  public static func map(_ grouping: Grouping) -> JourneyQuestions {
    var questions = JourneyQuestions()
    questions.stages = true
    questions.touchpoints = true
    questions.time = [.touchpoint, .stage]
    questions.transitions = [.touchpoint]
    questions.funnels = [FunnelQuery(steps: grouping.stages, by: .stage)]
    questions.conformance = [ConformanceQuery(ideal: grouping.stages, by: .stage)]
    return questions
  }
}

/// Answers to `JourneyQuestions`; what was not asked is nil or missing.
public struct JourneyAnswers: Sendable, Hashable {
  public package(set) var overview: Overview?
  public package(set) var transitions: [Level: Transitions] = [:]
  public package(set) var variants: [Variants] = []
  public package(set) var sessions: [Sessions] = []
  public package(set) var funnels: [Funnel] = []
  public package(set) var time: [Level: TimeReport] = [:]
  public package(set) var dwell: [Level: DwellReport] = [:]
  public package(set) var rework: [Level: Rework] = [:]
  public package(set) var stages: StageReport?
  public package(set) var touchpoints: TouchpointReport?
  public package(set) var dropOffs: [DropOffs] = []
  public package(set) var conformance: [Conformance] = []
  /// One entry per stage, nil where it has no limit.
  public package(set) var stageLimits: [VisitExcess?] = []

  /// For an engine to fill.
  package init() {}
}
