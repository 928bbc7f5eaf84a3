/// The value of one property as edits carry it: plain JSON, checked against the property's shape when applied.
public indirect enum PropertyValue: Hashable, Sendable {
  /// Not set.
  case none
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([PropertyValue])
  case record([String: PropertyValue])
}

extension PropertyValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(nilLiteral: ()) { self = .none }
}

extension PropertyValue: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let text = try? container.decode(String.self) {
      // Each attempt that fails leads to the next kind, the commonest first; the last one reports.
      self = .text(text)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let list = try? container.decode([PropertyValue].self) {
      self = .list(list)
    } else {
      self = .record(try container.decode([String: PropertyValue].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .record(let record): try container.encode(record)
    }
  }
}

/// The name of a property, as in the notation: `text`, `timeFrame`, `purpose.why`.
public struct PropertyName: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable,
  ExpressibleByStringLiteral, Comparable, CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  public var description: String { rawValue }
  public static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

/// What values a property takes.
public indirect enum PropertyShape: Hashable, Sendable {
  case text, number, integer, flag, date, order
  case choice([String])
  case identifier(ObjectReference.Kind)
  case list(PropertyShape)
  /// A value of several parts, by the name of the type (`TimeFrame`).
  case record(String)
  case optional(PropertyShape)

  /// The shape in the words of a sentence: "a text", "one of own, paid, third-party".
  public var description: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .integer: "a whole number"
    case .flag: "true or false"
    case .date: "a date such as 2026-03-09"
    case .order: "an order key"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .identifier(let kind): "the id of a \(kind.rawValue)"
    case .list(let element): "a list, each \(element.description)"
    case .record(let name): "a \(name) with its parts"
    case .optional(let wrapped): "\(wrapped.description), or nothing"
    }
  }
}
