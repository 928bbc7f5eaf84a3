import Testing

@testable import Picture

struct PagePlanTests {
  private let paint = Paint("p", light: Colour(hex: 0), dark: Colour(hex: 0))

  private func scene(_ width: Double, _ height: Double, _ breaks: PageBreaks) -> Scene {
    Scene(
      size: Size(width, height), title: "", summary: "", background: paint, pageBreaks: breaks)
  }

  private func boundaries(_ breaks: [Double], _ length: Double, _ repeated: Double) -> [Double] {
    [0, repeated] + breaks + [length]
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `every point lies on a page, cuts fall on breaks, and nothing leaves its page`(seed: UInt64)
  {
    var world = TextWorld(seed: seed)
    for _ in 0..<40 {
      let width = Double(100 + world.number(below: 2_000))
      let height = Double(100 + world.number(below: 2_000))
      func some(_ length: Double) -> [Double] {
        Set((0..<world.number(below: 12)).map { _ in Double(world.number(below: Int(length))) })
          .sorted()
      }
      let breaks = PageBreaks(
        columns: some(width), rows: some(height),
        repeatedWidth: Double(world.number(below: 90)),
        repeatedHeight: Double(world.number(below: 90)))
      let area = Size(Double(80 + world.number(below: 800)), Double(80 + world.number(below: 800)))
      let scaling = [PageScale.actual, .fitWidth, .fitPage][world.number(below: 3)]
      let plan = PagePlan(scene(width, height, breaks), area: area, scaling: scaling)

      #expect(plan.scale > 0)
      if scaling == .fitPage { #expect(plan.pages.count == 1) }
      if scaling == .actual { #expect(plan.scale <= 1) }
      let xs = boundaries(breaks.columns, width, breaks.repeatedWidth)
      let ys = boundaries(breaks.rows, height, breaks.repeatedHeight)
      for part in plan.pages.flatMap(\.parts) {
        #expect(xs.contains(part.source.x) && xs.contains(part.source.maxX))
        #expect(ys.contains(part.source.y) && ys.contains(part.source.maxY))
        #expect((part.target.x + part.source.width) * plan.scale <= area.width + 0.01)
        #expect((part.target.y + part.source.height) * plan.scale <= area.height + 0.01)
      }
      for _ in 0..<30 {
        let spot = Box(
          x: Double(world.number(below: Int(width))), y: Double(world.number(below: Int(height))),
          width: 0, height: 0)
        #expect(plan.pages.contains { $0.parts.contains { $0.source.contains(spot) } })
      }
    }
  }

  @Test func `each page repeats the strips and takes as much as fits`() {
    let breaks = PageBreaks(
      columns: [100, 200, 300], rows: [], repeatedWidth: 20, repeatedHeight: 0)
    let plan = PagePlan(scene(400, 50, breaks), area: Size(230, 50), scaling: .actual)
    #expect(plan.scale == 1)
    #expect(
      plan.pages.map(\.parts) == [
        [PagePlan.Part(source: Box(x: 0, y: 0, width: 200, height: 50), target: Point(0, 0))],
        [
          PagePlan.Part(source: Box(x: 0, y: 0, width: 20, height: 50), target: Point(0, 0)),
          PagePlan.Part(source: Box(x: 200, y: 0, width: 200, height: 50), target: Point(20, 0)),
        ],
      ])
  }

  @Test func `what stands above the strip is on the first page only`() {
    let breaks = PageBreaks(rows: [60, 100, 150], repeatedHeight: 20, repeatedTop: 40)
    let plan = PagePlan(scene(50, 200, breaks), area: Size(50, 120), scaling: .actual)
    #expect(plan.scale == 1)
    #expect(
      plan.pages.map(\.parts) == [
        [PagePlan.Part(source: Box(x: 0, y: 0, width: 50, height: 100), target: Point(0, 0))],
        [
          PagePlan.Part(source: Box(x: 0, y: 40, width: 50, height: 20), target: Point(0, 0)),
          PagePlan.Part(source: Box(x: 0, y: 100, width: 50, height: 100), target: Point(0, 20)),
        ],
      ])
    let small = PagePlan(scene(50, 200, breaks), area: Size(50, 50), scaling: .actual)
    #expect(small.scale == 0.5)
  }

  @Test func `a piece larger than a page makes everything smaller instead of being cut`() {
    let breaks = PageBreaks(columns: [100], rows: [], repeatedWidth: 20)
    let plan = PagePlan(scene(500, 50, breaks), area: Size(210, 100), scaling: .actual)
    #expect(plan.scale == 0.5)
    #expect(plan.pages.count == 2)
  }

  @Test func `a scene without breaks is one page`() {
    let plan = PagePlan(scene(1_000, 4_000, PageBreaks()), area: Size(500, 500), scaling: .fitWidth)
    #expect(plan.pages.count == 1)
    #expect(plan.scale == 0.125)
  }
}
