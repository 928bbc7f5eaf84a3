import Synchronization

/// Measures text with the code that draws it into PDF and PNG, and remembers the results.
///
/// Safe to share among threads: lookups and measuring have a lock each, so that a remembered text never waits for a new
/// one. An empty text has no lines and no size. Spaces at a line break belong to no line; tabs count as spaces, other
/// control characters as nothing.
public final class PangoTextMeasurer: TextMeasuring {
  /// Longer texts are measured each time rather than kept.
  private static let longestKeptText = 4_096

  private let cache: Mutex<LayoutCache>
  private let typesetter: Mutex<Typesetter>
  private let unknownGlyphs = Atomic<Int>(0)

  /// - Parameter capacity: the most texts to remember; 20,000 short ones take about 10 MB.
  public init(capacity: Int = 20_000) {
    cache = Mutex(LayoutCache(capacity: capacity))
    typesetter = Mutex(Typesetter())
  }

  /// How many characters of all texts measured so far no installed font could draw.
  ///
  /// Above zero, pictures made here show boxes where another machine may have the font.
  public var unknownGlyphCount: Int { unknownGlyphs.load(ordering: .relaxed) }

  /// How many characters of one text no installed font can draw.
  public func unknownGlyphCount(in text: String, style: TextStyle) -> Int {
    typesetter.withLock {
      $0.breakLines(text, style: style, width: nil, maximumLines: nil).unknownGlyphCount
    }
  }

  public func layout(
    _ text: String, style: TextStyle, width: Double?, maximumLines: Int?
  ) -> TextLayout {
    let isKept = text.utf8.count <= Self.longestKeptText
    let key = LayoutCache.Key(text: text, style: style, width: width, maximumLines: maximumLines)
    if isKept, let known = cache.withLock({ $0.find(key) }) { return known }
    let broken = typesetter.withLock {
      let broken = $0.breakLines(text, style: style, width: width, maximumLines: maximumLines)
      return (layout: broken.layout, unknown: broken.unknownGlyphCount)
    }
    if broken.unknown > 0 { unknownGlyphs.add(broken.unknown, ordering: .relaxed) }
    if isKept { cache.withLock { $0.insert(broken.layout, for: key) } }
    return broken.layout
  }
}

extension TextMeasuring {
  /// A text unbroken except at its own line breaks.
  public func layout(_ text: String, style: TextStyle) -> TextLayout {
    layout(text, style: style, width: nil, maximumLines: nil)
  }

  /// A text broken into as many lines as it needs.
  public func layout(_ text: String, style: TextStyle, width: Double) -> TextLayout {
    layout(text, style: style, width: width, maximumLines: nil)
  }
}
