/// A feeling at a moment: −3 (worst) … +3 (best).
public struct Emotion: Hashable, Sendable, Codable {
  /// One of several ways the moment may go; a fork is drawn, never an average.
  public enum Branch: String, Codable, Sendable, CaseIterable { case well, badly }
  public var score: Double
  public var name: String
  public var emoji: String
  /// Nil = the primary persona.
  public var persona: Persona.ID?
  public var branch: Branch?
  public init(
    score: Double, name: String = "", emoji: String = "", persona: Persona.ID? = nil,
    branch: Branch? = nil
  ) {
    self.score = score
    self.name = name
    self.emoji = emoji
    self.persona = persona
    self.branch = branch
  }
}

/// One thing said about one moment of the journey.
public struct Card: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Card>

  public enum Severity: String, Codable, Sendable, CaseIterable { case low, medium, high }
  public enum Status: String, Codable, Sendable, CaseIterable {
    case idea, decided
    case inProgress = "in-progress"
    case launched, measured, dropped
  }

  public var id: ID
  public var lane: Lane.ID
  public var step: Step.ID
  public var order: OrderKey
  public var text: String
  /// How many columns the card covers, from its step to the right; at least 1.
  public var span: Int
  public var touchpoint: Touchpoint.ID?
  public var emotion: Emotion?
  public var severity: Severity?
  public var owner: String?
  /// In person-days.
  public var effort: Double?
  public var status: Status?
  /// The cards this one answers or belongs to: a solution links to its barrier, a barrier to its touchpoint card.
  public var links: [Card.ID]
  public var evidence: [Evidence]
  /// What the card claims in numbers; only such cards are judged by numbers.
  public var claim: Claim?
  /// Set if the customer decides here to go on or leave: why.
  public var momentOfTruth: String?
  /// The content hash of a picture in `files/`.
  public var picture: String?

  public init(
    id: ID, lane: Lane.ID, step: Step.ID, order: OrderKey, text: String, span: Int = 1,
    touchpoint: Touchpoint.ID? = nil, emotion: Emotion? = nil, severity: Severity? = nil,
    owner: String? = nil, effort: Double? = nil, status: Status? = nil, links: [Card.ID] = [],
    evidence: [Evidence] = [], claim: Claim? = nil, momentOfTruth: String? = nil,
    picture: String? = nil
  ) {
    self.id = id
    self.lane = lane
    self.step = step
    self.order = order
    self.text = text
    self.span = span
    self.touchpoint = touchpoint
    self.emotion = emotion
    self.severity = severity
    self.owner = owner
    self.effort = effort
    self.status = status
    self.links = links
    self.evidence = evidence
    self.claim = claim
    self.momentOfTruth = momentOfTruth
    self.picture = picture
  }
}

/// A way through the map that is not the next step: planned by the team, or seen by it.
public struct Flow: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Flow>
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case skip
    case back = "return"
    case loop
  }
  public var id: ID
  public var order: OrderKey
  public var kind: Kind
  public var from: Stage.ID
  public var to: Stage.ID
  public var note: String
  public init(
    id: ID, order: OrderKey, kind: Kind, from: Stage.ID, to: Stage.ID, note: String = ""
  ) {
    self.id = id
    self.order = order
    self.kind = kind
    self.from = from
    self.to = to
    self.note = note
  }
}

/// A customer's path told step by step.
public struct Story: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Story>
  public struct Moment: Identifiable, Hashable, Sendable, Codable {
    public typealias ID = Identifier<Moment>
    public var id: ID
    public var order: OrderKey
    public var step: Step.ID?
    public var touchpoint: Touchpoint.ID?
    public var whatHappened: String
    public var emotion: Emotion?
    /// How the sale nearly failed here; nil if it did not.
    public var nearlyFailed: String?
    public init(
      id: ID, order: OrderKey, step: Step.ID? = nil, touchpoint: Touchpoint.ID? = nil,
      whatHappened: String, emotion: Emotion? = nil, nearlyFailed: String? = nil
    ) {
      self.id = id
      self.order = order
      self.step = step
      self.touchpoint = touchpoint
      self.whatHappened = whatHappened
      self.emotion = emotion
      self.nearlyFailed = nearlyFailed
    }
  }
  public var id: ID
  public var order: OrderKey
  public var name: String
  public var who: String
  /// In order.
  public var moments: [Moment]
  public init(id: ID, order: OrderKey, name: String, who: String = "", moments: [Moment] = []) {
    self.id = id
    self.order = order
    self.name = name
    self.who = who
    self.moments = moments
  }
}
