/// One property of a kind of object: how to read it, write it and check a value for it.
struct Property<Object>: Sendable {
  let definition: PropertyDefinition
  let read: @Sendable (Object) -> PropertyValue
  /// Values of another shape change nothing.
  let write: @Sendable (inout Object, PropertyValue) -> Void

  init<Value: PropertyConvertible>(
    _ name: PropertyName, _ path: any WritableKeyPath<Object, Value> & Sendable,
    isRequired: Bool = false
  ) {
    definition = PropertyDefinition(name, Value.self, isRequired: isRequired)
    read = { $0[keyPath: path].propertyValue }
    write = { object, value in
      if let value = Value(value) { object[keyPath: path] = value }
    }
  }

  /// A property that the object's struct does not hold, because its place in a list or tree tells it.
  static func outer<Value: PropertyConvertible>(_ name: PropertyName, _ type: Value.Type) -> Self {
    Property(definition: PropertyDefinition(name, type, isRequired: true))
  }

  private init(definition: PropertyDefinition) {
    self.definition = definition
    read = { _ in .none }
    write = { _, _ in }
  }
}

/// What is known of a property without its object's type.
public struct PropertyDefinition: Sendable {
  public let name: PropertyName
  public let shape: PropertyShape
  /// Whether an object cannot be inserted without it.
  public let isRequired: Bool
  /// The value in its one canonical form; nil if it is not of the shape.
  let canonical: @Sendable (PropertyValue) -> PropertyValue?
  let references: @Sendable (PropertyValue, _ map: String?) -> [ObjectReference]
  /// The value without references to what is gone; nil if the property cannot do without.
  let without:
    @Sendable (PropertyValue, _ map: String?, (ObjectReference) -> Bool) -> PropertyValue?
  /// Whether the property can point at other objects at all.
  let canRefer: Bool

  init<Value: PropertyConvertible>(_ name: PropertyName, _ type: Value.Type, isRequired: Bool) {
    self.name = name
    shape = Value.shape
    self.isRequired = isRequired
    canonical = { Value($0)?.propertyValue }
    references = { value, map in Value(value)?.references(in: map) ?? [] }
    without = { value, map, isGone in
      guard let typed = Value(value) else { return value }
      return typed.without(isGone, in: map)?.propertyValue
    }
    canRefer = Self.canRefer(Value.shape)
  }

  private static func canRefer(_ shape: PropertyShape) -> Bool {
    switch shape {
    case .identifier, .record: true
    case .list(let element): canRefer(element)
    case .optional(let wrapped): canRefer(wrapped)
    default: false
    }
  }
}

/// An entity that edits can reach: it has a kind, an id and properties.
protocol ModelObject: Identifiable, Sendable where ID == Identifier<Self> {
  static var kind: ObjectReference.Kind { get }
  /// Whether its id is unique within a map rather than in the workspace.
  static var isInMap: Bool { get }
  static var properties: [Property<Self>] { get }
  /// An object with nothing but its id.
  static func blank(id: ID) -> Self
}

extension ModelObject {
  func reference(in map: JourneyMap.ID?) -> ObjectReference {
    ObjectReference(Self.kind, id.rawValue, in: Self.isInMap ? map?.rawValue : nil)
  }

  var propertyValues: [PropertyName: PropertyValue] {
    var values: [PropertyName: PropertyValue] = [:]
    values.reserveCapacity(Self.properties.count)
    for property in Self.properties {
      values[property.definition.name] = property.read(self)
    }
    return values
  }

  init?(id: String, values: [PropertyName: PropertyValue]) {
    guard let id = ID(rawValue: id) else { return nil }
    self = Self.blank(id: id)
    for property in Self.properties {
      if let value = values[property.definition.name] { property.write(&self, value) }
    }
  }
}
