extension Box {
  /// The smallest box around both.
  public func union(_ other: Box) -> Box {
    let x = min(self.x, other.x)
    let y = min(self.y, other.y)
    return Box(
      x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
  }

  /// The box made smaller on every side; larger by a negative amount.
  public func inset(by amount: Double) -> Box {
    Box(x: x + amount, y: y + amount, width: width - 2 * amount, height: height - 2 * amount)
  }

  /// Whether the two share more than an edge.
  public func overlaps(_ other: Box) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  /// Whether the other lies wholly inside, give or take `tolerance` points.
  public func contains(_ other: Box, tolerance: Double = 0) -> Bool {
    other.x >= x - tolerance && other.y >= y - tolerance && other.maxX <= maxX + tolerance
      && other.maxY <= maxY + tolerance
  }
}

extension PlacedText {
  /// Where the lines are: as wide as the longest of them, as high as all.
  public var box: Box {
    let x =
      switch alignment {
      case .leading: origin.x
      case .centre: origin.x - layout.size.width / 2
      case .trailing: origin.x - layout.size.width
      }
    return Box(x: x, y: origin.y, width: layout.size.width, height: layout.size.height)
  }

  /// The left end of a line.
  func start(of line: TextLayout.Line) -> Double {
    switch alignment {
    case .leading: origin.x
    case .centre: origin.x - line.width / 2
    case .trailing: origin.x - line.width
    }
  }
}

extension Path {
  /// A box that holds the path: that of its points and control points; nil for an empty path.
  public var bounds: Box? {
    var box: Box?
    func note(_ point: Point) {
      let spot = Box(x: point.x, y: point.y, width: 0, height: 0)
      box = box?.union(spot) ?? spot
    }
    for element in elements {
      switch element {
      case .move(let point), .line(let point): note(point)
      case .curve(let point, let control1, let control2):
        note(control1)
        note(control2)
        note(point)
      case .close: break
      }
    }
    return box
  }
}

extension Node {
  /// A box that holds all the ink of a node, strokes included; nil if it has none.
  public var bounds: Box? {
    switch self {
    case .group(let group):
      return group.nodes.reduce(nil as Box?) { box, node in
        guard let next = node.bounds else { return box }
        return box?.union(next) ?? next
      }
    case .rectangle(let box, _, _, let stroke), .ellipse(let box, _, let stroke):
      return box.inset(by: -(stroke?.width ?? 0) / 2)
    case .path(let path, _, let stroke):
      return path.bounds?.inset(by: -(stroke?.width ?? 0) / 2)
    case .text(let text):
      // Accents and descenders may leave a tightly set line.
      return text.layout.lines.isEmpty ? nil : text.box.inset(by: -text.style.size / 4)
    }
  }
}
