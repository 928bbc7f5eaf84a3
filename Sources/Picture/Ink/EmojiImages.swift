import CPango

/// Paints runs of colour emoji as images of six times the resolution.
///
/// Left alone, Cairo 1.16 puts colour glyphs into a PDF at 72 dots an inch. The same run of the same size is one image
/// in the file however often it occurs.
final class EmojiImages {
  private struct Key: Hashable {
    var text: [UInt8]
    var height: Int32
  }

  private struct Image {
    var surface: OpaquePointer
    /// Where the image's corner lies from the start of the run's baseline, in points.
    var offset: Point
    var scale: Double
  }

  private static let finestScale = 6.0
  /// Emoji strikes are 136 pixels high; more than about twice that adds bytes and no detail.
  private static let mostPixels = 320.0

  private var images: [Key: Image] = [:]

  deinit {
    for image in images.values { cairo_surface_destroy(image.surface) }
  }

  /// Whether a run is set in a colour font.
  static func isNeeded(for run: UnsafeMutablePointer<PangoGlyphItem>) -> Bool {
    guard let font = run.pointee.item.pointee.analysis.font,
      let description = pango_font_describe(font)
    else { return false }
    defer { pango_font_description_free(description) }
    guard let family = pango_font_description_get_family(description) else { return false }
    return String(cString: family).contains("Emoji")
  }

  /// Paints a run whose baseline starts at a point; `words` is the text of its layout.
  func paint(
    _ run: UnsafeMutablePointer<PangoGlyphItem>, of words: UnsafePointer<CChar>, at start: Point,
    in cairo: OpaquePointer
  ) {
    var ink = PangoRectangle()
    var logical = PangoRectangle()
    let item = run.pointee.item.pointee
    pango_glyph_string_extents(run.pointee.glyphs, item.analysis.font, &ink, &logical)
    let bytes = UnsafeRawBufferPointer(start: words + Int(item.offset), count: Int(item.length))
    let key = Key(text: Array(bytes), height: logical.height)
    let image: Image
    if let known = images[key] {
      image = known
    } else {
      guard let new = Self.image(of: run, words: words, ink: ink, logical: logical) else { return }
      image = new
      images[key] = new
    }
    cairo_save(cairo)
    cairo_translate(cairo, start.x + image.offset.x, start.y + image.offset.y)
    cairo_scale(cairo, 1 / image.scale, 1 / image.scale)
    cairo_set_source_surface(cairo, image.surface, 0, 0)
    cairo_paint(cairo)
    cairo_restore(cairo)
  }

  private static func image(
    of run: UnsafeMutablePointer<PangoGlyphItem>, words: UnsafePointer<CChar>, ink: PangoRectangle,
    logical: PangoRectangle
  ) -> Image? {
    let unit = Double(PANGO_SCALE)
    let box = Box(
      x: Double(ink.x) / unit, y: Double(ink.y) / unit, width: Double(ink.width) / unit,
      height: Double(ink.height) / unit
    ).union(
      Box(
        x: Double(logical.x) / unit, y: Double(logical.y) / unit,
        width: Double(logical.width) / unit, height: Double(logical.height) / unit))
    guard box.width > 0, box.height > 0 else { return nil }
    let scale = min(finestScale, max(mostPixels / box.height, 1))
    guard
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, Int32((box.width * scale).rounded(.up)),
        Int32((box.height * scale).rounded(.up))),
      let cairo = cairo_create(surface)
    else { return nil }
    defer { cairo_destroy(cairo) }
    cairo_scale(cairo, scale, scale)
    cairo_move_to(cairo, -box.x, -box.y)
    pango_cairo_show_glyph_item(cairo, words, run)
    cairo_surface_flush(surface)
    return Image(surface: surface, offset: Point(box.x, box.y), scale: scale)
  }
}
