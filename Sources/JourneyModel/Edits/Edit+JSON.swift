/// On the wire an edit is an object with a `type`:
/// `{"type":"set","object":{"kind":"card","id":"c1","map":"m"},"property":"text","value":"…"}`.
extension Edit: Codable {
  private enum Kind: String, Codable { case insert, set, tombstone, restore, move }
  private enum Key: String, CodingKey {
    case type, object, properties, property, value, order, into
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let object = try container.decode(ObjectReference.self, forKey: .object)
    switch try container.decode(Kind.self, forKey: .type) {
    case .insert:
      self = .insert(
        object, try container.decode([PropertyName: PropertyValue].self, forKey: .properties))
    case .set:
      // A value of null means "not set" and must still be said.
      guard container.contains(.value) else {
        throw DecodingError.keyNotFound(
          Key.value, .init(codingPath: decoder.codingPath, debugDescription: "a set has a value"))
      }
      let isNull = try container.decodeNil(forKey: .value)
      self = .set(
        object, try container.decode(PropertyName.self, forKey: .property),
        isNull ? .none : try container.decode(PropertyValue.self, forKey: .value))
    case .tombstone: self = .tombstone(object)
    case .restore: self = .restore(object)
    case .move:
      var into: Container?
      if let values = try container.decodeIfPresent(
        [PropertyName: PropertyValue].self, forKey: .into)
      {
        guard let named = Container(of: object.kind, values) else {
          throw DecodingError.dataCorruptedError(
            forKey: .into, in: container,
            debugDescription: "not a place for a \(object.kind.rawValue)")
        }
        into = named
      }
      self = .move(object, order: try container.decode(OrderKey.self, forKey: .order), into: into)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(object, forKey: .object)
    switch self {
    case .insert(_, let properties):
      try container.encode(Kind.insert, forKey: .type)
      try container.encode(properties, forKey: .properties)
    case .set(_, let property, let value):
      try container.encode(Kind.set, forKey: .type)
      try container.encode(property, forKey: .property)
      try container.encode(value, forKey: .value)
    case .tombstone: try container.encode(Kind.tombstone, forKey: .type)
    case .restore: try container.encode(Kind.restore, forKey: .type)
    case .move(_, let order, let into):
      try container.encode(Kind.move, forKey: .type)
      try container.encode(order, forKey: .order)
      try container.encodeIfPresent(into?.values, forKey: .into)
    }
  }
}
