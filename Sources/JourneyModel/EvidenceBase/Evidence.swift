/// What a claim stands on, or what speaks against it.
public struct Evidence: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Evidence>

  public enum Kind: String, Codable, Sendable, CaseIterable {
    case interview, survey, event
    case webAnalytics = "web-analytics"
    case searchQuery = "search-query"
    case callNote = "call-note"
    case salesNote = "sales-note"
    case observation
    case marketResearch = "market-research"

    /// Whether items of this kind count as voices of customers (a walk-through by the team does not).
    public var isVoice: Bool {
      switch self {
      case .interview, .callNote, .salesNote: true
      case .survey, .event, .webAnalytics, .searchQuery, .observation, .marketResearch: false
      }
    }
  }

  public enum Verdict: String, Codable, Sendable, CaseIterable { case supports, contradicts }

  /// A number with its sample and 95 % interval, in the unit of the claim's measure.
  public struct Reading: Hashable, Sendable, Codable {
    public var value: Double
    public var n: Int
    public var low: Double
    public var high: Double
    public init(value: Double, n: Int, low: Double, high: Double) {
      self.value = value
      self.n = n
      self.low = low
      self.high = high
    }
  }

  public var id: ID
  public var kind: Kind
  public var verdict: Verdict
  /// Who or what said it; one participant is one voice, however often quoted.
  public var source: String
  public var note: String
  public var date: CalendarDate?
  public var reading: Reading?
  public var link: String?

  public init(
    id: ID, kind: Kind, verdict: Verdict = .supports, source: String, note: String = "",
    date: CalendarDate? = nil, reading: Reading? = nil, link: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.verdict = verdict
    self.source = source
    self.note = note
    self.date = date
    self.reading = reading
    self.link = link
  }
}

/// A statement that a number can support or contradict: "loss at the purchase stage is at least 0.3".
public struct Claim: Hashable, Sendable, Codable {
  public enum Relation: String, Codable, Sendable, CaseIterable {
    case atMost = "at-most"
    case atLeast = "at-least"
  }
  /// What is measured. Shares are 0…1, times are seconds, scores are in their own unit.
  public enum Measure: Hashable, Sendable, Codable {
    case stageReach(Stage.ID)
    case stageLoss(Stage.ID)
    case stageMedianTime(Stage.ID)
    case touchpointReach(Touchpoint.ID)
    case touchpointMedianTime(Touchpoint.ID)
    /// The headline score of a survey's question (NPS −100…100, CSAT share 0…1, CES and ratings as means).
    case score(survey: String, question: String)
  }
  public var measure: Measure
  public var relation: Relation
  public var value: Double
  public init(measure: Measure, relation: Relation, value: Double) {
    self.measure = measure
    self.relation = relation
    self.value = value
  }
}

/// How sure a card may be of itself.
public enum EvidenceStatus: String, Codable, Sendable, CaseIterable {
  case assumption, anecdotal, supported, contradicted
}

/// The numbers that decide an evidence status; settings of the workspace.
public struct EvidenceThresholds: Hashable, Sendable, Codable {
  /// Voices that make a claim supported or contradicted.
  public var voices: Int
  /// Sample size from which a number counts.
  public var sample: Int
  public init(voices: Int = 5, sample: Int = 30) {
    self.voices = voices
    self.sample = sample
  }
}
