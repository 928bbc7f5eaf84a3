/// The sheet a picture is laid out on.
public enum PageFormat: Sendable, Hashable {
  /// One page of the scene's own size, without margins or footer.
  case scene
  case a4, a3, a2, a1, a0
  /// A sheet of any size in points, such as a wall print; orientation does not turn it.
  case custom(Size)

  public enum Orientation: String, Sendable, Hashable, CaseIterable { case portrait, landscape }

  /// The sheet's size in points, nil for `scene`.
  public func size(_ orientation: Orientation) -> Size? {
    let portrait: Size
    switch self {
    case .scene: return nil
    case .custom(let size): return size
    case .a4: portrait = Self.millimetres(210, 297)
    case .a3: portrait = Self.millimetres(297, 420)
    case .a2: portrait = Self.millimetres(420, 594)
    case .a1: portrait = Self.millimetres(594, 841)
    case .a0: portrait = Self.millimetres(841, 1189)
    }
    return orientation == .portrait ? portrait : Size(portrait.height, portrait.width)
  }

  private static func millimetres(_ width: Double, _ height: Double) -> Size {
    Size(width * 72 / 25.4, height * 72 / 25.4)
  }
}

/// How large a picture is drawn on its pages.
public enum PageScale: Sendable, Hashable {
  /// As wide as the page, over as many pages as its height needs.
  case fitWidth
  /// The whole picture on one page.
  case fitPage
  /// One point of the scene is one point on paper.
  case actual
}
