import CPango

/// Writes a scene as a PNG bitmap.
///
/// Slow for large pictures, so call it away from an event loop.
public struct PNGWriter: Sendable {
  public var theme: Theme
  /// Pixels to a point, 1…4.
  public var scale: Double
  /// The most pixels a bitmap may have; 40 million take 160 MB while drawing.
  public var pixelLimit: Int

  /// The longest side a bitmap of Cairo can have.
  private static let longestSide = 32_767

  public init(theme: Theme = .light, scale: Double = 2, pixelLimit: Int = 40_000_000) {
    self.theme = theme
    self.scale = scale
    self.pixelLimit = pixelLimit
  }

  /// The bitmap's width and height in pixels, parts of a pixel counted whole.
  public func pixelSize(of scene: Scene) throws(PictureError) -> (width: Int, height: Int) {
    try scene.checkSize()
    guard scale >= 1, scale <= 4 else { throw .scaleOutOfRange(scale) }
    func pixels(_ length: Double) -> Int {
      Int(min((length * scale - 1e-6).rounded(.up), 1_000_000_000))
    }
    return (pixels(scene.size.width), pixels(scene.size.height))
  }

  /// The scene as a PNG file.
  ///
  /// - Throws: `tooLarge` before anything is drawn; `scaleOutOfRange`, `hasNoSize`, `drawingFailed`.
  public func write(_ scene: Scene) throws(PictureError) -> [UInt8] {
    let (width, height) = try pixelSize(of: scene)
    guard max(width, height) <= Self.longestSide, width * height <= pixelLimit else {
      throw .tooLarge(width: width, height: height, pixelLimit: pixelLimit)
    }
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    else { throw .drawingFailed("no memory") }
    defer { cairo_surface_destroy(surface) }
    try check(cairo_surface_status(surface))
    guard let cairo = cairo_create(surface) else { throw .drawingFailed("no memory") }
    defer { cairo_destroy(cairo) }
    cairo_scale(cairo, scale, scale)
    let canvas = CairoCanvas(
      cairo: cairo, typesetter: Typesetter(), theme: theme, emojiAsImages: false)
    // A last row or column that the scene fills only in part still gets the whole background.
    let whole = Box(x: 0, y: 0, width: Double(width) / scale, height: Double(height) / scale)
    canvas.paint(scene, part: whole)
    try check(cairo_status(cairo))
    let sink = ByteSink()
    try check(cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure))
    return sink.bytes
  }
}
