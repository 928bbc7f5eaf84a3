/// How long a stage is planned to take: from `minimum` to `maximum`.
public struct TimeFrame: Hashable, Sendable, Codable {
  public enum Unit: String, Codable, Sendable, CaseIterable {
    case minutes, hours, days, weeks, months, years
    /// Seconds in one unit; a month counts 30 days, a year 365.
    public var seconds: Double {
      switch self {
      case .minutes: 60
      case .hours: 3_600
      case .days: 86_400
      case .weeks: 604_800
      case .months: 2_592_000
      case .years: 31_536_000
      }
    }
  }
  public var minimum: Double
  public var maximum: Double
  public var unit: Unit
  public init(minimum: Double, maximum: Double, unit: Unit) {
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
  }
  public var minimumSeconds: Double { minimum * unit.seconds }
  public var maximumSeconds: Double { maximum * unit.seconds }
}

/// A part of the journey as the customer sees it.
public struct Stage: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Stage>

  /// Where the stage lies relative to the purchase.
  public enum Phase: String, Codable, Sendable, CaseIterable { case before, during, after }

  public var id: ID
  public var order: OrderKey
  public var name: String
  /// In the customer's words: "I understand my problem and look for a solution".
  public var mindset: String
  public var goal: String
  public var timeFrame: TimeFrame?
  public var entryRule: String
  public var exitRule: String
  /// What the business should do here.
  public var businessAim: String
  public var phase: Phase?
  /// In order; a stage with none is its own single step.
  public var steps: [Step]

  public init(
    id: ID, order: OrderKey, name: String, mindset: String = "", goal: String = "",
    timeFrame: TimeFrame? = nil, entryRule: String = "", exitRule: String = "",
    businessAim: String = "", phase: Phase? = nil, steps: [Step] = []
  ) {
    self.id = id
    self.order = order
    self.name = name
    self.mindset = mindset
    self.goal = goal
    self.timeFrame = timeFrame
    self.entryRule = entryRule
    self.exitRule = exitRule
    self.businessAim = businessAim
    self.phase = phase
    self.steps = steps
  }
}

/// A column of cells. A stage without steps is addressed as the step of the same id.
public struct Step: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Step>
  public var id: ID
  public var order: OrderKey
  public var name: String
  public init(id: ID, order: OrderKey, name: String) {
    self.id = id
    self.order = order
    self.name = name
  }
}

extension Stage {
  /// The step that a stage without steps is.
  public var ownStepID: Step.ID {
    guard let id = Step.ID(rawValue: id.rawValue) else {
      preconditionFailure("a stage id is a well-formed identifier")
    }
    return id
  }
  /// Every column of the stage, at least one.
  public var columns: [Step] {
    steps.isEmpty ? [Step(id: ownStepID, order: order, name: name)] : steps
  }
}

extension JourneyMap {
  /// The stage that holds a step (or is that step itself).
  public func stage(of step: Step.ID) -> Stage? {
    stages.first { stage in
      stage.steps.isEmpty ? stage.ownStepID == step : stage.steps.contains { $0.id == step }
    }
  }
}
