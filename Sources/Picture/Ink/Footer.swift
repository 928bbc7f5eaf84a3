import CPango

/// The line at the bottom of a sheet: the title at the left, the page number at the right.
struct Footer {
  static let height = 12.0
  /// Free space between the picture and the footer.
  static let gap = 8.0

  private static let style = TextStyle(size: 8, lineHeight: 1.5)
  private static let paint = Paint(
    "footer", light: Colour(hex: 0x5B6270), dark: Colour(hex: 0x5B6270))

  let title: String
  let number: String

  init(title: String, page: Int, of count: Int) {
    self.title = title
    number = "\(page)/\(count)"
  }

  func paint(_ box: Box, on canvas: CairoCanvas) {
    func place(_ text: String, width: Double, at x: Double, _ alignment: TextAlignment) -> Double {
      let layout = canvas.typesetter.breakLines(
        text, style: Self.style, width: width, maximumLines: 1
      ).layout
      canvas.paint(
        PlacedText(
          layout, style: Self.style, paint: Self.paint, at: Point(x, box.y), alignment: alignment))
      return layout.size.width
    }
    let taken = place(number, width: box.width, at: box.maxX, .trailing)
    _ = place(title, width: max(box.width - taken - 12, 0), at: box.x, .leading)
  }
}
