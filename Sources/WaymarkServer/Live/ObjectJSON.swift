import JourneyModel

/// Writes objects and their properties as JSON without intermediate values: a map of thousands of cards is one answer.
struct ObjectJSON {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int) { bytes.append(contentsOf: "\(value)".utf8) }

  mutating func text(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): raw("\\n")
      case UInt8(ascii: "\t"): raw("\\t")
      case UInt8(ascii: "\r"): raw("\\r")
      case 0..<32:
        raw("\\u00")
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func value(_ value: PropertyValue) {
    switch value {
    case .none: raw("null")
    case .flag(let flag): flag ? raw("true") : raw("false")
    case .number(let number): bytes.append(contentsOf: Self.digits(of: number).utf8)
    case .text(let text): self.text(text)
    case .list(let list):
      raw("[")
      for (index, element) in list.enumerated() {
        if index > 0 { raw(",") }
        self.value(element)
      }
      raw("]")
    case .record(let record):
      fields(record.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  mutating func fields(_ fields: [(name: String, value: PropertyValue)]) {
    raw("{")
    for (index, field) in fields.enumerated() {
      if index > 0 { raw(",") }
      text(field.name)
      raw(":")
      value(field.value)
    }
    raw("}")
  }

  /// `{"kind":…,"id":…,"map":…,"deleted":true,"properties":{…}}`; `map` and `deleted` only where they say something.
  mutating func object(
    _ reference: ObjectReference, _ values: [PropertyName: PropertyValue], isDeleted: Bool
  ) {
    raw("{\"kind\":")
    text(reference.kind.rawValue)
    raw(",\"id\":")
    text(reference.id)
    if let map = reference.map {
      raw(",\"map\":")
      text(map)
    }
    if isDeleted { raw(",\"deleted\":true") }
    raw(",\"properties\":")
    fields(values.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) })
    raw("}")
  }

  /// Whole numbers without a fraction, as browsers write them; JSON has no infinities, the model neither.
  private static func digits(of number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return "\(whole)" }
    return number.isFinite ? "\(number)" : "null"
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
