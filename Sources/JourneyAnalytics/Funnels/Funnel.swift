/// How many journeys reached each step of a funnel, and how long they took.
public struct Funnel: Sendable, Hashable, Encodable {
  public struct Step: Sendable, Hashable, Encodable {
    public var name: String
    /// What a bar is labelled with: the name, or "2 of 3 steps" where order plays no part.
    public var label: String
    /// Journeys that reached this step (or at least so many steps).
    public var reached: Int
    /// `reached` ÷ those who reached the step before; 1 at the first step, nil if none reached the one before.
    @AlwaysWritten public var conversionFromPrevious: Double?
    /// `reached` ÷ those who reached the first step.
    @AlwaysWritten public var conversionFromFirst: Double?
    /// Journeys lost between this step and the next; nil at the last.
    @AlwaysWritten public var lost: Int?
    /// Time from the step before, over the journeys that reached this one.
    @AlwaysWritten public var medianSecondsFromPrevious: Double?
    @AlwaysWritten public var p90SecondsFromPrevious: Double?
  }

  public var by: Level
  public var mode: FunnelQuery.Mode
  /// Nil where the mode has no entry rule.
  @AlwaysWritten public var entry: FunnelQuery.Entry?
  @AlwaysWritten public var windowSeconds: Double?
  /// Journeys asked, those without any step included.
  public var journeys: Int
  public var steps: [Step]
  /// Journeys whose longest chain has 0, 1, … steps.
  public var levels: [Int]
  /// First to last step, over the journeys that reached the last.
  @AlwaysWritten public var medianSecondsToConvert: Double?
  @AlwaysWritten public var p90SecondsToConvert: Double?
}

extension Funnel {
  init(_ query: FunnelQuery, levels: [Int], gaps: [GapSummary]) {
    by = query.by
    mode = query.mode
    entry = query.mode == .ordered ? query.entry : nil
    windowSeconds = query.windowMicroseconds.map { Double($0) / 1e6 }
    journeys = levels.reduce(0, +)
    self.levels = levels
    var reached = [Int](repeating: 0, count: query.steps.count)
    var atLeast = 0
    for step in query.steps.indices.reversed() {
      atLeast += levels[step + 1]
      reached[step] = atLeast
    }
    steps = query.steps.indices.map { step in
      let before = step == 0 ? reached[0] : reached[step - 1]
      let gap = step == 0 ? GapSummary() : gaps[step - 1]
      return Step(
        name: query.steps[step],
        label: query.mode == .any
          ? "\(step + 1) of \(query.steps.count) steps" : query.steps[step],
        reached: reached[step],
        conversionFromPrevious: before == 0 ? nil : Double(reached[step]) / Double(before),
        conversionFromFirst: reached[0] == 0 ? nil : Double(reached[step]) / Double(reached[0]),
        lost: step + 1 < reached.count ? reached[step] - reached[step + 1] : nil,
        medianSecondsFromPrevious: gap.seconds(0), p90SecondsFromPrevious: gap.seconds(1))
    }
    medianSecondsToConvert = gaps.last?.seconds(0)
    p90SecondsToConvert = gaps.last?.seconds(1)
  }
}
