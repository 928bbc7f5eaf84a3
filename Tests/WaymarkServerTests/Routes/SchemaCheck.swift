@testable import WaymarkServer

/// Holds a JSON value against a schema as the API's description writes it, by plain rules.
struct SchemaCheck {
  var components: [String: JSONValue]

  init(_ document: JSONValue) {
    if case .object(let schemas)? = document["components"]?["schemas"] {
      components = schemas
    } else {
      components = [:]
    }
  }

  /// What does not fit, each with its place.
  func problems(_ value: JSONValue, _ schema: JSONValue, at place: String = "$") -> [String] {
    if case .string(let reference)? = schema["$ref"] {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let target = components[name] else { return ["\(place): no schema \(name)"] }
      return problems(value, target, at: place)
    }
    if case .list(let choices)? = schema["anyOf"] {
      return choices.contains { problems(value, $0, at: place).isEmpty }
        ? [] : ["\(place): fits none of \(choices.count) shapes"]
    }
    var found: [String] = []
    if case .list(let allowed)? = schema["enum"], !allowed.contains(value) {
      found.append("\(place): \(value) is no choice")
    }
    guard case .string(let type)? = schema["type"] else { return found }
    switch (type, value) {
    case ("null", .null), ("boolean", .flag), ("string", .string), ("number", .number): break
    case ("integer", .number(let number)):
      if number.rounded() != number { found.append("\(place): no whole number") }
    case ("array", .list(let members)):
      guard let items = schema["items"] else { break }
      for (index, member) in members.enumerated() {
        found += problems(member, items, at: "\(place)[\(index)]")
      }
    case ("object", .object(let members)): found += object(members, schema, at: place)
    default: found.append("\(place): not of type \(type)")
    }
    return found
  }

  private func object(
    _ members: [String: JSONValue], _ schema: JSONValue, at place: String
  ) -> [String] {
    var found: [String] = []
    if case .list(let required)? = schema["required"] {
      for case .string(let name) in required where members[name] == nil {
        found.append("\(place).\(name) is missing")
      }
    }
    for (name, member) in members {
      if let known = schema["properties"]?[name] {
        found += problems(member, known, at: "\(place).\(name)")
      } else if let known = schema["additionalProperties"] {
        found += problems(member, known, at: "\(place).\(name)")
      } else if schema["properties"] != nil {
        found.append("\(place).\(name) is not in the schema")
      }
    }
    return found
  }

  /// Names that a `$ref` points to anywhere in a value.
  static func references(_ value: JSONValue) -> Set<String> {
    switch value {
    case .object(let members):
      var found = members.values.reduce(into: Set<String>()) { $0.formUnion(references($1)) }
      if case .string(let reference)? = members["$ref"] {
        found.insert(String(reference.split(separator: "/").last ?? ""))
      }
      return found
    case .list(let members): return members.reduce(into: []) { $0.formUnion(references($1)) }
    default: return []
    }
  }
}
