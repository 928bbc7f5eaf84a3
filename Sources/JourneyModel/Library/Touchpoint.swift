/// Where customer and business (or someone speaking of it) meet; shared by all maps.
public struct Touchpoint: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Touchpoint>
  public enum Setting: String, Codable, Sendable, CaseIterable { case online, offline }
  public enum Ownership: String, Codable, Sendable, CaseIterable {
    case own, paid
    case thirdParty = "third-party"
  }
  public enum Influence: String, Codable, Sendable, CaseIterable {
    case yes, indirectly, no
  }
  public var id: ID
  public var name: String
  public var channel: Channel.ID?
  public var setting: Setting
  public var ownership: Ownership
  public var influence: Influence
  public var departments: [Department.ID]
  public var note: String
  public init(
    id: ID, name: String, channel: Channel.ID? = nil, setting: Setting = .online,
    ownership: Ownership = .own, influence: Influence = .yes, departments: [Department.ID] = [],
    note: String = ""
  ) {
    self.id = id
    self.name = name
    self.channel = channel
    self.setting = setting
    self.ownership = ownership
    self.influence = influence
    self.departments = departments
    self.note = note
  }
  /// Inner touchpoints are the company's own; all others are outer.
  public var isInner: Bool { ownership == .own }
}

public struct Channel: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Channel>
  public var id: ID
  public var name: String
  public init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

public struct Department: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Department>
  public var id: ID
  public var name: String
  public init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

public struct Product: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Product>
  public var id: ID
  public var name: String
  public init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A segment of customers, and the attributes that tell its members.
public struct Audience: Identifiable, Hashable, Sendable, Codable {
  public typealias ID = Identifier<Audience>
  /// A member's attribute has this value (all rules must hold).
  public struct Rule: Hashable, Sendable, Codable {
    public var attribute: String
    public var value: String
    public init(attribute: String, value: String) {
      self.attribute = attribute
      self.value = value
    }
  }
  public var id: ID
  public var name: String
  public var rules: [Rule]
  public init(id: ID, name: String, rules: [Rule] = []) {
    self.id = id
    self.name = name
    self.rules = rules
  }
}
