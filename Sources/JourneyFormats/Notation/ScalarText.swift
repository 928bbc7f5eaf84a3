/// Writes a text as a YAML scalar that every YAML reader takes for the same text.
enum ScalarText {
  /// The shortest safe form on one line: plain, in double quotes, or in single quotes where double ones need escapes.
  static func inline(_ text: String) -> String {
    if isPlain(text) { return text }
    let needsEscape = text.unicodeScalars.contains { mustBeEscaped($0) }
    if !needsEscape,
      text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\"))
    {
      var quoted = "'"
      for scalar in text.unicodeScalars {
        quoted.unicodeScalars.append(scalar)
        if scalar == "'" { quoted.unicodeScalars.append(scalar) }
      }
      return quoted + "'"
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        if mustBeEscaped(scalar) {
          quoted += escape(scalar)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// The lines of a literal block and its mark (`|` or `|-`); nil for texts that are better quoted on one line.
  static func block(_ text: String) -> (mark: String, lines: [String])? {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      } else if mustBeEscaped(scalar) {
        return nil
      } else {
        line.append(scalar)
      }
    }
    lines.append(String(line))
    guard lines.count > 1, let first = lines.first, !first.isEmpty,
      first.utf8.first != UInt8(ascii: " "),
      !lines.contains(where: { $0.utf8.last == UInt8(ascii: " ") })
    else { return nil }
    guard lines.last == "" else { return ("|-", lines) }
    lines.removeLast()
    return lines.count > 1 && lines.last != "" ? ("|", lines) : nil
  }

  /// Whether the text may stand without quotes, and no YAML reader takes it for a number, date, truth value or null.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.utf8.last else { return false }
    let begins =
      !first.isASCII || ("a"..."z").contains(first) || ("A"..."Z").contains(first)
      || ("0"..."9").contains(first)
    guard begins, last != UInt8(ascii: " "), last != UInt8(ascii: ":") else { return false }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if mustBeEscaped(scalar) { return false }
      if scalar == " ", before == ":" { return false }
      if scalar == "#", before == " " { return false }
      before = scalar
    }
    return !isReserved(text)
  }

  private static func isReserved(_ text: String) -> Bool {
    if text.utf8.count <= 5,
      ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"]
        .contains(text.lowercased())
    {
      return true
    }
    guard let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      "0123456789abcdefABCDEFxXoO_.:,+-TZtz ".utf8.contains(byte)
    }
  }

  /// Control characters, line ends of any kind, and code points that YAML does not allow in a text.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return scalar.value <= 0xFF
      ? "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
