/// How a scene is written as SVG.
public struct SVGOptions: Sendable, Hashable {
  /// Where colours come from.
  public enum Colours: Sendable, Hashable {
    /// The literal colours of one theme.
    case theme(Theme)
    /// Custom properties of the surrounding page (`--wm-<paint>`), with the light colour where the page has none.
    case adaptive
  }

  public var colours: Colours
  /// Labelled groups at the top level become Inkscape layers; the file gets an XML declaration and a `<title>`.
  public var isStandalone: Bool
  /// Put before every id, so that several pictures may share a page.
  public var idPrefix: String

  public init(colours: Colours, isStandalone: Bool = true, idPrefix: String = "") {
    self.colours = colours
    self.isStandalone = isStandalone
    self.idPrefix = idPrefix
  }

  /// A file of its own in literal colours.
  public static func theme(_ theme: Theme) -> SVGOptions { SVGOptions(colours: .theme(theme)) }

  /// A part of a page, whose stylesheet decides the colours (see `PaintStylesheet`).
  public static let adaptive = SVGOptions(colours: .adaptive, isStandalone: false)
}
