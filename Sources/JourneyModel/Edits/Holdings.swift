/// Which objects lie in which, kept beside the records of a state.
struct Holdings: Sendable {
  /// By map, `""` for objects outside maps.
  private var byMap: [String: Set<ObjectReference>] = [:]
  /// By what an object cannot do without, apart from its map.
  private var byNeed: [ObjectReference: Set<ObjectReference>] = [:]

  func objects(in map: String?) -> Set<ObjectReference> { byMap[map ?? ""] ?? [] }
  func dependents(of object: ObjectReference) -> Set<ObjectReference> { byNeed[object] ?? [] }

  mutating func insert(_ object: ObjectReference, _ values: [PropertyName: PropertyValue]) {
    byMap[object.map ?? "", default: []].insert(object)
    Self.forEachNeed(of: object, values) { byNeed[$0, default: []].insert(object) }
  }

  mutating func remove(_ object: ObjectReference, _ values: [PropertyName: PropertyValue]) {
    byMap[object.map ?? ""]?.remove(object)
    Self.forEachNeed(of: object, values) { byNeed[$0]?.remove(object) }
  }

  private static func forEachNeed(
    of object: ObjectReference, _ values: [PropertyName: PropertyValue],
    _ body: (ObjectReference) -> Void
  ) {
    guard let schema = ObjectSchema.of(object.kind) else { return }
    for property in schema.needed {
      guard let value = values[property.name] else { continue }
      for reference in property.references(value, object.map) { body(reference) }
    }
  }
}
