import Insight
import JourneyDrawing
import JourneyModel
import Picture
import Statistics

/// Draws a large map (20 stages × 25 lanes, 1,000 cards) to SVG: once with a measurer that has seen no text, then again and again.
struct DrawingRun {
  struct Result: Encodable {
    var stages = 20
    var lanes = 25
    var cards = 1_000
    var bytes: Int
    var cold: Measurement
    var warm: [Measurement]
  }

  static func run(times: Int) -> Result {
    let (map, workspace) = largeMap(seed: 1)
    let measurer = PangoTextMeasurer()
    func draw() -> [UInt8] {
      let scene = MapDrawing(measurer: measurer).scene(map, in: workspace, reality: MapReality())
      return SVGWriter().write(scene)
    }
    let (bytes, cold) = Measurement.of(draw)
    return Result(
      bytes: bytes.count, cold: cold, warm: (0..<times).map { _ in Measurement.of(draw).1 })
  }

  private static let words = [
    "delivery", "price", "Lieferung", "zamówienie", "відгук", "корзина", "checks", "asks",
    "compares", "waits", "returns", "phone", "courier", "friend", "slow", "clear", "trust",
  ]

  private static func largeMap(seed: UInt64) -> (JourneyMap, Workspace) {
    var random = SplitMix64(seed: seed)
    func id<Subject>(_ text: String) -> Identifier<Subject> {
      guard let id = Identifier<Subject>(rawValue: text) else {
        preconditionFailure("'\(text)' is an id")
      }
      return id
    }
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }
        .joined(separator: " ")
    }
    let stages = zip(0..<20, OrderKey.first(20)).map { number, order in
      Stage(
        id: id("stage-\(number)"), order: order, name: "Stage \(number) \(text(1))",
        mindset: text(7), goal: text(6))
    }
    let roles: [LaneRole] = [
      .action, .question, .thought, .touchpoint, .barrier, .solution, .goal, .opportunity,
    ]
    let lanes = zip(0..<25, OrderKey.first(25)).map { number, order in
      Lane(
        id: id("lane-\(number)"), order: order, role: roles[number % roles.count],
        name: text(2))
    }
    let keys = OrderKey.first(2)
    var cards: [Card] = []
    for stage in stages {
      for lane in lanes {
        for key in keys {
          cards.append(
            Card(
              id: id("card-\(cards.count)"), lane: lane.id, step: stage.ownStepID, order: key,
              text: text(4 + Int(random.next() % 8))))
        }
      }
    }
    let map = JourneyMap(
      id: id("large"), name: "A large map", stages: stages, lanes: lanes, cards: cards)
    return (map, Workspace(name: "Benchmark", maps: [map]))
  }
}
