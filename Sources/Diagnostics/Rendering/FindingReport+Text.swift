public import Wording

extension FindingReport {
  /// One line per finding as compilers write it, its hint below, and a line of counts at the end.
  ///
  /// ```
  /// maps/shop.yaml:14:9: error: there is no stage 'dicsover' [map.unknown-reference]
  ///   hint: did you mean 'discover'?
  /// 1 error
  /// ```
  /// Control characters of what a person wrote are shown as `\u{1b}`, so that a file cannot steer the terminal.
  public func text(in catalogue: Catalogue = .english) -> String {
    var lines: [String] = []
    for diagnostic in diagnostics {
      var line = ""
      if let place = diagnostic.location {
        line += "\(Self.printable(place.file)):\(place.line):\(place.column): "
      }
      let severity = Saying.word(diagnostic.severity.rawValue).text(in: catalogue)
      line += "\(severity): \(Self.printable(diagnostic.message(in: catalogue)))"
      line += " [\(Self.printable(diagnostic.code))]"
      lines.append(line)
      if let hint = diagnostic.hint(in: catalogue) {
        let word = Saying.word("hint").text(in: catalogue)
        lines.append("  \(word): \(Self.printable(hint))")
      }
    }
    lines.append(summary(in: catalogue))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text on one line, with nothing in it that a terminal would obey.
  static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
