/// Everything a team knows of its customers' journeys, apart from events and survey answers.
public struct Workspace: Hashable, Sendable, Codable {
  public var name: String
  /// Codes such as `en`, `uk`, `ru`, `pl`; the first is the main one.
  public var languages: [String]
  /// An ISO 4217 code.
  public var currency: String
  /// An IANA name such as `Europe/Kyiv`; periods and days are cut in it.
  public var timeZone: String
  public var weekStart: WeekStart
  public var products: [Product]
  public var audiences: [Audience]
  public var departments: [Department]
  public var channels: [Channel]
  public var touchpoints: [Touchpoint]
  public var personas: [Persona]
  public var maps: [JourneyMap]
  public var bindings: [BindingRule]
  /// Activities that mean "the goal is met" (a purchase), raw names.
  public var goals: [String]
  /// Days after which evidence is stale and a map is due for review.
  public var reviewRhythmInDays: Int
  public var thresholds: EvidenceThresholds

  public enum WeekStart: String, Codable, Sendable, CaseIterable { case monday, sunday, saturday }

  public init(
    name: String, languages: [String] = ["en"], currency: String = "EUR", timeZone: String = "UTC",
    weekStart: WeekStart = .monday, products: [Product] = [], audiences: [Audience] = [],
    departments: [Department] = [], channels: [Channel] = [], touchpoints: [Touchpoint] = [],
    personas: [Persona] = [], maps: [JourneyMap] = [], bindings: [BindingRule] = [],
    goals: [String] = [], reviewRhythmInDays: Int = 180,
    thresholds: EvidenceThresholds = EvidenceThresholds()
  ) {
    self.name = name
    self.languages = languages
    self.currency = currency
    self.timeZone = timeZone
    self.weekStart = weekStart
    self.products = products
    self.audiences = audiences
    self.departments = departments
    self.channels = channels
    self.touchpoints = touchpoints
    self.personas = personas
    self.maps = maps
    self.bindings = bindings
    self.goals = goals
    self.reviewRhythmInDays = reviewRhythmInDays
    self.thresholds = thresholds
  }
}
