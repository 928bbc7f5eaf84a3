import Diagnostics
import JourneyModel

/// The known keys of one mapping and their values.
struct Fields {
  /// What the mapping describes, with its article, such as "a stage".
  let what: String
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
    _ node: NodeID, _ what: String, keys: [String], synonyms: [String: String] = [:]
  ) -> Fields {
    var result = Fields(what: what, node: node)
    for pair in pairs(node, what) {
      let key = synonyms[pair.key] ?? pair.key
      guard keys.contains(key) else {
        find(
          NotationCode.unknownKey, at: pair.keyNode,
          "\(what) has no key '\(Self.shortened(pair.key))'", hint: hint(forKey: key, among: keys))
        continue
      }
      if let first = result.values[key] {
        find(
          NotationCode.duplicateKey, at: pair.keyNode,
          "'\(pair.key)' says again what stands in line \(tree.location(of: first).line)",
          hint: "remove one of the two")
        continue
      }
      result.values[key] = pair.value
    }
    return result
  }

  private func hint(forKey key: String, among keys: [String]) -> String? {
    if isFull { return nil }
    if key == "<<" { return "merge keys are not part of the notation; write the values out" }
    return Spelling.hint(for: key, among: keys)
      ?? "known here: \(keys.filter { $0 != "format" }.joined(separator: ", "))"
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
    return text(node, "'\(key)'") ?? ""
  }

  /// A text that may be left out; nil where it is or is empty.
  mutating func optionalText(_ fields: Fields, _ key: String) -> String? {
    let value = text(fields, key)
    return value.isEmpty ? nil : value
  }

  /// A text that must be there and not be empty; a finding, and an empty text, if not.
  mutating func requiredText(_ fields: Fields, _ key: String, hint: String? = nil) -> String {
    guard let node = fields[key] else {
      find(
        NotationCode.missingKey, at: fields.node, "\(fields.what) needs '\(key)'",
        hint: hint ?? "add a line '\(key): …'")
      return ""
    }
    guard let value = text(node, "'\(key)'") else { return "" }
    if value.isEmpty {
      find(
        NotationCode.missingKey, at: node, "'\(key)' of \(fields.what) is empty",
        hint: hint ?? "write it behind the colon")
    }
    return value
  }

  mutating func texts(_ fields: Fields, _ key: String) -> [String] {
    guard let node = fields[key] else { return [] }
    var result: [String] = []
    for item in items(node, "'\(key)'") {
      if let value = text(item, "an item of '\(key)'") { result.append(value) }
    }
    return result
  }

  mutating func identifier<Subject>(
    _ node: NodeID, _ what: String, as type: Identifier<Subject>.Type = Identifier<Subject>.self
  ) -> Identifier<Subject>? {
    guard let value = text(node, what) else { return nil }
    if let id = Identifier<Subject>(rawValue: value) { return id }
    let proposal = isFull ? nil : Identifier<Subject>.slug(from: String(value.prefix(400)))
    find(
      NotationCode.badIdentifier, at: node,
      value.isEmpty ? "\(what) is empty" : "'\(Self.shortened(value))' cannot be \(what)",
      hint: proposal.map { "ids are lowercase letters, digits and '-'; write '\($0)'" }
        ?? "ids are lowercase letters, digits and '-'")
    return nil
  }

  mutating func identifier<Subject>(_ fields: Fields, _ key: String) -> Identifier<Subject>? {
    guard let node = fields[key], !isEmpty(node) else { return nil }
    return identifier(node, key == "id" ? "an id" : "the id of '\(key)'")
  }

  mutating func identifiers<Subject>(_ fields: Fields, _ key: String) -> [Identifier<Subject>] {
    guard let node = fields[key] else { return [] }
    var result: [Identifier<Subject>] = []
    for item in items(node, "'\(key)'") {
      if let id: Identifier<Subject> = identifier(item, "an id in '\(key)'") { result.append(id) }
    }
    return result
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ fields: Fields, _ key: String, as type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let node = fields[key], !isEmpty(node), let value = text(node, "'\(key)'") else {
      return nil
    }
    if let choice = Choice(rawValue: value) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let hint =
      isFull
      ? nil
      : Spelling.hint(for: value, among: known) ?? "known values: \(known.joined(separator: ", "))"
    find(
      NotationCode.unknownValue, at: node,
      "'\(Self.shortened(value))' is no value of '\(key)'", hint: hint)
    return nil
  }

  mutating func number(_ fields: Fields, _ key: String) -> Double? {
    guard let node = fields[key], !isEmpty(node), let value = text(node, "'\(key)'") else {
      return nil
    }
    if let number = NumberText.read(value) { return number }
    find(
      NotationCode.badNumber, at: node, "'\(Self.shortened(value))' is no number",
      hint: "write it with digits and a decimal point, such as 2.5")
    return nil
  }

  mutating func wholeNumber(
    _ fields: Fields, _ key: String, in range: ClosedRange<Int>
  ) -> Int? {
    guard let node = fields[key], !isEmpty(node), let value = text(node, "'\(key)'") else {
      return nil
    }
    if let number = Int(value), range.contains(number) { return number }
    let from = range.lowerBound
    find(
      NotationCode.badNumber, at: node,
      "'\(Self.shortened(value))' is no whole number"
        + (range.upperBound == .max ? " from \(from) up" : " \(from) … \(range.upperBound)"))
    return nil
  }

  mutating func flag(_ fields: Fields, _ key: String) -> Bool {
    guard let node = fields[key], !isEmpty(node), let value = text(node, "'\(key)'") else {
      return false
    }
    switch value {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      find(
        NotationCode.unknownValue, at: node, "'\(key)' is either true or false",
        hint: "write '\(key): true', or leave it out")
      return false
    }
  }

  mutating func date(_ fields: Fields, _ key: String) -> CalendarDate? {
    guard let node = fields[key], !isEmpty(node), let value = text(node, "'\(key)'") else {
      return nil
    }
    if let date = CalendarDate(value) { return date }
    find(
      NotationCode.badDate, at: node, "'\(Self.shortened(value))' is no date",
      hint: "write year-month-day, such as 2026-03-09")
    return nil
  }
}
