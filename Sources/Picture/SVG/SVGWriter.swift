/// Writes a scene as SVG with live text: what the browser shows, a drawing program edits and a person can search.
///
/// Needs no `style`, no script and no stylesheet inside, so it passes the strictest content security policy. The same
/// scene and options give the same bytes.
///
/// Lines carry no `textLength`: the measurer and a browser with Noto Sans agree on every advance, and the fonts other
/// systems fall back to (Roboto, Helvetica, Arial, Segoe) run narrower, so text stays inside its box either way, while
/// a fixed length would spread its letters and hinder editing in a drawing program.
public struct SVGWriter: Sendable {
  public var options: SVGOptions

  public init(_ options: SVGOptions = .theme(.light)) { self.options = options }

  /// The fonts of live text. The emoji font stands before DejaVu, whose emoji are black and white.
  static let fontFamilies: StaticString =
    "'Noto Sans','Noto Color Emoji','DejaVu Sans',sans-serif"

  /// The scene as UTF-8 bytes of SVG.
  ///
  /// - Complexity: O(*n*) in nodes and bytes of text.
  public func write(_ scene: Scene) -> [UInt8] {
    var output = SVGOutput(options: options, capacity: 256 * (scene.nodes.count + 64))
    output.write(scene)
    return output.buffer.bytes
  }
}

/// One run of the writer: the options and the bytes so far.
struct SVGOutput {
  let options: SVGOptions
  var buffer: MarkupBuffer

  init(options: SVGOptions, capacity: Int) {
    self.options = options
    buffer = MarkupBuffer(capacity: capacity)
  }

  mutating func write(_ scene: Scene) {
    if options.isStandalone { buffer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    buffer.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    if options.isStandalone {
      buffer.raw(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
    }
    attribute(" width=\"", scene.size.width)
    attribute(" height=\"", scene.size.height)
    buffer.raw(" viewBox=\"0 0 ")
    buffer.pair(Point(scene.size.width, scene.size.height))
    // A picture holding focusable parts is a group: inside an image they would not be announced.
    buffer.raw(scene.hasFocusableGroups ? "\" role=\"group\"" : "\" role=\"img\"")
    attribute(" aria-label=\"", escaping: scene.title)
    buffer.raw(" font-family=\"")
    buffer.raw(SVGWriter.fontFamilies)
    buffer.raw(
      "\" text-rendering=\"geometricPrecision\" fill=\"none\" stroke-linejoin=\"round\">\n")
    // In a page a title of the whole would pop up over everything; there the label says it.
    if options.isStandalone { element("<title>", scene.title, "</title>\n") }
    if !scene.summary.isEmpty { element("<desc>", scene.summary, "</desc>\n") }
    buffer.raw("<rect")
    attribute(" width=\"", scene.size.width)
    attribute(" height=\"", scene.size.height)
    paint(" fill=\"", scene.background, opacity: " fill-opacity=\"")
    buffer.raw("/>\n")
    for node in scene.nodes { write(node, isTop: true) }
    buffer.raw("</svg>\n")
  }

  private mutating func write(_ node: Node, isTop: Bool = false) {
    switch node {
    case .group(let group):
      write(group, isLayer: isTop && options.isStandalone)
    case .rectangle(let box, let radius, let fill, let stroke):
      buffer.raw("<rect")
      attribute(" x=\"", box.x)
      attribute(" y=\"", box.y)
      attribute(" width=\"", max(box.width, 0))
      attribute(" height=\"", max(box.height, 0))
      if radius > 0 { attribute(" rx=\"", min(radius, box.width / 2, box.height / 2)) }
      paints(fill, stroke)
    case .ellipse(let box, let fill, let stroke):
      buffer.raw("<ellipse")
      attribute(" cx=\"", box.midX)
      attribute(" cy=\"", box.midY)
      attribute(" rx=\"", max(box.width / 2, 0))
      attribute(" ry=\"", max(box.height / 2, 0))
      paints(fill, stroke)
    case .path(let path, let fill, let stroke):
      buffer.raw("<path d=\"")
      write(path)
      buffer.byte(UInt8(ascii: "\""))
      paints(fill, stroke)
    case .text(let text):
      write(text)
    }
  }

  private mutating func write(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let point):
        buffer.byte(UInt8(ascii: "M"))
        buffer.pair(point)
      case .line(let point):
        buffer.byte(UInt8(ascii: "L"))
        buffer.pair(point)
      case .curve(let point, let control1, let control2):
        buffer.byte(UInt8(ascii: "C"))
        buffer.pair(control1)
        buffer.byte(UInt8(ascii: " "))
        buffer.pair(control2)
        buffer.byte(UInt8(ascii: " "))
        buffer.pair(point)
      case .close:
        buffer.byte(UInt8(ascii: "Z"))
      }
    }
  }

  private mutating func write(_ group: Group, isLayer: Bool) {
    buffer.raw("<g")
    if let id = group.id {
      buffer.raw(" id=\"")
      buffer.escaped(options.idPrefix)
      buffer.escaped(id)
      buffer.byte(UInt8(ascii: "\""))
    }
    if let roles = group.roles { attribute(" class=\"", escaping: roles) }
    for key in group.facts.keys.sorted(by: Self.isBefore) { fact(key, group.facts[key] ?? "") }
    if isLayer, let label = group.label {
      buffer.raw(" inkscape:groupmode=\"layer\"")
      attribute(" inkscape:label=\"", escaping: label)
    }
    if group.isFocusable {
      buffer.raw(" tabindex=\"0\" role=\"button\"")
      if let name = group.label ?? group.tooltip { attribute(" aria-label=\"", escaping: name) }
    }
    buffer.raw(">")
    if let tooltip = group.tooltip { element("<title>", tooltip, "</title>") }
    for node in group.nodes { write(node) }
    buffer.raw("</g>\n")
  }

  private static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// A `data-…` attribute; a key without a single usable character is left out.
  private mutating func fact(_ key: String, _ value: String) {
    let prefix: StaticString = " data-"
    buffer.raw(prefix)
    guard buffer.name(key) else { return buffer.removeLast(prefix.utf8CodeUnitCount) }
    attribute("=\"", escaping: value)
  }
}

