/// The shape of a JSON value, as far as the API needs it: a part of JSON Schema 2020-12 that can be written down and checked.
indirect enum Schema: Sendable, Hashable {
  /// At most so many characters; a format such as `email` or `date-time`.
  case string(atMost: Int?, format: String?)
  case choice([String])
  case whole(atLeast: Int?, atMost: Int?)
  case number
  case flag
  case list(Schema)
  case object([Field])
  /// An object with any keys and values of one shape.
  case dictionary(Schema)
  /// The value, or null.
  case nullable(Schema)
  case either([Schema])
  case any
  /// A shape with a name of its own in the document.
  case named(String, Schema)
  /// No body at all.
  case nothing
  /// Bytes of one of these media types.
  case bytes([String])
  /// Server-sent events.
  case events

  struct Field: Sendable, Hashable {
    var name: String
    var schema: Schema
    var isRequired: Bool
    var meaning: String?

    static func required(_ name: String, _ schema: Schema, _ meaning: String? = nil) -> Field {
      Field(name: name, schema: schema, isRequired: true, meaning: meaning)
    }

    /// The field may be left out.
    static func optional(_ name: String, _ schema: Schema, _ meaning: String? = nil) -> Field {
      Field(name: name, schema: schema, isRequired: false, meaning: meaning)
    }
  }

  static let text = Schema.string(atMost: nil, format: nil)
  static func text(atMost length: Int) -> Schema { .string(atMost: length, format: nil) }
  static let whole = Schema.whole(atLeast: nil, atMost: nil)
  /// Whole microseconds since 1970, UTC.
  static let instant = Schema.named("Instant", .whole)
}

// MARK: - Written down

extension Schema {
  /// The shape as JSON Schema; shapes with a name are pointed to and left in `components`.
  func written(into components: inout [String: JSONValue]) -> JSONValue {
    switch self {
    case .string(let length, let format):
      return .object(["type": "string"])
        .with("maxLength", length.map { .number(Double($0)) })
        .with("format", format.map { .string($0) })
    case .choice(let choices):
      return .object(["type": "string", "enum": .list(choices.map { .string($0) })])
    case .whole(let least, let most):
      return .object(["type": "integer"])
        .with("minimum", least.map { .number(Double($0)) })
        .with("maximum", most.map { .number(Double($0)) })
    case .number: return .object(["type": "number"])
    case .flag: return .object(["type": "boolean"])
    case .list(let element):
      return .object(["type": "array", "items": element.written(into: &components)])
    case .dictionary(let value):
      return .object(["type": "object", "additionalProperties": value.written(into: &components)])
    case .nullable(let schema):
      return .object([
        "anyOf": .list([schema.written(into: &components), .object(["type": "null"])])
      ])
    case .either(let schemas):
      return .object(["anyOf": .list(schemas.map { $0.written(into: &components) })])
    case .any, .nothing: return .object([:])
    case .bytes, .events: return .object(["type": "string"])
    case .named(let name, let schema):
      if components[name] == nil {
        // Held first, so that the shape may point to itself.
        components[name] = .object([:])
        components[name] = schema.written(into: &components)
      }
      return .object(["$ref": .string("#/components/schemas/\(name)")])
    case .object(let fields): return Self.written(fields, into: &components)
    }
  }

  private static func written(
    _ fields: [Field], into components: inout [String: JSONValue]
  ) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for field in fields {
      properties[field.name] = field.schema.written(into: &components)
        .with("description", field.meaning.map { .string($0) })
    }
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    return .object(["type": "object", "properties": .object(properties)])
      .with("required", required.isEmpty ? nil : .list(required))
  }

  /// How a body of this shape is sent; empty when there is none.
  var mediaTypes: [String] {
    switch self {
    case .nothing: []
    case .bytes(let types): types
    case .events: ["text/event-stream"]
    default: ["application/json"]
    }
  }
}
