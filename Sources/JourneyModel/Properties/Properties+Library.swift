extension Workspace {
  static let properties: [Property<Workspace>] = [
    Property("name", \.name), Property("languages", \.languages),
    Property("currency", \.currency), Property("timeZone", \.timeZone),
    Property("weekStart", \.weekStart), Property("goals", \.goals),
    Property("reviewRhythmInDays", \.reviewRhythmInDays),
    Property("thresholds.voices", \.thresholds.voices),
    Property("thresholds.sample", \.thresholds.sample),
  ]
}

extension Product: ModelObject {
  static var kind: ObjectReference.Kind { .product }
  static var isInMap: Bool { false }
  static let properties: [Property<Product>] = [
    .outer("order", OrderKey.self), Property("name", \.name),
  ]
  static func blank(id: ID) -> Product { Product(id: id, name: "") }
}

extension Audience: ModelObject {
  static var kind: ObjectReference.Kind { .audience }
  static var isInMap: Bool { false }
  static let properties: [Property<Audience>] = [
    .outer("order", OrderKey.self), Property("name", \.name), Property("rules", \.rules),
  ]
  static func blank(id: ID) -> Audience { Audience(id: id, name: "") }
}

extension Department: ModelObject {
  static var kind: ObjectReference.Kind { .department }
  static var isInMap: Bool { false }
  static let properties: [Property<Department>] = [
    .outer("order", OrderKey.self), Property("name", \.name),
  ]
  static func blank(id: ID) -> Department { Department(id: id, name: "") }
}

extension Channel: ModelObject {
  static var kind: ObjectReference.Kind { .channel }
  static var isInMap: Bool { false }
  static let properties: [Property<Channel>] = [
    .outer("order", OrderKey.self), Property("name", \.name),
  ]
  static func blank(id: ID) -> Channel { Channel(id: id, name: "") }
}

extension Touchpoint: ModelObject {
  static var kind: ObjectReference.Kind { .touchpoint }
  static var isInMap: Bool { false }
  static let properties: [Property<Touchpoint>] = [
    .outer("order", OrderKey.self), Property("name", \.name), Property("channel", \.channel),
    Property("setting", \.setting), Property("ownership", \.ownership),
    Property("influence", \.influence), Property("departments", \.departments),
    Property("note", \.note),
  ]
  static func blank(id: ID) -> Touchpoint { Touchpoint(id: id, name: "") }
}

extension BindingRule: ModelObject {
  static var kind: ObjectReference.Kind { .binding }
  static var isInMap: Bool { false }
  static let properties: [Property<BindingRule>] = [
    .outer("order", OrderKey.self), Property("activity", \.activity),
    Property("channel", \.channel), Property("touchpoint", \.touchpoint, isRequired: true),
  ]
  static func blank(id: ID) -> BindingRule {
    BindingRule(id: id, activity: "", touchpoint: .placeholder)
  }
}

extension Persona: ModelObject {
  static var kind: ObjectReference.Kind { .persona }
  static var isInMap: Bool { false }
  static let properties: [Property<Persona>] = [
    .outer("order", OrderKey.self), Property("kind", \.kind), Property("name", \.name),
    Property("audience", \.audience), Property("picture", \.picture),
    Property("summary", \.summary), Property("portrait", \.portrait), Property("goals", \.goals),
    Property("motives", \.motives), Property("triggers", \.triggers),
    Property("attractedBy", \.attractedBy), Property("putOffBy", \.putOffBy),
    Property("stoppedBy", \.stoppedBy), Property("places", \.places), Property("quotes", \.quotes),
  ]
  static func blank(id: ID) -> Persona { Persona(id: id, name: "") }
}

extension Identifier {
  /// Stands where an object that is being built has no id yet; every use is overwritten by a required property.
  static var placeholder: Identifier {
    guard let id = Identifier(rawValue: "none") else {
      preconditionFailure("'none' is a well-formed identifier")
    }
    return id
  }
}
