import Diagnostics
import JourneyModel

/// The known keys of one mapping and their values.
struct Fields {
  /// What the mapping describes, such as a stage.
  let what: Saying
  let node: YAMLTree.NodeID
  fileprivate var values: [String: YAMLTree.NodeID] = [:]

  subscript(key: String) -> YAMLTree.NodeID? { values[key] }
  var isEmpty: Bool { values.isEmpty }
}

extension Reading {
  /// Reads a mapping of known keys; all others are findings.
  ///
  /// - Parameter synonyms: other spellings that are understood, each with the canonical key.
  mutating func fields(
    _ node: NodeID, _ what: Saying, keys: [String], synonyms: [String: String] = [:]
  ) -> Fields {
    var result = Fields(what: what, node: node)
    for pair in pairs(node, what) {
      let key = synonyms[pair.key] ?? pair.key
      guard keys.contains(key) else {
        find(
          NotationCode.unknownKey, at: pair.keyNode,
          ["what": what, "key": Self.shortened(pair.key)], hint: hint(forKey: key, among: keys))
        continue
      }
      if let first = result.values[key] {
        find(
          NotationCode.duplicateKey, at: pair.keyNode,
          variant: "synonym", ["key": pair.key, "line": tree.location(of: first).line])
        continue
      }
      result.values[key] = pair.value
    }
    return result
  }

  private func hint(forKey key: String, among keys: [String]) -> Advice {
    if isFull { return .nothing }
    if key == "<<" { return .said(Saying("notation.unknown-key/merge")) }
    if let near = Spelling.nearest(to: key, among: keys) { return .nearest(near) }
    let known = keys.filter { $0 != "format" }.joined(separator: ", ")
    return .said(Saying("notation.unknown-key/known", ["keys": known]))
  }

  /// What was meant, or all that can stand there.
  func hint(forValue value: String, among known: [String]) -> Advice {
    if isFull { return .nothing }
    if let near = Spelling.nearest(to: value, among: known) { return .nearest(near) }
    let values = known.joined(separator: ", ")
    return .said(Saying("notation.unknown-value/known", ["values": values]))
  }

  /// Remembers where an object and its properties stand.
  mutating func record(
    _ object: ObjectReference, _ fields: Fields, more: [(name: String, node: NodeID)] = []
  ) {
    sources.record(
      object, at: tree.location(of: fields.node),
      properties: fields.values.map { ($0.key, tree.location(of: $0.value)) }
        + more.map { ($0.name, tree.location(of: $0.node)) })
  }

  mutating func record(
    _ object: ObjectReference, at node: NodeID, more: [(name: String, node: NodeID)] = []
  ) {
    sources.record(
      object, at: tree.location(of: node),
      properties: more.map { ($0.name, tree.location(of: $0.node)) })
  }

  // MARK: Values of fields

  /// A text that may be left out.
  mutating func text(_ fields: Fields, _ key: String) -> String {
    guard let node = fields[key] else { return "" }
    return text(node, .text("'\(key)'")) ?? ""
  }

  /// A text that may be left out; nil where it is or is empty.
  mutating func optionalText(_ fields: Fields, _ key: String) -> String? {
    let value = text(fields, key)
    return value.isEmpty ? nil : value
  }

  /// A text that must be there and not be empty; a finding, and an empty text, if not.
  mutating func requiredText(_ fields: Fields, _ key: String, hint: Advice? = nil) -> String {
    guard let node = fields[key] else {
      find(
        NotationCode.missingKey, at: fields.node, ["what": fields.what, "key": key],
        hint: hint ?? .usual)
      return ""
    }
    guard let value = text(node, .text("'\(key)'")) else { return "" }
    if value.isEmpty {
      find(
        NotationCode.missingKey, at: node, variant: "empty", ["what": fields.what, "key": key],
        hint: hint ?? .usual)
    }
    return value
  }

  mutating func texts(_ fields: Fields, _ key: String) -> [String] {
    guard let node = fields[key] else { return [] }
    var result: [String] = []
    for item in items(node, .text("'\(key)'")) {
      if let value = text(item, .item(of: key)) { result.append(value) }
    }
    return result
  }

  mutating func identifier<Subject>(
    _ node: NodeID, _ what: @autoclosure () -> Saying,
    as type: Identifier<Subject>.Type = Identifier<Subject>.self
  ) -> Identifier<Subject>? {
    guard let value = text(node, what()) else { return nil }
    if let id = Identifier<Subject>(rawValue: value) { return id }
    let proposal = isFull ? nil : Identifier<Subject>.slug(from: String(value.prefix(400)))
    find(
      NotationCode.badIdentifier, at: node,
      variant: value.isEmpty ? "empty" : "", ["what": what(), "text": Self.shortened(value)],
      hint: proposal.map { .said(Saying("notation.bad-id/write", ["id": $0.rawValue])) } ?? .usual)
    return nil
  }

  mutating func identifier<Subject>(_ fields: Fields, _ key: String) -> Identifier<Subject>? {
    guard let node = fields[key], !isEmpty(node) else { return nil }
    return identifier(node, key == "id" ? .anId : .id(of: key))
  }

  mutating func identifiers<Subject>(_ fields: Fields, _ key: String) -> [Identifier<Subject>] {
    guard let node = fields[key] else { return [] }
    var result: [Identifier<Subject>] = []
    for item in items(node, .text("'\(key)'")) {
      if let id: Identifier<Subject> = identifier(item, .id(in: key)) { result.append(id) }
    }
    return result
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ fields: Fields, _ key: String, as type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let node = fields[key], !isEmpty(node), let value = text(node, .text("'\(key)'")) else {
      return nil
    }
    if let choice = Choice(rawValue: value) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    find(
      NotationCode.unknownValue, at: node, ["text": Self.shortened(value), "key": key],
      hint: hint(forValue: value, among: known))
    return nil
  }

  mutating func number(_ fields: Fields, _ key: String) -> Double? {
    guard let node = fields[key], !isEmpty(node), let value = text(node, .text("'\(key)'")) else {
      return nil
    }
    if let number = NumberText.read(value) { return number }
    find(
      NotationCode.badNumber, at: node, ["text": Self.shortened(value)])
    return nil
  }

  mutating func wholeNumber(
    _ fields: Fields, _ key: String, in range: ClosedRange<Int>
  ) -> Int? {
    guard let node = fields[key], !isEmpty(node), let value = text(node, .text("'\(key)'")) else {
      return nil
    }
    if let number = Int(value), range.contains(number) { return number }
    find(
      NotationCode.badNumber, at: node,
      variant: range.upperBound == .max ? "whole-from" : "whole-between",
      ["text": Self.shortened(value), "from": range.lowerBound, "to": range.upperBound])
    return nil
  }

  mutating func flag(_ fields: Fields, _ key: String) -> Bool {
    guard let node = fields[key], !isEmpty(node), let value = text(node, .text("'\(key)'")) else {
      return false
    }
    switch value {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      find(
        NotationCode.unknownValue, at: node, variant: "flag", ["key": key])
      return false
    }
  }

  mutating func date(_ fields: Fields, _ key: String) -> CalendarDate? {
    guard let node = fields[key], !isEmpty(node), let value = text(node, .text("'\(key)'")) else {
      return nil
    }
    if let date = CalendarDate(value) { return date }
    find(
      NotationCode.badDate, at: node, ["text": Self.shortened(value)])
    return nil
  }
}
