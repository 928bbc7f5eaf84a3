public enum FontWeight: Int, Sendable, Hashable, CaseIterable {
  case regular = 400
  case medium = 500
  case semibold = 600
  case bold = 700
}

public enum TextAlignment: String, Sendable, Hashable { case leading, centre, trailing }

/// How a text is set: everything that decides its measure except the width.
public struct TextStyle: Sendable, Hashable {
  /// In points.
  public var size: Double
  public var weight: FontWeight
  public var isItalic: Bool
  /// Distance between baselines as a multiple of the size.
  public var lineHeight: Double
  /// Figures of one width, for columns of numbers.
  public var tabularFigures: Bool

  public init(
    size: Double, weight: FontWeight = .regular, isItalic: Bool = false, lineHeight: Double = 1.35,
    tabularFigures: Bool = false
  ) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.lineHeight = lineHeight
    self.tabularFigures = tabularFigures
  }
}

/// A text broken into lines by the very code that will draw it.
public struct TextLayout: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public var text: String
    /// Its advance width in points.
    public var width: Double
    /// Distance of its baseline from the top of the layout, in points.
    public var baseline: Double
    /// The line was broken inside a word, so the next one goes on without a space.
    public var continuesWord: Bool
    public init(text: String, width: Double, baseline: Double, continuesWord: Bool = false) {
      self.text = text
      self.width = width
      self.baseline = baseline
      self.continuesWord = continuesWord
    }
  }
  public var lines: [Line]
  /// Width of the longest line and height of all lines, in points.
  public var size: Size
  public init(lines: [Line], size: Size) {
    self.lines = lines
    self.size = size
  }
}

/// A text at its place in a scene.
public struct PlacedText: Sendable, Hashable {
  public var layout: TextLayout
  public var style: TextStyle
  public var paint: Paint
  /// The top of the layout; x is the left edge, the middle or the right edge by `alignment`.
  public var origin: Point
  public var alignment: TextAlignment

  public init(
    _ layout: TextLayout, style: TextStyle, paint: Paint, at origin: Point,
    alignment: TextAlignment = .leading
  ) {
    self.layout = layout
    self.style = style
    self.paint = paint
    self.origin = origin
    self.alignment = alignment
  }
}

/// Measures and wraps text.
///
/// The one of the product is `PangoTextMeasurer`, which keeps what it measured by (text, style, width).
public protocol TextMeasuring: Sendable {
  /// Breaks a text into lines no wider than `width` points (nil = one line per line break); a word longer than the width
  /// is broken inside, never clipped. With `maximumLines`, the last line ends in "…" when text is left over.
  func layout(_ text: String, style: TextStyle, width: Double?, maximumLines: Int?) -> TextLayout
}
