import Picture

/// A measurer whose every letter is as wide as the next, so that goldens do not depend on installed fonts.
struct PlainMeasurer: TextMeasuring {
  func layout(
    _ text: String, style: TextStyle, width: Double?, maximumLines: Int?
  ) -> TextLayout {
    guard !text.isEmpty else { return TextLayout(lines: [], size: Size(0, 0)) }
    let letter = style.size * (style.weight.rawValue >= 600 ? 0.6 : 0.55)
    let room = width.map { max(Int($0 / letter), 1) } ?? .max
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        var word = String(word)
        if !line.isEmpty, line.count + 1 + word.count <= room {
          line += " " + word
          continue
        }
        if !line.isEmpty { lines.append(line) }
        while word.count > room {
          lines.append(String(word.prefix(room)))
          word = String(word.dropFirst(room))
        }
        line = word
      }
      lines.append(line)
    }
    if let maximumLines, lines.count > maximumLines {
      lines = Array(lines.prefix(maximumLines))
      lines[maximumLines - 1] = String(lines[maximumLines - 1].prefix(max(room - 1, 0))) + "…"
    }
    let leading = style.size * style.lineHeight
    let placed = lines.enumerated().map { index, line in
      TextLayout.Line(
        text: line, width: Double(line.count) * letter,
        baseline: Double(index) * leading + style.size)
    }
    return TextLayout(
      lines: placed,
      size: Size(placed.map(\.width).max() ?? 0, Double(lines.count) * leading))
  }
}
