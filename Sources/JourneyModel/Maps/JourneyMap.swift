/// How customers of one audience come to one product: stages across, lanes down, cards in the cells.
public struct JourneyMap: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<JourneyMap>

  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// From the need to loyalty (CJM).
    case customerJourney = "customer-journey"
    /// Inside the product or site (UJM).
    case userJourney = "user-journey"
    /// The customer's life around it (LXM).
    case lifeExperience = "life-experience"
    /// Front stage, back stage and support laid under a customer journey.
    case serviceBlueprint = "service-blueprint"
  }

  public enum State: String, Codable, Sendable, CaseIterable {
    /// A scenario to test: there are no customers yet.
    case hypothesis
    case current
    case future
  }

  /// Why the map is made, what should come of it, and which problem it should solve.
  public struct Purpose: Hashable, Sendable, Codable {
    public var why: String
    public var expectedOutcome: String
    public var problem: String
    public init(why: String = "", expectedOutcome: String = "", problem: String = "") {
      self.why = why
      self.expectedOutcome = expectedOutcome
      self.problem = problem
    }
    public var isEmpty: Bool { why.isEmpty && expectedOutcome.isEmpty && problem.isEmpty }
  }

  /// The stage or step of another map that this map opens up.
  public struct Parent: Hashable, Sendable, Codable {
    public var map: JourneyMap.ID
    public var step: Step.ID
    public init(map: JourneyMap.ID, step: Step.ID) {
      self.map = map
      self.step = step
    }
  }

  public var id: ID
  public var name: String
  public var product: Product.ID?
  public var audience: Audience.ID?
  public var kind: Kind
  public var state: State
  public var purpose: Purpose
  /// The first is the primary persona, whose portrait stands beside the map.
  public var personas: [Persona.ID]
  public var owner: String?
  public var lastReviewed: CalendarDate?
  public var parent: Parent?
  /// In order.
  public var stages: [Stage]
  /// In order.
  public var lanes: [Lane]
  public var cards: [Card]
  public var flows: [Flow]
  public var stories: [Story]

  public init(
    id: ID, name: String, product: Product.ID? = nil, audience: Audience.ID? = nil,
    kind: Kind = .customerJourney, state: State = .current, purpose: Purpose = Purpose(),
    personas: [Persona.ID] = [], owner: String? = nil, lastReviewed: CalendarDate? = nil,
    parent: Parent? = nil, stages: [Stage] = [], lanes: [Lane] = [], cards: [Card] = [],
    flows: [Flow] = [], stories: [Story] = []
  ) {
    self.id = id
    self.name = name
    self.product = product
    self.audience = audience
    self.kind = kind
    self.state = state
    self.purpose = purpose
    self.personas = personas
    self.owner = owner
    self.lastReviewed = lastReviewed
    self.parent = parent
    self.stages = stages
    self.lanes = lanes
    self.cards = cards
    self.flows = flows
    self.stories = stories
  }
}
