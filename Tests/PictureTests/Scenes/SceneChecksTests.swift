import Picture
import Testing

struct SceneChecksTests {
  private let paint = Paint("ink", light: Colour(hex: 0), dark: Colour(hex: 0))

  private func text(
    _ x: Double, _ y: Double, width: Double = 10, height: Double = 10,
    alignment: TextAlignment = .leading
  ) -> PlacedText {
    PlacedText(
      TextLayout(
        lines: [TextLayout.Line(text: "t", width: width, baseline: 8)], size: Size(width, height)),
      style: TextStyle(size: 8), paint: paint, at: Point(x, y), alignment: alignment)
  }

  private func scene(_ nodes: [Node]) -> Scene {
    Scene(size: Size(100, 100), title: "", summary: "", background: paint, nodes: nodes)
  }

  @Test func `a text beyond the edge is found, by its alignment`() {
    let inside = [
      text(0, 0), text(90, 90), text(95, 50, alignment: .centre), text(10, 0, alignment: .trailing),
    ]
    #expect(scene(inside.map { .text($0) }).textsOutside().isEmpty)
    let outside = [
      text(91, 0), text(-1, 0), text(0, 91), text(97, 0, alignment: .centre),
      text(9, 20, alignment: .trailing),
    ]
    let nested = Node.group(Group(nodes: outside.map { .text($0) }))
    #expect(scene([nested]).textsOutside() == outside)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `overlapping texts are those that a comparison of all pairs finds`(seed: UInt64) {
    var world = TextWorld(seed: seed)
    let texts = (0..<40).map { _ in
      text(
        Double(world.number(below: 90)), Double(world.number(below: 90)),
        width: Double(1 + world.number(below: 15)), height: Double(1 + world.number(below: 15)))
    }
    var expected: [[PlacedText]] = []
    for (index, first) in texts.enumerated() {
      for second in texts[(index + 1)...]
      where first.box.inset(by: 0.25).overlaps(second.box.inset(by: 0.25)) {
        expected.append([first, second])
      }
    }
    let found = scene(texts.map { .text($0) }).overlappingTexts()
    #expect(found.map { [$0.first, $0.second] } == expected)
  }

  @Test func `siblings are compared in their own group only`() {
    let groups = (0..<2).map { _ in Node.group(Group(nodes: [.text(text(5, 5))])) }
    #expect(scene(groups).overlappingTexts(amongSiblings: true).isEmpty)
    #expect(scene(groups).overlappingTexts().count == 1)
    let together = Node.group(Group(nodes: [.text(text(5, 5)), .text(text(8, 8))]))
    #expect(scene([together]).overlappingTexts(amongSiblings: true).count == 1)
  }

  @Test func `the sample fits: nothing outside, nothing overlapping, no id twice`() {
    let scene = SampleScene(PangoTextMeasurer(), columns: 8, rows: 6).scene()
    #expect(scene.textsOutside().isEmpty)
    #expect(scene.overlappingTexts().isEmpty)
    #expect(scene.repeatedIDs.isEmpty)
  }

  @Test func `an id used twice is named once`() {
    let groups = ["a", "b", "a", "a"].map { Node.group(Group(id: $0)) }
    #expect(scene(groups).repeatedIDs == ["a"])
  }
}
