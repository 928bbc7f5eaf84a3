import Picture

/// Measures every character as half the size wide, so that goldens do not depend on installed fonts.
struct EvenMeasurer: TextMeasuring {
  func layout(
    _ text: String, style: TextStyle, width: Double?, maximumLines: Int?
  ) -> TextLayout {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, let width, advance(last + " " + word, style) <= width {
        lines[lines.count - 1] = last + " " + word
      } else if width == nil, let last = lines.last {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    if let maximumLines, lines.count > maximumLines {
      lines = Array(lines.prefix(maximumLines))
      lines[maximumLines - 1] += "…"
    }
    let leading = style.size * style.lineHeight
    let placed = lines.enumerated().map { index, line in
      TextLayout.Line(
        text: line, width: advance(line, style), baseline: Double(index) * leading + style.size)
    }
    return TextLayout(
      lines: placed,
      size: Size(placed.map(\.width).max() ?? 0, Double(placed.count) * leading))
  }

  private func advance(_ text: String, _ style: TextStyle) -> Double {
    Double(text.count) * style.size / 2
  }
}
