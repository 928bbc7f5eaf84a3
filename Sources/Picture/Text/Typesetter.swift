import CPango

/// Shapes single lines and breaks paragraphs; the one place that both measures and draws text.
///
/// Hinting and metric rounding are off, so that a text has the same advance at every zoom, on paper and, with Noto Sans
/// installed, in a browser. Language and direction are fixed, so that the locale of the process changes nothing.
/// Not thread-safe: whoever owns one keeps it behind a lock or in one call.
final class Typesetter {
  /// The emoji font is left out on purpose: named here, it would also take the digits. Pango finds it for emoji.
  static let families = "Noto Sans, DejaVu Sans"

  let layout: OpaquePointer
  private let context: OpaquePointer
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let plainAttributes: OpaquePointer
  private let tabularAttributes: OpaquePointer
  private let language: OpaquePointer?
  private var fonts: [FontKey: Font] = [:]
  private var currentStyle: TextStyle?

  private struct FontKey: Hashable {
    var size: Double
    var weight: FontWeight
    var isItalic: Bool
  }

  private struct Font {
    var description: OpaquePointer
    var ascent: Double
    var descent: Double
  }

  init() {
    fontMap = pango_cairo_font_map_new()
    context = pango_font_map_create_context(fontMap)
    language = pango_language_from_string("en")
    pango_context_set_language(context, language)
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    pango_context_set_round_glyph_positions(context, 0)

    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)

    layout = pango_layout_new(context)
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    plainAttributes = pango_attr_list_new()
    pango_attr_list_insert(plainAttributes, pango_attr_insert_hyphens_new(0))
    tabularAttributes = pango_attr_list_new()
    pango_attr_list_insert(tabularAttributes, pango_attr_insert_hyphens_new(0))
    pango_attr_list_insert(tabularAttributes, pango_attr_font_features_new("tnum=1"))
  }

  deinit {
    for font in fonts.values { pango_font_description_free(font.description) }
    pango_attr_list_unref(plainAttributes)
    pango_attr_list_unref(tabularAttributes)
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(fontMap))
  }

  /// Sets the shared layout to a text in a style; `width` nil means unbroken lines.
  func set(_ text: String, style: TextStyle, width: Double? = nil) {
    use(style)
    pango_layout_set_width(layout, width.map(Self.units) ?? -1)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        pango_layout_set_text(layout, $0.baseAddress, Int32($0.count))
      }
    }
  }

  /// A length in Pango's units, rounded down; beyond what they can count, the longest there is.
  static func units(_ length: Double) -> Int32 {
    Int32(min(max(length * Double(PANGO_SCALE), 0), 2_000_000_000).rounded(.down))
  }

  /// The advance width of a single line, in points.
  func width(of line: String, style: TextStyle) -> Double {
    if line.isEmpty { return 0 }
    set(line, style: style)
    return currentWidth
  }

  /// The width of what the shared layout holds, in points.
  var currentWidth: Double {
    var width: Int32 = 0
    pango_layout_get_size(layout, &width, nil)
    return Double(width) / Double(PANGO_SCALE)
  }

  /// How far the baseline of a line lies below the line's top: half the leading, then the ascent.
  func baseline(of style: TextStyle) -> Double {
    let font = font(of: style)
    return (style.size * style.lineHeight - font.ascent - font.descent) / 2 + font.ascent
  }

  private func use(_ style: TextStyle) {
    if style == currentStyle { return }
    pango_layout_set_font_description(layout, font(of: style).description)
    pango_layout_set_attributes(layout, style.tabularFigures ? tabularAttributes : plainAttributes)
    currentStyle = style
  }

  private func font(of style: TextStyle) -> Font {
    let key = FontKey(size: style.size, weight: style.weight, isItalic: style.isItalic)
    if let known = fonts[key] { return known }
    let description: OpaquePointer = pango_font_description_new()
    pango_font_description_set_family(description, Self.families)
    let size = style.size.isFinite ? min(max(style.size, 0), 10_000) : 0
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    pango_font_description_set_weight(
      description, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
    if style.isItalic { pango_font_description_set_style(description, PANGO_STYLE_ITALIC) }
    let metrics = pango_context_get_metrics(context, description, language)
    let font = Font(
      description: description,
      ascent: Double(pango_font_metrics_get_ascent(metrics)) / Double(PANGO_SCALE),
      descent: Double(pango_font_metrics_get_descent(metrics)) / Double(PANGO_SCALE))
    pango_font_metrics_unref(metrics)
    fonts[key] = font
    return font
  }
}
