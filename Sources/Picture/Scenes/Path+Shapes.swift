extension Path {
  /// Straight lines through the points, with corners rounded up to `radius`.
  ///
  /// A corner takes at most half of its shorter side, so neighbouring corners never meet. Fewer than two points give
  /// an empty path.
  public static func roundedPolyline(_ points: [Point], radius: Double) -> Path {
    guard points.count > 1 else { return Path() }
    var elements: [Element] = [.move(points[0])]
    for index in points.indices.dropFirst().dropLast() {
      let corner = points[index]
      let before = corner.distance(to: points[index - 1])
      let after = corner.distance(to: points[index + 1])
      let reach = min(radius, before / 2, after / 2)
      guard reach > 0 else {
        elements.append(.line(corner))
        continue
      }
      let entry = corner.towards(points[index - 1], by: reach / before)
      let exit = corner.towards(points[index + 1], by: reach / after)
      // Controls at 0.5523 of the way draw a quarter circle at a right angle.
      elements.append(.line(entry))
      elements.append(
        .curve(
          exit, control1: entry.towards(corner, by: 0.5523),
          control2: exit.towards(corner, by: 0.5523)))
    }
    elements.append(.line(points[points.count - 1]))
    return Path(elements)
  }

  /// A smooth curve through points of ascending x that never rises above or falls below two neighbours between them.
  ///
  /// Monotone cubic interpolation (Steffen, 1990, Astronomy & Astrophysics 239). Where x does not ascend, straight lines.
  public static func smoothCurve(_ points: [Point]) -> Path {
    guard points.count > 1 else { return Path() }
    let ascends = zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x }
    guard ascends, points.count > 2 else {
      return Path([.move(points[0])] + points.dropFirst().map { .line($0) })
    }
    let slopes = monotoneSlopes(points)
    var elements: [Element] = [.move(points[0])]
    for index in 0..<(points.count - 1) {
      let (start, end) = (points[index], points[index + 1])
      let third = (end.x - start.x) / 3
      elements.append(
        .curve(
          end, control1: Point(start.x + third, start.y + third * slopes[index]),
          control2: Point(end.x - third, end.y - third * slopes[index + 1])))
    }
    return Path(elements)
  }

  private static func monotoneSlopes(_ points: [Point]) -> [Double] {
    let last = points.count - 1
    let steps = (0..<last).map { points[$0 + 1].x - points[$0].x }
    let secants = (0..<last).map { (points[$0 + 1].y - points[$0].y) / steps[$0] }
    var slopes = [Double](repeating: 0, count: points.count)
    for index in 1..<last {
      let (before, after) = (secants[index - 1], secants[index])
      guard before * after > 0 else { continue }
      let parabola =
        (before * steps[index] + after * steps[index - 1]) / (steps[index - 1] + steps[index])
      let steepest = min(abs(before), abs(after), abs(parabola) / 2) * 2
      slopes[index] = before < 0 ? -steepest : steepest
    }
    slopes[0] = endSlope(secants[0], slopes[1])
    slopes[last] = endSlope(secants[last - 1], slopes[last - 1])
    return slopes
  }

  /// The slope at an end, kept within what stays monotone.
  private static func endSlope(_ secant: Double, _ neighbour: Double) -> Double {
    let slope = (3 * secant - neighbour) / 2
    if slope * secant <= 0 { return 0 }
    return abs(slope) > 2 * abs(secant) ? 2 * secant : slope
  }

  /// A filled triangle whose point is at `tip`, for a line that arrives from `origin`.
  ///
  /// - Parameter length: along the line, in points; the base is 0.8 of it.
  public static func arrowHead(at tip: Point, from origin: Point, length: Double = 8) -> Path {
    let distance = tip.distance(to: origin)
    guard distance > 0, length > 0 else { return Path() }
    let along = Point((tip.x - origin.x) / distance, (tip.y - origin.y) / distance)
    let base = Point(tip.x - along.x * length, tip.y - along.y * length)
    let half = length * 0.4
    return Path([
      .move(tip), .line(Point(base.x - along.y * half, base.y + along.x * half)),
      .line(Point(base.x + along.y * half, base.y - along.x * half)), .close,
    ])
  }
}

extension Point {
  public func distance(to other: Point) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The point a fraction of the way to another.
  public func towards(_ other: Point, by fraction: Double) -> Point {
    Point(x + (other.x - x) * fraction, y + (other.y - y) * fraction)
  }
}
