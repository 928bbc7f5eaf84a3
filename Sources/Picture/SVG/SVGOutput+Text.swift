extension SVGOutput {
  /// One `<text>` per placed text, with a `<tspan>` per line where there are several.
  mutating func write(_ text: PlacedText) {
    let lines = text.layout.lines
    if lines.allSatisfy(\.text.isEmpty) { return }
    buffer.raw("<text")
    if lines.count == 1 { position(of: lines[0], in: text) }
    attribute(" font-size=\"", text.style.size)
    switch text.style.weight {
    case .regular: break
    case .medium: buffer.raw(" font-weight=\"500\"")
    case .semibold: buffer.raw(" font-weight=\"600\"")
    case .bold: buffer.raw(" font-weight=\"700\"")
    }
    if text.style.isItalic { buffer.raw(" font-style=\"italic\"") }
    if text.style.tabularFigures { buffer.raw(" font-variant=\"tabular-nums\"") }
    switch text.alignment {
    case .leading: break
    case .centre: buffer.raw(" text-anchor=\"middle\"")
    case .trailing: buffer.raw(" text-anchor=\"end\"")
    }
    paint(" fill=\"", text.paint, opacity: " fill-opacity=\"")
    if lines.contains(where: \.text.hasSpacesThatWouldCollapse) {
      buffer.raw(" xml:space=\"preserve\"")
    }
    buffer.byte(UInt8(ascii: ">"))
    if lines.count == 1 {
      buffer.escaped(lines[0].text)
    } else {
      write(lines, of: text)
    }
    buffer.raw("</text>")
  }

  private mutating func write(_ lines: [TextLayout.Line], of text: PlacedText) {
    var needsSpace = false
    for line in lines where !line.text.isEmpty {
      // Between lines stands a space, so that searching, copying and reading aloud find two words and not one. Where the
      // advance of a line decides its place, the space has no size.
      if needsSpace {
        buffer.raw(text.alignment == .leading ? " " : "<tspan font-size=\"0\"> </tspan>")
      }
      needsSpace = !line.continuesWord
      buffer.raw("<tspan")
      position(of: line, in: text)
      buffer.byte(UInt8(ascii: ">"))
      buffer.escaped(line.text)
      buffer.raw("</tspan>")
    }
  }

  private mutating func position(of line: TextLayout.Line, in text: PlacedText) {
    attribute(" x=\"", text.origin.x)
    attribute(" y=\"", text.origin.y + line.baseline)
  }
}

extension String {
  /// Whether XML's usual treatment of spaces would change this line.
  fileprivate var hasSpacesThatWouldCollapse: Bool {
    var previousIsSpace = true
    for byte in utf8 {
      let isSpace = byte == 0x20
      if isSpace, previousIsSpace { return true }
      previousIsSpace = isSpace
    }
    return previousIsSpace && !isEmpty
  }
}
