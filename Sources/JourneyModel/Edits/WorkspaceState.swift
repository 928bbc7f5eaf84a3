/// A workspace as edits see it: objects with properties, the deleted ones among them.
///
/// Last writer wins per object and property; whoever applies the same edits in the same order has the same state.
/// A deleted object keeps its properties, so that it can be restored. An object is shown while it is not deleted
/// and everything it cannot do without is shown: a card its lane and step, a step its stage, evidence its card, a
/// binding rule its touchpoint, a flow its stages, and all of them their map.
public struct WorkspaceState: Sendable {
  struct Record: Hashable, Sendable {
    var values: [PropertyName: PropertyValue]
    var isDeleted = false
  }

  private(set) var records: [ObjectReference: Record] = [:]
  /// Who lies where, so that no edit needs to look at all objects.
  private(set) var holdings = Holdings()

  /// - Throws: `duplicate` if two objects of one kind have the same id (in one map).
  public init(_ workspace: Workspace) throws(WorkspaceStateError) {
    for object in workspace.describedObjects() {
      guard records[object.reference] == nil else { throw .duplicate(object.reference) }
      put(Record(values: object.values), at: object.reference)
    }
  }

  /// A state as it was stored; of two objects with one name the later one counts.
  public init(stored objects: some Sequence<StoredObject>) {
    for object in objects { replace(object.reference, with: object) }
  }

  /// Whether anything has this name, deleted or not.
  public func knows(_ object: ObjectReference) -> Bool { records[object] != nil }

  /// Whether an object was deleted itself (and not only what holds it).
  public func isDeleted(_ object: ObjectReference) -> Bool { records[object]?.isDeleted == true }

  /// Whether an object is part of the typed view.
  public func isShown(_ object: ObjectReference) -> Bool {
    records[object] != nil && !isHidden(object)
  }

  /// The value of a property, also of a deleted object; nil if there is no such object or property.
  public func value(of property: PropertyName, in object: ObjectReference) -> PropertyValue? {
    records[object]?.values[property]
  }

  /// Everything known, deleted objects too, by kind, map and id.
  public var objects: [ObjectReference] { records.keys.sorted(by: Self.precedes) }

  static func precedes(_ a: ObjectReference, _ b: ObjectReference) -> Bool {
    if a.kind != b.kind { return rank[a.kind, default: 0] < rank[b.kind, default: 0] }
    if a.map != b.map { return (a.map ?? "").utf8.lexicographicallyPrecedes((b.map ?? "").utf8) }
    return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
  }

  private static let rank = Dictionary(
    uniqueKeysWithValues: ObjectReference.Kind.allCases.enumerated().map { ($1, $0) })
}

/// Why a workspace cannot be taken apart into objects.
public enum WorkspaceStateError: Error, Hashable, Sendable {
  /// Two objects of one kind have the same id.
  case duplicate(ObjectReference)
}

extension WorkspaceState {
  /// Whether an object is known but not shown: deleted, or without something it cannot do without.
  func isHidden(_ object: ObjectReference) -> Bool {
    guard let record = records[object] else { return false }
    if record.isDeleted { return true }
    if let map = object.map, isHidden(ObjectReference(.map, map)) { return true }
    guard let schema = ObjectSchema.of(object.kind) else { return false }
    return schema.needed.contains { property in
      guard let value = record.values[property.name] else { return false }
      return property.references(value, object.map).contains(where: isGone)
    }
  }

  /// Whether a reference leads to something that is no longer shown. What was never known is not gone.
  func isGone(_ reference: ObjectReference) -> Bool {
    guard reference.kind == .step else { return isHidden(reference) }
    let step = records[reference]
    if step != nil, !isHidden(reference) { return false }
    // A stage without steps is addressed as the step of the same id.
    let stage = ObjectReference(.stage, reference.id, in: reference.map)
    guard records[stage] != nil else { return step != nil }
    if isHidden(stage) { return true }
    return step != nil && hasSteps(stage)
  }

  private func hasSteps(_ stage: ObjectReference) -> Bool {
    holdings.dependents(of: stage).contains { $0.kind == .step && !isHidden($0) }
  }
}

extension WorkspaceState {
  mutating func put(_ record: Record, at object: ObjectReference) {
    if let old = records[object] { holdings.remove(object, old.values) }
    holdings.insert(object, record.values)
    records[object] = record
  }

  /// Changes some values of an object that is known.
  mutating func merge(_ values: [PropertyName: PropertyValue], into object: ObjectReference) {
    let needed = ObjectSchema.of(object.kind)?.needed ?? []
    if needed.contains(where: { values[$0.name] != nil }), let old = records[object]?.values {
      holdings.remove(object, old)
      holdings.insert(object, old.merging(values) { $1 })
    }
    records[object]?.values.merge(values) { $1 }
  }

  mutating func setDeleted(_ isDeleted: Bool, _ object: ObjectReference) {
    records[object]?.isDeleted = isDeleted
  }

  /// One object as it stands; nil if there never was one of this name.
  public func object(_ reference: ObjectReference) -> StoredObject? {
    records[reference].map {
      StoredObject(reference, values: $0.values, isDeleted: $0.isDeleted)
    }
  }

  /// The objects of a map, or those outside maps for nil, the deleted ones too; by kind and id.
  public func objects(in map: String?) -> [StoredObject] {
    holdings.objects(in: map).sorted(by: Self.precedes).compactMap { object($0) }
  }

  /// Puts an object as it was stored in place of what is there; nil forgets it, as if it had never been.
  ///
  /// Nothing is checked: this is for states that were checked when they came about.
  public mutating func replace(_ reference: ObjectReference, with object: StoredObject?) {
    guard let object else {
      if let old = records.removeValue(forKey: reference) {
        holdings.remove(reference, old.values)
      }
      return
    }
    put(Record(values: object.values, isDeleted: object.isDeleted), at: reference)
  }
}

extension WorkspaceState: Hashable {
  public static func == (a: Self, b: Self) -> Bool { a.records == b.records }
  public func hash(into hasher: inout Hasher) { hasher.combine(records) }
}
