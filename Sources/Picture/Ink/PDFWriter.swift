import CPango

/// Writes a scene as PDF with selectable text: one page of its own size, or laid out over sheets.
///
/// Emoji are images and cannot be selected; the file is not tagged for screen readers. The same scene, options and
/// creation time give the same bytes. Call it away from an event loop.
public struct PDFWriter: Sendable {
  public var format: PageFormat
  public var orientation: PageFormat.Orientation
  public var scaling: PageScale
  public var theme: Theme
  /// Free paper on every side of a sheet, in points.
  public var margin: Double
  /// When the file was made, in seconds since 1970, UTC.
  public var createdAt: Int

  /// The longest side of a page that readers accept, in points (200 inches).
  static let longestSide = 14_400.0

  public init(
    format: PageFormat = .scene, orientation: PageFormat.Orientation = .landscape,
    scaling: PageScale = .fitWidth, theme: Theme = .light, margin: Double = 28, createdAt: Int
  ) {
    self.format = format
    self.orientation = orientation
    self.scaling = scaling
    self.theme = theme
    self.margin = margin
    self.createdAt = createdAt
  }

  /// The scene as a PDF file.
  ///
  /// A scene longer than 200 inches is drawn smaller, on a page of 200 inches.
  ///
  /// - Throws: `hasNoSize`, `pageTooSmall`, `pageTooLarge`, `drawingFailed`.
  public func write(_ scene: Scene) throws(PictureError) -> [UInt8] {
    let sheet = try sheet(for: scene)
    let plan = PagePlan(scene, area: sheet.area, scaling: sheet.scaling)
    let sink = ByteSink()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.closure, sheet.size.width, sheet.size.height)
    else { throw .drawingFailed("no memory") }
    defer { cairo_surface_destroy(surface) }
    try check(cairo_surface_status(surface))
    setMetadata(of: surface, scene: scene)
    guard let cairo = cairo_create(surface) else { throw .drawingFailed("no memory") }
    defer { cairo_destroy(cairo) }
    let canvas = CairoCanvas(
      cairo: cairo, typesetter: Typesetter(), theme: theme, emojiAsImages: true)
    for (index, page) in plan.pages.enumerated() {
      for part in page.parts {
        cairo_save(cairo)
        cairo_translate(cairo, sheet.corner.x, sheet.corner.y)
        cairo_scale(cairo, plan.scale, plan.scale)
        cairo_translate(
          cairo, part.target.x - part.source.x, part.target.y - part.source.y)
        canvas.paint(scene, part: part.source)
        cairo_restore(cairo)
      }
      if let footer = sheet.footer {
        Footer(title: scene.title, page: index + 1, of: plan.pages.count).paint(footer, on: canvas)
      }
      cairo_show_page(cairo)
    }
    try check(cairo_status(cairo))
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return sink.bytes
  }

  /// How the picture would be laid out, without drawing it.
  public func plan(_ scene: Scene) throws(PictureError) -> PagePlan {
    let sheet = try sheet(for: scene)
    return PagePlan(scene, area: sheet.area, scaling: sheet.scaling)
  }

  // MARK: - Sheets

  private struct Sheet {
    var size: Size
    var corner: Point
    var area: Size
    var scaling: PageScale
    /// Where the footer goes; nil without one.
    var footer: Box?
  }

  private func sheet(for scene: Scene) throws(PictureError) -> Sheet {
    try scene.checkSize()
    guard let size = format.size(orientation) else {
      let longest = max(scene.size.width, scene.size.height)
      let factor = min(1, Self.longestSide / longest)
      let size = Size(scene.size.width * factor, scene.size.height * factor)
      return Sheet(size: size, corner: Point(0, 0), area: size, scaling: .fitPage, footer: nil)
    }
    guard size.width <= Self.longestSide, size.height <= Self.longestSide else {
      throw .pageTooLarge(size)
    }
    let margin = max(margin, 0)
    let area = Size(
      size.width - 2 * margin, size.height - 2 * margin - Footer.height - Footer.gap)
    guard area.width >= 36, area.height >= 36 else { throw .pageTooSmall(size) }
    return Sheet(
      size: size, corner: Point(margin, margin), area: area, scaling: scaling,
      footer: Box(
        x: margin, y: size.height - margin - Footer.height, width: area.width,
        height: Footer.height))
  }

  private func setMetadata(of surface: OpaquePointer, scene: Scene) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title.withoutControls)
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_SUBJECT, scene.summary.withoutControls)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Waymark")
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, CalendarTime(secondsSince1970: createdAt).iso8601)
  }
}

extension String {
  /// Without the characters that would end or garble a C string.
  fileprivate var withoutControls: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 }))
  }
}
