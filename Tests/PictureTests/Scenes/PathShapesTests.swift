import Picture
import Testing

struct PathShapesTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a smooth curve never leaves the heights of its neighbours`(seed: UInt64) {
    var world = TextWorld(seed: seed)
    for _ in 0..<50 {
      var x = 0.0
      let points = (0..<(2 + world.number(below: 8))).map { _ in
        x += 1 + Double(world.number(below: 50))
        return Point(x, Double(world.number(below: 20)))
      }
      let path = Path.smoothCurve(points)
      #expect(path.elements.count == points.count)
      for (index, element) in path.elements.dropFirst().enumerated() {
        guard case .curve(let end, let control1, let control2) = element else {
          #expect(points.count == 2)
          continue
        }
        let start = points[index]
        #expect(end == points[index + 1])
        let (low, high) = (min(start.y, end.y), max(start.y, end.y))
        var previous = start
        for step in 1...20 {
          let t = Double(step) / 20
          let a = (1 - t) * (1 - t) * (1 - t)
          let b = 3 * t * (1 - t) * (1 - t)
          let c = 3 * t * t * (1 - t)
          let point = Point(
            a * start.x + b * control1.x + c * control2.x + t * t * t * end.x,
            a * start.y + b * control1.y + c * control2.y + t * t * t * end.y)
          #expect(point.y >= low - 1e-9 && point.y <= high + 1e-9)
          #expect(point.x >= previous.x - 1e-9)
          // Between two neighbours it only rises or only falls.
          #expect((point.y - previous.y) * (end.y - start.y) >= -1e-9)
          previous = point
        }
      }
    }
  }

  @Test func `points that do not ascend are joined by straight lines`() {
    let points = [Point(0, 0), Point(5, 5), Point(5, 9)]
    #expect(
      Path.smoothCurve(points).elements == [.move(points[0]), .line(points[1]), .line(points[2])])
    #expect(Path.smoothCurve([Point(0, 0)]) == Path())
  }

  @Test func `a rounded corner takes at most half of its shorter side`() {
    let path = Path.roundedPolyline([Point(0, 0), Point(10, 0), Point(10, 4)], radius: 50)
    #expect(
      path.elements.map { element -> Point? in
        switch element {
        case .move(let point), .line(let point), .curve(let point, _, _): point
        case .close: nil
        }
      } == [Point(0, 0), Point(8, 0), Point(10, 2), Point(10, 4)])
    let straight = Path.roundedPolyline([Point(0, 0), Point(10, 0), Point(10, 4)], radius: 0)
    #expect(straight.elements == [.move(Point(0, 0)), .line(Point(10, 0)), .line(Point(10, 4))])
    #expect(
      Path.roundedPolyline([Point(1, 1), Point(1, 1), Point(2, 2)], radius: 5).elements.count == 3)
  }

  @Test func `an arrow head points where the line goes`() {
    let head = Path.arrowHead(at: Point(10, 0), from: Point(0, 0), length: 5)
    #expect(
      head.elements == [.move(Point(10, 0)), .line(Point(5, 2)), .line(Point(5, -2)), .close])
    #expect(Path.arrowHead(at: Point(1, 1), from: Point(1, 1)) == Path())
  }
}
