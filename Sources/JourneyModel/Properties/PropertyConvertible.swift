/// A type that a property may have: it can be written as a `PropertyValue` and read back.
protocol PropertyConvertible: Hashable, Sendable {
  static var shape: PropertyShape { get }
  /// Nil if the value is not of this shape.
  init?(_ value: PropertyValue)
  var propertyValue: PropertyValue { get }
  /// The objects that the value points at.
  /// - Parameter map: the map that owns the object with the property, if one does.
  func references(in map: String?) -> [ObjectReference]
  /// The value without what is gone; nil if nothing sensible is left of it.
  func without(_ isGone: (ObjectReference) -> Bool, in map: String?) -> Self?
}

extension PropertyConvertible {
  func references(in map: String?) -> [ObjectReference] { [] }
  func without(_ isGone: (ObjectReference) -> Bool, in map: String?) -> Self? {
    references(in: map).contains(where: isGone) ? nil : self
  }
}

extension String: PropertyConvertible {
  static var shape: PropertyShape { .text }
  init?(_ value: PropertyValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  var propertyValue: PropertyValue { .text(self) }
}

extension Double: PropertyConvertible {
  static var shape: PropertyShape { .number }
  init?(_ value: PropertyValue) {
    guard case .number(let number) = value, number.isFinite else { return nil }
    self = number
  }
  var propertyValue: PropertyValue { .number(self) }
}

extension Int: PropertyConvertible {
  static var shape: PropertyShape { .integer }
  init?(_ value: PropertyValue) {
    // Whole numbers stay exact in JSON up to 2⁵³.
    guard case .number(let number) = value, number.magnitude <= 9_007_199_254_740_992,
      let exact = Int(exactly: number)
    else { return nil }
    self = exact
  }
  var propertyValue: PropertyValue { .number(Double(self)) }
}

extension Bool: PropertyConvertible {
  static var shape: PropertyShape { .flag }
  init?(_ value: PropertyValue) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  var propertyValue: PropertyValue { .flag(self) }
}

extension CalendarDate: PropertyConvertible {
  static var shape: PropertyShape { .date }
  init?(_ value: PropertyValue) {
    guard case .text(let text) = value else { return nil }
    self.init(text)
  }
  var propertyValue: PropertyValue { .text(description) }
}

extension OrderKey: PropertyConvertible {
  static var shape: PropertyShape { .order }
  init?(_ value: PropertyValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
  var propertyValue: PropertyValue { .text(rawValue) }
}

extension Identifier: PropertyConvertible where Subject: ModelObject {
  static var shape: PropertyShape { .identifier(Subject.kind) }
  init?(_ value: PropertyValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
  var propertyValue: PropertyValue { .text(rawValue) }
  func references(in map: String?) -> [ObjectReference] {
    [ObjectReference(Subject.kind, rawValue, in: Subject.isInMap ? map : nil)]
  }
}

extension Optional: PropertyConvertible where Wrapped: PropertyConvertible {
  static var shape: PropertyShape { .optional(Wrapped.shape) }
  init?(_ value: PropertyValue) {
    if value == .none {
      self = .none
    } else if let wrapped = Wrapped(value) {
      self = .some(wrapped)
    } else {
      return nil
    }
  }
  var propertyValue: PropertyValue { self?.propertyValue ?? .none }
  func references(in map: String?) -> [ObjectReference] { self?.references(in: map) ?? [] }
  func without(_ isGone: (ObjectReference) -> Bool, in map: String?) -> Self? {
    .some(flatMap { $0.without(isGone, in: map) })
  }
}

extension Array: PropertyConvertible where Element: PropertyConvertible {
  static var shape: PropertyShape { .list(Element.shape) }
  init?(_ value: PropertyValue) {
    guard case .list(let values) = value else { return nil }
    self.init()
    reserveCapacity(values.count)
    for value in values {
      guard let element = Element(value) else { return nil }
      append(element)
    }
  }
  var propertyValue: PropertyValue { .list(map(\.propertyValue)) }
  func references(in map: String?) -> [ObjectReference] { flatMap { $0.references(in: map) } }
  func without(_ isGone: (ObjectReference) -> Bool, in map: String?) -> Self? {
    compactMap { $0.without(isGone, in: map) }
  }
}

/// An enum of named choices.
protocol PropertyChoice: PropertyConvertible, CaseIterable, RawRepresentable<String> {}

extension PropertyChoice {
  static var shape: PropertyShape { .choice(allCases.map(\.rawValue)) }
  init?(_ value: PropertyValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
  var propertyValue: PropertyValue { .text(rawValue) }
}

extension Workspace.WeekStart: PropertyChoice {}
extension Touchpoint.Setting: PropertyChoice {}
extension Touchpoint.Ownership: PropertyChoice {}
extension Touchpoint.Influence: PropertyChoice {}
extension Persona.Kind: PropertyChoice {}
extension JourneyMap.Kind: PropertyChoice {}
extension JourneyMap.State: PropertyChoice {}
extension Stage.Phase: PropertyChoice {}
extension TimeFrame.Unit: PropertyChoice {}
extension LaneRole: PropertyChoice {}
extension Card.Severity: PropertyChoice {}
extension Card.Status: PropertyChoice {}
extension Emotion.Branch: PropertyChoice {}
extension Evidence.Kind: PropertyChoice {}
extension Evidence.Verdict: PropertyChoice {}
extension Claim.Relation: PropertyChoice {}
extension Flow.Kind: PropertyChoice {}
