import Foundation
import Picture

/// A line drawing on a grid of 16 × 16, scaled to its place.
struct IconShape: Sendable {
  let path: Path

  /// Reads `M x y`, `L x y`, `C x y x y x y`, `Z` and `O x y r` (a circle), separated by white space.
  init(_ commands: StaticString) {
    var elements: [Path.Element] = []
    var numbers: [Double] = []
    var command: Character = " "
    func flush() {
      switch (command, numbers.count) {
      case ("M", 2): elements.append(.move(Point(numbers[0], numbers[1])))
      case ("L", 2...):
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
          elements.append(.line(Point(numbers[index], numbers[index + 1])))
        }
      case ("C", 6):
        elements.append(
          .curve(
            Point(numbers[4], numbers[5]), control1: Point(numbers[0], numbers[1]),
            control2: Point(numbers[2], numbers[3])))
      case ("O", 3):
        elements += Path.circle(at: Point(numbers[0], numbers[1]), radius: numbers[2]).elements
      case ("Z", 0): elements.append(.close)
      case (" ", 0): break
      default: preconditionFailure("an icon has a command that is not understood")
      }
      numbers.removeAll(keepingCapacity: true)
    }
    for word in "\(commands)".split(whereSeparator: \.isWhitespace) {
      if let number = Double(word) {
        numbers.append(number)
      } else {
        flush()
        command = word.first ?? " "
      }
    }
    flush()
    path = Path(elements)
  }

  /// The icon in a square of this side.
  func placed(at origin: Point, side: Double) -> Path {
    path.scaled(by: side / 16, to: origin)
  }
}

extension Path {
  static func circle(at centre: Point, radius: Double) -> Path {
    // 0.5523 makes four cubic curves a circle to within 0.03 %.
    let reach = radius * 0.5523
    let (x, y) = (centre.x, centre.y)
    return Path([
      .move(Point(x + radius, y)),
      .curve(
        Point(x, y + radius), control1: Point(x + radius, y + reach),
        control2: Point(x + reach, y + radius)),
      .curve(
        Point(x - radius, y), control1: Point(x - reach, y + radius),
        control2: Point(x - radius, y + reach)),
      .curve(
        Point(x, y - radius), control1: Point(x - radius, y - reach),
        control2: Point(x - reach, y - radius)),
      .curve(
        Point(x + radius, y), control1: Point(x + reach, y - radius),
        control2: Point(x + radius, y - reach)),
      .close,
    ])
  }

  /// Every point multiplied by `factor`, then moved so that 0, 0 is at `origin`.
  func scaled(by factor: Double, to origin: Point) -> Path {
    func place(_ point: Point) -> Point {
      Point(origin.x + point.x * factor, origin.y + point.y * factor)
    }
    return Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(place(point))
        case .line(let point): .line(place(point))
        case .curve(let point, let control1, let control2):
          .curve(place(point), control1: place(control1), control2: place(control2))
        case .close: .close
        }
      })
  }

  static func lines(_ points: Point..., closed: Bool = false) -> Path {
    var elements: [Element] = []
    for (index, point) in points.enumerated() {
      elements.append(index == 0 ? .move(point) : .line(point))
    }
    if closed { elements.append(.close) }
    return Path(elements)
  }

  /// Part of a ring's middle line, clockwise from the top; `fraction` 0…1 of the whole turn.
  static func arc(at centre: Point, radius: Double, fraction: Double) -> Path {
    let turn = min(max(fraction, 0), 1)
    guard turn > 0 else { return Path() }
    if turn == 1 { return circle(at: centre, radius: radius) }
    // Quarter turns, then the rest; each piece is one cubic curve.
    let pieces = Int((turn * 4).rounded(.up))
    let step = turn / Double(pieces)
    let angle = step * 2 * Double.pi
    let (cosine, sine) = (cos(angle), sin(angle))
    let reach = 4.0 / 3 * tan(angle / 4)
    var direction = Point(0, -1)
    var elements: [Element] = [.move(Point(centre.x, centre.y - radius))]
    for _ in 0..<pieces {
      let next = Point(
        direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine)
      func out(_ point: Point, _ along: Point, _ amount: Double) -> Point {
        Point(
          centre.x + radius * (point.x + along.x * amount),
          centre.y + radius * (point.y + along.y * amount))
      }
      elements.append(
        .curve(
          out(next, Point(0, 0), 0),
          control1: out(direction, Point(-direction.y, direction.x), reach),
          control2: out(next, Point(next.y, -next.x), reach)))
      direction = next
    }
    return Path(elements)
  }
}
