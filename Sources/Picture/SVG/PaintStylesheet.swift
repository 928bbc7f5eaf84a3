/// The stylesheet that gives an adaptive SVG its colours.
public enum PaintStylesheet {
  /// CSS that sets `--wm-<name>` for each paint: light by default, dark where the system or `data-theme="dark"` on the
  /// root asks for it; `data-theme="light"` keeps the page light.
  public static func write(_ paints: [Paint]) -> [UInt8] {
    var buffer = MarkupBuffer(capacity: 64 * paints.count * 3)
    buffer.raw(":root{color-scheme:light;")
    declare(paints, \.light, in: &buffer)
    buffer.raw(
      "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;")
    declare(paints, \.dark, in: &buffer)
    buffer.raw("}}\n:root[data-theme=dark]{color-scheme:dark;")
    declare(paints, \.dark, in: &buffer)
    buffer.raw("}\n")
    return buffer.bytes
  }

  private static func declare(
    _ paints: [Paint], _ colour: KeyPath<Paint, Colour>, in buffer: inout MarkupBuffer
  ) {
    for paint in paints {
      buffer.raw("--wm-")
      buffer.name(paint.name)
      buffer.raw(":")
      buffer.hexWithAlpha(paint[keyPath: colour])
      buffer.raw(";")
    }
  }
}
