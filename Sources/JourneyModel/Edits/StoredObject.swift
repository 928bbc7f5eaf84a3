/// An object as a database keeps it: everything that is said of it, and whether it was deleted.
public struct StoredObject: Hashable, Sendable {
  public var reference: ObjectReference
  public var values: [PropertyName: PropertyValue]
  /// Whether it was deleted itself; it may be hidden with what holds it all the same.
  public var isDeleted: Bool

  public init(
    _ reference: ObjectReference, values: [PropertyName: PropertyValue], isDeleted: Bool = false
  ) {
    self.reference = reference
    self.values = values
    self.isDeleted = isDeleted
  }
}
