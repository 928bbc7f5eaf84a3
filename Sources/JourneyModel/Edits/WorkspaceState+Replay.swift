extension WorkspaceState {
  /// Does again what an edit of the history did.
  ///
  /// What stood in its way was looked at when it was made, and taking something back may have hidden it again: here
  /// nothing is refused but what makes no sense at all.
  /// - Returns: whether the edit could be done.
  @discardableResult
  public mutating func replay(_ edit: Edit) -> Bool {
    let object = edit.object
    guard let schema = ObjectSchema.of(object.kind) else { return false }
    if case .insert(_, let given) = edit {
      guard records[object] == nil, let values = Self.canonical(given, schema) else { return false }
      put(Record(values: schema.defaults.merging(values) { $1 }), at: object)
      return true
    }
    guard let record = records[object] else { return false }
    switch edit {
    case .insert: return false
    case .tombstone, .restore:
      let isDeleted = edit == .tombstone(object)
      guard record.isDeleted != isDeleted else { return false }
      setDeleted(isDeleted, object)
      return true
    case .set(_, let name, let value): return change(object, [name: value], schema)
    case .move(_, let order, let into):
      let values = (into?.values ?? [:]).merging(["order": order.propertyValue]) { $1 }
      return change(object, values, schema)
    }
  }

  /// The edit as it came to be: all properties of what was inserted, values in their one form.
  ///
  /// - Precondition: the edit was the last that was applied to its object.
  public func recorded(_ edit: Edit) -> Edit {
    switch edit {
    case .insert(let object, let values): .insert(object, records[object]?.values ?? values)
    case .set(let object, let name, let value): .set(object, name, self.value(of: name, in: object) ?? value)
    case .tombstone, .restore, .move: edit
    }
  }

  private mutating func change(
    _ object: ObjectReference, _ given: [PropertyName: PropertyValue], _ schema: ObjectSchema
  ) -> Bool {
    guard records[object]?.isDeleted == false, let values = Self.canonical(given, schema) else {
      return false
    }
    merge(values, into: object)
    return true
  }

  private static func canonical(
    _ given: [PropertyName: PropertyValue], _ schema: ObjectSchema
  ) -> [PropertyName: PropertyValue]? {
    var result: [PropertyName: PropertyValue] = [:]
    for (name, value) in given {
      guard case .success(let value) = checked(name, value, schema) else { return nil }
      result[name] = value
    }
    return result
  }
}
