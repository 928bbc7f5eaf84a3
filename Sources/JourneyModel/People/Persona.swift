/// A fictional person who stands for an audience, a partner or an employee.
public struct Persona: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Persona>
  public enum Kind: String, Codable, Sendable, CaseIterable { case customer, partner, employee }
  /// One trait of the portrait ("age": "34").
  public struct Trait: Hashable, Sendable, Codable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
  public var id: ID
  public var kind: Kind
  public var name: String
  public var audience: Audience.ID?
  /// The content hash of a picture in `files/`; nil = a drawn avatar.
  public var picture: String?
  public var summary: String
  public var portrait: [Trait]
  public var goals: [String]
  public var motives: [String]
  public var triggers: [String]
  public var attractedBy: [String]
  public var putOffBy: [String]
  public var stoppedBy: [String]
  public var places: [String]
  public var quotes: [String]
  public init(
    id: ID, kind: Kind = .customer, name: String, audience: Audience.ID? = nil,
    picture: String? = nil, summary: String = "", portrait: [Trait] = [], goals: [String] = [],
    motives: [String] = [], triggers: [String] = [], attractedBy: [String] = [],
    putOffBy: [String] = [], stoppedBy: [String] = [], places: [String] = [],
    quotes: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.audience = audience
    self.picture = picture
    self.summary = summary
    self.portrait = portrait
    self.goals = goals
    self.motives = motives
    self.triggers = triggers
    self.attractedBy = attractedBy
    self.putOffBy = putOffBy
    self.stoppedBy = stoppedBy
    self.places = places
    self.quotes = quotes
  }
}
