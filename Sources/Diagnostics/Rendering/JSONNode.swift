/// A JSON value that keeps the order of its keys, and writes itself without Foundation.
indirect enum JSONNode {
  case text(String)
  case number(Int)
  case list([JSONNode])
  case object([(String, JSONNode?)])

  /// The value as JSON, indented by two spaces; keys whose value is nil are left out.
  func written(indentation: Int = 0) -> String {
    let inner = String(repeating: " ", count: indentation + 2)
    let outer = String(repeating: " ", count: indentation)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.written(indentation: indentation + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.compactMap { name, value in
        value.map { inner + Self.quoted(name) + ": " + $0.written(indentation: indentation + 2) }
      }
      if lines.isEmpty { return "{}" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  /// A JSON string; control characters are escaped, everything else stays readable.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