// MARK: - Attributes

extension SVGOutput {
  @inline(__always)
  mutating func attribute(_ start: StaticString, _ value: Double) {
    buffer.raw(start)
    buffer.number(value)
    buffer.byte(UInt8(ascii: "\""))
  }

  mutating func attribute(_ start: StaticString, escaping value: String) {
    buffer.raw(start)
    buffer.escaped(value)
    buffer.byte(UInt8(ascii: "\""))
  }

  mutating func element(_ start: StaticString, _ text: String, _ end: StaticString) {
    buffer.raw(start)
    buffer.escaped(text)
    buffer.raw(end)
  }

  /// Fill, stroke and the end of an empty element.
  private mutating func paints(_ fill: Paint?, _ stroke: Stroke?) {
    if let fill { paint(" fill=\"", fill, opacity: " fill-opacity=\"") }
    if let stroke {
      paint(" stroke=\"", stroke.paint, opacity: " stroke-opacity=\"")
      if stroke.width != 1 { attribute(" stroke-width=\"", stroke.width) }
      if !stroke.dash.isEmpty {
        buffer.raw(" stroke-dasharray=\"")
        for (index, length) in stroke.dash.enumerated() {
          if index > 0 { buffer.byte(UInt8(ascii: " ")) }
          buffer.number(length)
        }
        buffer.byte(UInt8(ascii: "\""))
      }
      if stroke.roundCaps { buffer.raw(" stroke-linecap=\"round\"") }
    }
    buffer.raw("/>")
  }

  mutating func paint(_ start: StaticString, _ paint: Paint, opacity: StaticString) {
    buffer.raw(start)
    switch options.colours {
    case .adaptive:
      buffer.raw("var(--wm-")
      buffer.name(paint.name)
      buffer.byte(UInt8(ascii: ","))
      buffer.hexWithAlpha(paint.light)
      buffer.raw(")\"")
    case .theme(let theme):
      let colour = theme == .light ? paint.light : paint.dark
      buffer.hex(colour)
      buffer.byte(UInt8(ascii: "\""))
      if colour.alpha < 1 { attribute(opacity, max(colour.alpha, 0)) }
    }
  }
}
