/// A value of several named parts.
protocol PropertyRecord: PropertyConvertible {
  init?(parts: RecordParts)
  /// Parts that are `.none` are left out.
  var parts: [String: PropertyValue] { get }
}

/// Reads the parts of a record; names nobody asked for make it invalid.
struct RecordParts {
  private let members: [String: PropertyValue]
  private let known: Set<String>

  init?(_ value: PropertyValue, known: Set<String>) {
    guard case .record(let members) = value, known.isSuperset(of: members.keys) else { return nil }
    self.members = members
    self.known = known
  }

  func read<Part: PropertyConvertible>(_ name: String, as type: Part.Type = Part.self) -> Part? {
    Part(members[name] ?? .none)
  }

  /// A part that may be absent: its default then, nil if it is there but wrong.
  func read<Part: PropertyConvertible>(_ name: String, or absent: Part) -> Part? {
    guard let value = members[name], value != .none else { return absent }
    return Part(value)
  }
}

extension PropertyRecord {
  var propertyValue: PropertyValue { .record(parts.filter { $0.value != .none }) }
}

extension TimeFrame: PropertyRecord {
  static var shape: PropertyShape { .record("time frame (minimum, maximum, unit)") }
  init?(_ value: PropertyValue) {
    guard let parts = RecordParts(value, known: ["minimum", "maximum", "unit"]) else { return nil }
    self.init(parts: parts)
  }
  init?(parts: RecordParts) {
    guard let minimum = parts.read("minimum", as: Double.self),
      let maximum = parts.read("maximum", as: Double.self),
      let unit = parts.read("unit", as: Unit.self)
    else { return nil }
    self.init(minimum: minimum, maximum: maximum, unit: unit)
  }
  var parts: [String: PropertyValue] {
    [
      "minimum": minimum.propertyValue, "maximum": maximum.propertyValue,
      "unit": unit.propertyValue,
    ]
  }
}

extension Emotion: PropertyRecord {
  static var shape: PropertyShape { .record("feeling (score, name, emoji, persona, branch)") }
  init?(_ value: PropertyValue) {
    let known: Set = ["score", "name", "emoji", "persona", "branch"]
    guard let parts = RecordParts(value, known: known) else { return nil }
    self.init(parts: parts)
  }
  init?(parts: RecordParts) {
    guard let score = parts.read("score", as: Double.self), let name = parts.read("name", or: ""),
      let emoji = parts.read("emoji", or: ""),
      let persona = parts.read("persona", as: Persona.ID?.self),
      let branch = parts.read("branch", as: Branch?.self)
    else { return nil }
    self.init(score: score, name: name, emoji: emoji, persona: persona, branch: branch)
  }
  var parts: [String: PropertyValue] {
    [
      "score": score.propertyValue, "name": name.propertyValue, "emoji": emoji.propertyValue,
      "persona": persona.propertyValue, "branch": branch.propertyValue,
    ]
  }
  // A feeling of a persona who is gone goes too: without its persona it would become the primary one's.
  func references(in map: String?) -> [ObjectReference] { persona.references(in: map) }
}

extension JourneyMap.Parent: PropertyRecord {
  static var shape: PropertyShape { .record("parent (map, step)") }
  init?(_ value: PropertyValue) {
    guard let parts = RecordParts(value, known: ["map", "step"]) else { return nil }
    self.init(parts: parts)
  }
  init?(parts: RecordParts) {
    guard let map = parts.read("map", as: JourneyMap.ID.self),
      let step = parts.read("step", as: Step.ID.self)
    else { return nil }
    self.init(map: map, step: step)
  }
  var parts: [String: PropertyValue] {
    ["map": map.propertyValue, "step": step.propertyValue]
  }
  func references(in _: String?) -> [ObjectReference] {
    map.references(in: nil) + step.references(in: map.rawValue)
  }
}

extension Evidence.Reading: PropertyRecord {
  static var shape: PropertyShape { .record("number (value, n, low, high)") }
  init?(_ value: PropertyValue) {
    guard let parts = RecordParts(value, known: ["value", "n", "low", "high"]) else { return nil }
    self.init(parts: parts)
  }
  init?(parts: RecordParts) {
    guard let value = parts.read("value", as: Double.self), let n = parts.read("n", as: Int.self),
      let low = parts.read("low", as: Double.self), let high = parts.read("high", as: Double.self)
    else { return nil }
    self.init(value: value, n: n, low: low, high: high)
  }
  var parts: [String: PropertyValue] {
    [
      "value": value.propertyValue, "n": n.propertyValue, "low": low.propertyValue,
      "high": high.propertyValue,
    ]
  }
}

extension Persona.Trait: PropertyRecord {
  static var shape: PropertyShape { .record("trait (name, value)") }
  init?(_ value: PropertyValue) {
    guard let parts = RecordParts(value, known: ["name", "value"]) else { return nil }
    self.init(parts: parts)
  }
  init?(parts: RecordParts) {
    guard let name = parts.read("name", or: ""), let value = parts.read("value", or: "")
    else { return nil }
    self.init(name: name, value: value)
  }
  var parts: [String: PropertyValue] {
    ["name": name.propertyValue, "value": value.propertyValue]
  }
}

extension Audience.Rule: PropertyRecord {
  static var shape: PropertyShape { .record("rule (attribute, value)") }
  init?(_ value: PropertyValue) {
    guard let parts = RecordParts(value, known: ["attribute", "value"]) else { return nil }
    self.init(parts: parts)
  }
  init?(parts: RecordParts) {
    guard let attribute = parts.read("attribute", or: ""), let value = parts.read("value", or: "")
    else { return nil }
    self.init(attribute: attribute, value: value)
  }
  var parts: [String: PropertyValue] {
    ["attribute": attribute.propertyValue, "value": value.propertyValue]
  }
}
