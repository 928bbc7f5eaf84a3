import CPango

/// Paints scene nodes through Cairo, into whatever surface its context belongs to.
final class CairoCanvas {
  let cairo: OpaquePointer
  let typesetter: Typesetter
  let theme: Theme
  /// Set where colour glyphs must be painted as images, as in PDF.
  private let emoji: EmojiImages?

  init(cairo: OpaquePointer, typesetter: Typesetter, theme: Theme, emojiAsImages: Bool) {
    self.cairo = cairo
    self.typesetter = typesetter
    self.theme = theme
    emoji = emojiAsImages ? EmojiImages() : nil
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
  }

  /// Paints a scene's background and nodes as far as they touch a part of it, and nothing outside that part.
  func paint(_ scene: Scene, part: Box) {
    cairo_save(cairo)
    cairo_rectangle(cairo, part.x, part.y, part.width, part.height)
    cairo_clip(cairo)
    fill(with: scene.background) { cairo_paint(cairo) }
    paint(scene.nodes, within: part)
    cairo_restore(cairo)
  }

  private func paint(_ nodes: [Node], within part: Box) {
    for node in nodes {
      guard let bounds = node.bounds, bounds.overlaps(part) || part.contains(bounds) else {
        continue
      }
      paint(node, within: part)
    }
  }

  private func paint(_ node: Node, within part: Box) {
    switch node {
    case .group(let group):
      paint(group.nodes, within: part)
    case .rectangle(let box, let radius, let fill, let stroke):
      trace(box, radius: radius)
      ink(fill, stroke)
    case .ellipse(let box, let fill, let stroke):
      guard box.width > 0, box.height > 0 else { return }
      cairo_new_path(cairo)
      cairo_save(cairo)
      cairo_translate(cairo, box.midX, box.midY)
      cairo_scale(cairo, box.width / 2, box.height / 2)
      cairo_arc(cairo, 0, 0, 1, 0, 2 * .pi)
      cairo_close_path(cairo)
      cairo_restore(cairo)
      ink(fill, stroke)
    case .path(let path, let fill, let stroke):
      trace(path)
      ink(fill, stroke)
    case .text(let text):
      paint(text)
    }
  }

  private func trace(_ box: Box, radius: Double) {
    cairo_new_path(cairo)
    let radius = min(radius, box.width / 2, box.height / 2)
    guard radius > 0 else {
      return cairo_rectangle(cairo, box.x, box.y, max(box.width, 0), max(box.height, 0))
    }
    let quarter = Double.pi / 2
    cairo_arc(cairo, box.maxX - radius, box.y + radius, radius, -quarter, 0)
    cairo_arc(cairo, box.maxX - radius, box.maxY - radius, radius, 0, quarter)
    cairo_arc(cairo, box.x + radius, box.maxY - radius, radius, quarter, 2 * quarter)
    cairo_arc(cairo, box.x + radius, box.y + radius, radius, 2 * quarter, 3 * quarter)
    cairo_close_path(cairo)
  }

  private func trace(_ path: Path) {
    cairo_new_path(cairo)
    for element in path.elements {
      switch element {
      case .move(let point): cairo_move_to(cairo, point.x, point.y)
      case .line(let point): cairo_line_to(cairo, point.x, point.y)
      case .curve(let point, let control1, let control2):
        cairo_curve_to(
          cairo, control1.x, control1.y, control2.x, control2.y, point.x, point.y)
      case .close: cairo_close_path(cairo)
      }
    }
  }

  private func ink(_ fill: Paint?, _ stroke: Stroke?) {
    if let fill { self.fill(with: fill) { cairo_fill_preserve(cairo) } }
    if let stroke, stroke.width > 0 {
      cairo_set_line_width(cairo, stroke.width)
      // All lengths zero, or one below, is no dash but an error to Cairo.
      let isDash = stroke.dash.allSatisfy { $0 >= 0 } && stroke.dash.contains { $0 > 0 }
      cairo_set_dash(cairo, stroke.dash, isDash ? Int32(stroke.dash.count) : 0, 0)
      cairo_set_line_cap(cairo, stroke.roundCaps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
      self.fill(with: stroke.paint) { cairo_stroke_preserve(cairo) }
    }
    cairo_new_path(cairo)
  }

  private func fill(with paint: Paint, _ draw: () -> Void) {
    let colour = theme == .light ? paint.light : paint.dark
    guard colour.alpha > 0 else { return }
    cairo_set_source_rgba(
      cairo, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      min(colour.alpha, 1))
    draw()
  }

  /// Paints the lines of a text, each set again by the typesetter that measured it.
  func paint(_ text: PlacedText) {
    fill(with: text.paint) {
      for line in text.layout.lines where !line.text.isEmpty {
        typesetter.set(line.text, style: text.style)
        paintCurrentLine(at: Point(text.start(of: line), text.origin.y + line.baseline))
      }
    }
  }

  private func paintCurrentLine(at start: Point) {
    guard let line = pango_layout_get_line_readonly(typesetter.layout, 0) else { return }
    guard let emoji, let words = pango_layout_get_text(typesetter.layout) else {
      cairo_move_to(cairo, start.x, start.y)
      return pango_cairo_show_layout_line(cairo, line)
    }
    var x = start.x
    var node = line.pointee.runs
    while let current = node {
      let run = current.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
      let place = Point(x, start.y - Double(run.pointee.y_offset) / Double(PANGO_SCALE))
      if EmojiImages.isNeeded(for: run) {
        emoji.paint(run, of: words, at: place, in: cairo)
      } else {
        cairo_move_to(cairo, place.x, place.y)
        pango_cairo_show_glyph_item(cairo, words, run)
      }
      x += Double(pango_glyph_string_get_width(run.pointee.glyphs)) / Double(PANGO_SCALE)
      node = current.pointee.next
    }
  }
}
