/// A picture before it becomes ink: named groups of shapes and text, in points, y downwards.
///
/// One scene serves the browser, SVG, PDF and PNG; it knows nothing of journeys.
public struct Scene: Sendable, Hashable {
  public var size: Size
  /// What the picture is, for screen readers and file metadata.
  public var title: String
  /// What it shows, in a sentence or two.
  public var summary: String
  public var background: Paint
  public var nodes: [Node]
  /// Places where a page may break without cutting a thing: x and y positions in points, ascending.
  public var pageBreaks: PageBreaks

  public init(
    size: Size, title: String, summary: String, background: Paint, nodes: [Node] = [],
    pageBreaks: PageBreaks = PageBreaks()
  ) {
    self.size = size
    self.title = title
    self.summary = summary
    self.background = background
    self.nodes = nodes
    self.pageBreaks = pageBreaks
  }
}

/// Where a large picture may be cut into pages, and what every page repeats.
public struct PageBreaks: Sendable, Hashable {
  public var columns: [Double]
  public var rows: [Double]
  /// The strip at the left (lane names) and at the top (stage heads) that every page repeats, in points; 0 = none.
  public var repeatedWidth: Double
  public var repeatedHeight: Double
  /// Where the strip at the top begins: what stands above it (a title) is on the first page only.
  public var repeatedTop: Double

  public init(
    columns: [Double] = [], rows: [Double] = [], repeatedWidth: Double = 0,
    repeatedHeight: Double = 0, repeatedTop: Double = 0
  ) {
    self.columns = columns
    self.rows = rows
    self.repeatedWidth = repeatedWidth
    self.repeatedHeight = repeatedHeight
    self.repeatedTop = repeatedTop
  }
}

public struct Point: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

public struct Size: Sendable, Hashable {
  public var width: Double
  public var height: Double
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

public struct Box: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
  public var maxX: Double { x + width }
  public var maxY: Double { y + height }
  public var midX: Double { x + width / 2 }
  public var midY: Double { y + height / 2 }
}

/// A colour of 8-bit channels; `alpha` 0…1.
public struct Colour: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  public var alpha: Double
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }
  /// From 0xRRGGBB.
  public init(hex: UInt32, alpha: Double = 1) {
    self.init(
      UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF), alpha: alpha)
  }
}

/// A named colour that differs in light and dark, so that one scene serves both.
public struct Paint: Sendable, Hashable {
  /// A short lowercase name (`card`, `ink-soft`); in an adaptive SVG it becomes the custom property `--wm-<name>`.
  public var name: String
  public var light: Colour
  public var dark: Colour
  public init(_ name: String, light: Colour, dark: Colour) {
    self.name = name
    self.light = light
    self.dark = dark
  }
}

public enum Theme: String, Sendable, Hashable, CaseIterable { case light, dark }

public struct Stroke: Sendable, Hashable {
  public var paint: Paint
  public var width: Double
  /// Lengths of dashes and gaps; empty = solid.
  public var dash: [Double]
  public var roundCaps: Bool
  public init(_ paint: Paint, width: Double = 1, dash: [Double] = [], roundCaps: Bool = false) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.roundCaps = roundCaps
  }
}

public indirect enum Node: Sendable, Hashable {
  case group(Group)
  case rectangle(Box, radius: Double, fill: Paint?, stroke: Stroke?)
  case ellipse(Box, fill: Paint?, stroke: Stroke?)
  case path(Path, fill: Paint?, stroke: Stroke?)
  case text(PlacedText)
}

/// A named part of a picture: a layer in a drawing program, a target in the browser.
public struct Group: Sendable, Hashable {
  /// Unique in the scene; becomes the SVG `id` and the layer's name.
  public var id: String?
  /// A readable layer name ("Stage: Awareness").
  public var label: String?
  /// Space-separated words the browser part can find (`card`, `lane`), written as the SVG `class`.
  public var roles: String?
  /// What the object is, written as `data-…` attributes in byte order of the key (`["stage": "awareness"]`).
  public var facts: [String: String]
  /// A tooltip, written as SVG `<title>`.
  public var tooltip: String?
  /// Reachable by keyboard in the browser (tabindex 0, role button, the label as its name).
  public var isFocusable: Bool
  public var nodes: [Node]

  public init(
    id: String? = nil, label: String? = nil, roles: String? = nil, facts: [String: String] = [:],
    tooltip: String? = nil, isFocusable: Bool = false, nodes: [Node] = []
  ) {
    self.id = id
    self.label = label
    self.roles = roles
    self.facts = facts
    self.tooltip = tooltip
    self.isFocusable = isFocusable
    self.nodes = nodes
  }
}

/// A shape of lines and cubic curves.
public struct Path: Sendable, Hashable {
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(Point, control1: Point, control2: Point)
    case close
  }
  public var elements: [Element]
  public init(_ elements: [Element] = []) { self.elements = elements }
}
