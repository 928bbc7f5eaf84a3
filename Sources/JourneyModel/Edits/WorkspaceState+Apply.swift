import Diagnostics

extension WorkspaceState {
  /// Makes a change, or says why nothing was changed.
  ///
  /// Nothing is an error that two people editing at once can bring about: whoever comes second learns from the
  /// outcome what the other did.
  public mutating func apply(_ edit: Edit) -> EditOutcome { apply(edit, mayHide: false) }

  /// - Parameter mayHide: whether the object may go into something that is deleted.
  mutating func apply(_ edit: Edit, mayHide: Bool) -> EditOutcome {
    let object = edit.object
    guard let schema = ObjectSchema.of(object.kind) else {
      return .refused(
        EditRefusal(
          .malformedReference, "a \(object.kind.rawValue) is not an object of the workspace"))
    }
    if case .insert(_, let values) = edit { return insert(object, values, schema) }
    guard let record = records[object] else { return .unknownObject(object) }
    switch edit {
    case .insert: return .noChange
    case .tombstone: return tombstone(object, record)
    case .restore: return restore(object, record)
    case .set(_, let name, let value):
      if record.isDeleted { return .toTombstone(object) }
      return write(object, [name: value], schema, mayHide) { old in
        .set(object, name, old[name] ?? .none)
      }
    case .move(_, let order, let into):
      if record.isDeleted { return .toTombstone(object) }
      if let into, into.content != object.kind {
        return .refused(
          EditRefusal(
            .impossible,
            "a \(object.kind.rawValue) cannot lie where a \(into.content.rawValue) lies"))
      }
      let values = (into?.values ?? [:]).merging(["order": order.propertyValue]) { $1 }
      return write(object, values, schema, mayHide) { old in
        .move(
          object, order: old["order"].flatMap { OrderKey($0) } ?? order,
          into: into.flatMap { _ in Edit.Container(of: object.kind, old) })
      }
    }
  }

  private mutating func insert(
    _ object: ObjectReference, _ given: [PropertyName: PropertyValue], _ schema: ObjectSchema
  ) -> EditOutcome {
    guard object.kind != .workspace else {
      return .refused(EditRefusal(.impossible, "there is one workspace, it cannot be inserted"))
    }
    guard Identifier<Workspace>.isWellFormed(object.id), schema.isInMap == (object.map != nil)
    else {
      return .refused(
        EditRefusal(
          .malformedReference,
          "'\(object.id)' cannot name a \(object.kind.rawValue)"
            + (object.map == nil ? " outside a map" : " of a map")))
    }
    var values = schema.defaults
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      switch Self.checked(name, value, schema) {
      case .success(let value): values[name] = value
      case .failure(let refusal): return .refused(refusal.refusal)
      }
    }
    for property in schema.properties where property.isRequired && values[property.name] == nil {
      return .refused(
        EditRefusal(
          .missingProperty, "a \(object.kind.rawValue) needs the property '\(property.name)'",
          hint: "it is \(property.shape.description)"))
    }
    if let record = records[object] {
      if record.isDeleted { return .toTombstone(object) }
      return record.values == values ? .noChange : .alreadyExists
    }
    if let obstacle = obstacle(to: object, having: values, schema) { return obstacle }
    put(Record(values: values), at: object)
    return .applied(
      inverse: Inverse(edit: .tombstone(object), expects: .untouched(values, contents: [])))
  }

  private mutating func tombstone(_ object: ObjectReference, _ record: Record) -> EditOutcome {
    if object.kind == .workspace {
      return .refused(EditRefusal(.impossible, "the workspace itself cannot be deleted"))
    }
    if record.isDeleted { return .alreadyDeleted }
    setDeleted(true, object)
    return .applied(inverse: Inverse(edit: .restore(object), expects: .deleted))
  }

  private mutating func restore(_ object: ObjectReference, _ record: Record) -> EditOutcome {
    guard record.isDeleted else { return .noChange }
    setDeleted(false, object)
    return .applied(
      inverse: Inverse(
        edit: .tombstone(object),
        expects: .untouched(record.values, contents: contents(of: object))))
  }

  private mutating func write(
    _ object: ObjectReference, _ given: [PropertyName: PropertyValue], _ schema: ObjectSchema,
    _ mayHide: Bool, inverse: ([PropertyName: PropertyValue]) -> Edit
  ) -> EditOutcome {
    guard let record = records[object] else { return .unknownObject(object) }
    var new: [PropertyName: PropertyValue] = [:]
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      switch Self.checked(name, value, schema) {
      case .success(let value): new[name] = value
      case .failure(let refusal): return .refused(refusal.refusal)
      }
    }
    if new.allSatisfy({ record.values[$0.key] == $0.value }) { return .noChange }
    switch obstacle(to: object, having: new, schema) {
    case nil: break
    case .toTombstone? where mayHide: break
    case let obstacle?: return obstacle
    }
    let old = record.values.filter { new[$0.key] != nil }
    var inverse = Inverse(edit: inverse(old), expects: .standing(new))
    if case .toTombstone? = obstacle(to: object, having: old, schema) { inverse.mayHide = true }
    merge(new, into: object)
    return .applied(inverse: inverse)
  }

  /// The first thing the object cannot do without that is unknown or gone.
  private func obstacle(
    to object: ObjectReference, having values: [PropertyName: PropertyValue],
    _ schema: ObjectSchema
  ) -> EditOutcome? {
    var needed = object.map.map { [ObjectReference(.map, $0)] } ?? []
    for property in schema.needed {
      if let value = values[property.name] { needed += property.references(value, object.map) }
    }
    for reference in needed {
      let exists =
        records[reference] != nil
        || (reference.kind == .step
          && records[ObjectReference(.stage, reference.id, in: reference.map)] != nil)
      if !exists { return .unknownObject(reference) }
      if isGone(reference) { return .toTombstone(reference) }
    }
    return nil
  }

  /// The objects, deleted or not, that lie in an object or cannot do without it.
  func contents(of object: ObjectReference) -> Set<ObjectReference> {
    var result = holdings.dependents(of: object)
    switch object.kind {
    case .map: result.formUnion(holdings.objects(in: object.id))
    case .stage:
      // A stage without steps is addressed as the step of the same id.
      result.formUnion(
        holdings.dependents(of: ObjectReference(.step, object.id, in: object.map)))
    default: break
    }
    return result
  }

  struct Refused: Error { var refusal: EditRefusal }

  static func checked(
    _ name: PropertyName, _ value: PropertyValue, _ schema: ObjectSchema
  ) -> Result<PropertyValue, Refused> {
    guard let property = schema.property(name) else {
      let names = schema.properties.map(\.name.rawValue)
      return .failure(
        Refused(
          refusal: EditRefusal(
            .unknownProperty, "a \(schema.kind.rawValue) has no property '\(name)'",
            hint: Spelling.hint(for: name.rawValue, among: names))))
    }
    guard let canonical = property.canonical(value) else {
      return .failure(
        Refused(
          refusal: EditRefusal(
            .wrongValue,
            "'\(name)' of a \(schema.kind.rawValue) is \(property.shape.description)")))
    }
    return .success(canonical)
  }
}
