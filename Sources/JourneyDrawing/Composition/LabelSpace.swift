import Picture

/// Finds free places for small labels around their points.
struct LabelSpace {
  private let bounds: Box
  private var taken: [Box] = []

  init(bounds: Box) { self.bounds = bounds }

  mutating func block(_ centre: Point, radius: Double) {
    taken.append(
      Box(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius))
  }

  /// The label above or below its point, further off or beside it where that is taken; nothing if there is no place.
  mutating func place(
    _ text: SetText, near point: Point, clearance: Double, prefersAbove: Bool, _ paint: Paint
  ) -> [Node] {
    guard !text.isEmpty else { return [] }
    let (width, height) = (text.width, text.height)
    let above = point.y - clearance - height
    let below = point.y + clearance
    let side = point.y - height / 2
    let middle = point.x - width / 2
    var candidates =
      prefersAbove ? [(middle, above), (middle, below)] : [(middle, below), (middle, above)]
    candidates += [(point.x + clearance + 1, side), (point.x - clearance - 1 - width, side)]
    for distance in [height * 0.5, height, height * 1.6, height * 2.4, height * 3.2] {
      candidates += [(middle, above - distance), (middle, below + distance)]
    }
    for (x, y) in candidates {
      let slid = min(max(x, bounds.x + 2), bounds.maxX - width - 2)
      let box = Box(x: slid, y: y, width: width, height: height)
      guard bounds.contains(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
      taken.append(box)
      return [text.placed(at: Point(slid, y), paint)]
    }
    return []
  }
}
