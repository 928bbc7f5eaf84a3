/// Everything that can be said of a kind of object: its properties, in the order of its page, and their defaults.
public struct ObjectSchema: Sendable {
  public let kind: ObjectReference.Kind
  public let properties: [PropertyDefinition]
  /// Whether objects of the kind live in a map, where their id is unique.
  public let isInMap: Bool
  /// The properties that can point at other objects.
  let referring: [PropertyDefinition]
  /// Those among them that an object cannot do without.
  let needed: [PropertyDefinition]
  /// What a property is before anybody has said anything.
  let defaults: [PropertyName: PropertyValue]
  private let places: [PropertyName: Int]

  public func property(_ name: PropertyName) -> PropertyDefinition? {
    places[name].map { properties[$0] }
  }

  /// The schema of a kind; nil for surveys, which another module keeps.
  public static func of(_ kind: ObjectReference.Kind) -> ObjectSchema? { all[kind] }

  private static let all: [ObjectReference.Kind: ObjectSchema] = {
    var all: [ObjectReference.Kind: ObjectSchema] = [:]
    for schema in [
      ObjectSchema(Product.self), ObjectSchema(Audience.self), ObjectSchema(Department.self),
      ObjectSchema(Channel.self), ObjectSchema(Touchpoint.self), ObjectSchema(Persona.self),
      ObjectSchema(BindingRule.self), ObjectSchema(JourneyMap.self), ObjectSchema(Stage.self),
      ObjectSchema(Step.self), ObjectSchema(Lane.self), ObjectSchema(Card.self),
      ObjectSchema(Evidence.self), ObjectSchema(Flow.self), ObjectSchema(Story.self),
      ObjectSchema(Story.Moment.self), ObjectSchema.workspace,
    ] { all[schema.kind] = schema }
    return all
  }()

  private static let workspace = ObjectSchema(
    .workspace, Workspace.properties, isInMap: false, blank: Workspace(name: ""))

  private init<Object: ModelObject>(_ type: Object.Type) {
    self.init(
      Object.kind, Object.properties, isInMap: Object.isInMap,
      blank: Object.blank(id: .placeholder))
  }

  private init<Object>(
    _ kind: ObjectReference.Kind, _ properties: [Property<Object>], isInMap: Bool, blank: Object
  ) {
    self.kind = kind
    self.isInMap = isInMap
    self.properties = properties.map(\.definition)
    referring = self.properties.filter(\.canRefer)
    needed = referring.filter(\.isRequired)
    var defaults: [PropertyName: PropertyValue] = [:]
    var places: [PropertyName: Int] = [:]
    for (place, property) in properties.enumerated() {
      let definition = property.definition
      precondition(places[definition.name] == nil, "a property has one definition")
      places[definition.name] = place
      if !definition.isRequired { defaults[definition.name] = property.read(blank) }
    }
    self.defaults = defaults
    self.places = places
  }
}
