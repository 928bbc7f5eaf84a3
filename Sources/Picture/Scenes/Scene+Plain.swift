extension Scene {
  /// The scene as plain text, a line for each node: what a golden file holds and a person compares.
  public var plainText: String {
    let extent = "\(Self.plain(size.width)) × \(Self.plain(size.height))"
    var lines = ["scene \(extent) \(quoted(title)) on \(background.name)"]
    if !summary.isEmpty { lines.append("  summary \(quoted(summary))") }
    if pageBreaks != PageBreaks() {
      lines.append(
        "  breaks x \(Self.plain(pageBreaks.columns)) y \(Self.plain(pageBreaks.rows))"
          + " repeats \(Self.plain(pageBreaks.repeatedWidth))"
          + " × \(Self.plain(pageBreaks.repeatedHeight))"
          + (pageBreaks.repeatedTop == 0 ? "" : " from \(Self.plain(pageBreaks.repeatedTop))")
      )
    }
    for node in nodes { Self.describe(node, indent: "  ", into: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func describe(_ node: Node, indent: String, into lines: inout [String]) {
    switch node {
    case .group(let group):
      lines.append(indent + describe(group))
      for part in group.nodes { describe(part, indent: indent + "  ", into: &lines) }
    case .rectangle(let box, let radius, let fill, let stroke):
      let corner = radius == 0 ? "" : " radius \(plain(radius))"
      lines.append("\(indent)rectangle \(plain(box))\(corner)\(ink(fill, stroke))")
    case .ellipse(let box, let fill, let stroke):
      lines.append("\(indent)ellipse \(plain(box))\(ink(fill, stroke))")
    case .path(let path, let fill, let stroke):
      let steps = path.elements.map(describe).joined(separator: " ")
      lines.append("\(indent)path \(steps)\(ink(fill, stroke))")
    case .text(let text):
      lines.append(indent + describe(text))
    }
  }

  private static func describe(_ group: Group) -> String {
    var words = ["group"]
    if let id = group.id { words.append("#\(id)") }
    if let roles = group.roles { words += roles.split(separator: " ").map { ".\($0)" } }
    for (key, value) in group.facts.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) {
      words.append("\(key)=\(value)")
    }
    if let label = group.label { words.append(quoted(label)) }
    if let tooltip = group.tooltip { words.append("tooltip \(quoted(tooltip))") }
    if group.isFocusable { words.append("focusable") }
    return words.joined(separator: " ")
  }

  private static func describe(_ element: Path.Element) -> String {
    switch element {
    case .move(let point): "M\(plain(point))"
    case .line(let point): "L\(plain(point))"
    case .curve(let point, let control1, let control2):
      "C\(plain(control1)) \(plain(control2)) \(plain(point))"
    case .close: "Z"
    }
  }

  private static func describe(_ text: PlacedText) -> String {
    let style = text.style
    var words = [
      "text", plain(text.origin),
      "\(plain(text.layout.size.width)) × \(plain(text.layout.size.height))",
      "\(plain(style.size))pt",
    ]
    if style.weight != .regular { words.append("\(style.weight)") }
    if style.isItalic { words.append("italic") }
    if style.tabularFigures { words.append("tabular") }
    if text.alignment != .leading { words.append(text.alignment.rawValue) }
    words.append(text.paint.name)
    words.append(text.layout.lines.map { quoted($0.text) }.joined(separator: " / "))
    return words.joined(separator: " ")
  }

  private static func ink(_ fill: Paint?, _ stroke: Stroke?) -> String {
    var words = ""
    if let fill { words += " fill \(fill.name)" }
    if let stroke {
      words += " stroke \(stroke.paint.name) \(plain(stroke.width))"
      if !stroke.dash.isEmpty { words += " dash \(plain(stroke.dash))" }
      if stroke.roundCaps { words += " round" }
    }
    return words
  }

  private static func plain(_ value: Double) -> String {
    var buffer = MarkupBuffer(capacity: 12)
    buffer.number(value)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private static func plain(_ values: [Double]) -> String {
    values.map(plain).joined(separator: ",")
  }

  private static func plain(_ point: Point) -> String { "\(plain(point.x)),\(plain(point.y))" }

  private static func plain(_ box: Box) -> String {
    "\(plain(box.x)),\(plain(box.y)) \(plain(box.width)) × \(plain(box.height))"
  }
}

/// A text in quotes, with line breaks and quotes inside it visible.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
