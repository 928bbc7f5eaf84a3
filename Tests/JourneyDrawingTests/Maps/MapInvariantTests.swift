import Insight
import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

private let pango = PangoTextMeasurer()

/// A random world, drawn with a random choice of options.
private func drawn(_ seed: UInt64) -> (world: RandomMap, options: MapDrawing.Options, scene: Scene)
{
  var random = SeededRandom(seed: seed &+ 1_000)
  let world = RandomMap(seed: seed, withReality: random.chance(0.8))
  var options = random.chance(0.3) ? MapDrawing.Options.compact : MapDrawing.Options()
  options.showsHiddenLanes = random.chance(0.3)
  options.overlays = Set(MapDrawing.Overlay.allCases.filter { _ in random.chance(0.85) })
  options.showsHeader = random.chance(0.8)
  let measurer: any TextMeasuring = seed.isMultiple(of: 4) ? pango : PlainMeasurer()
  let scene = MapDrawing(measurer: measurer, options: options)
    .scene(world.map, in: world.workspace, reality: world.reality)
  return (world, options, scene)
}

@Test(arguments: 0..<60 as Range<UInt64>)
func `every card of a drawn lane is drawn once, and no other`(seed: UInt64) {
  let (world, options, scene) = drawn(seed)
  let lanes = Set(
    world.map.lanes.filter { options.showsHiddenLanes || !$0.isHidden }.map(\.id))
  let steps = Set(world.map.columns.map(\.id))
  let expected = world.map.cards.filter { lanes.contains($0.lane) && steps.contains($0.step) }
    .map(\.id.rawValue).sorted()
  #expect(scene.groups(role: "card").compactMap { $0.facts["card"] }.sorted() == expected)
}

@Test(arguments: 0..<60 as Range<UInt64>)
func `texts stay inside their cards, and cards apart from each other`(seed: UInt64) throws {
  let (_, _, scene) = drawn(seed)
  let cards = scene.groups(role: "card")
  var boxes: [Box] = []
  for card in cards {
    let ground = try #require(card.ground)
    for text in card.placedTexts {
      #expect(ground.contains(text.box, tolerance: 0.5), "\(card.texts) leaves its card")
    }
    #expect(!boxes.contains { $0.overlaps(ground) }, "\(card.texts) lies on another card")
    boxes.append(ground)
  }
}

@Test(arguments: 0..<60 as Range<UInt64>)
func `nothing leaves the picture, no text meets another, no id repeats`(seed: UInt64) {
  let (_, _, scene) = drawn(seed)
  let edge = Box(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
  #expect(scene.textsOutside().isEmpty)
  for node in scene.nodes {
    if let bounds = node.bounds { #expect(edge.contains(bounds, tolerance: 1)) }
  }
  for pair in scene.overlappingTexts() {
    Issue.record("\(pair.first.layout.lines) meets \(pair.second.layout.lines)")
  }
  #expect(scene.repeatedIDs.isEmpty)
}

@Test(arguments: 0..<60 as Range<UInt64>)
func `a page may break between rows and stages without cutting a card`(seed: UInt64) throws {
  let (world, _, scene) = drawn(seed)
  let breaks = scene.pageBreaks
  #expect(breaks.rows == breaks.rows.sorted() && breaks.columns == breaks.columns.sorted())
  let spans = Dictionary(
    world.map.cards.map { ($0.id.rawValue, $0.span) }, uniquingKeysWith: { first, _ in first })
  for card in scene.groups(role: "card") {
    let ground = try #require(card.ground)
    #expect(!breaks.rows.contains { $0 > ground.y && $0 < ground.maxY })
    if spans[card.facts["card"] ?? ""] == 1 {
      #expect(!breaks.columns.contains { $0 > ground.x && $0 < ground.maxX })
    }
  }
}

@Test(arguments: 0..<20 as Range<UInt64>)
func `only colours of the palette are used`(seed: UInt64) {
  let (_, _, scene) = drawn(seed)
  let used = scene.nodes.reduce(into: Set<Paint>()) { $0.formUnion($1.paints) }
  #expect(used.subtracting(Palette.all).isEmpty)
}

@Test(arguments: 0..<40 as Range<UInt64>)
func `reach and loss are printed as they were measured`(seed: UInt64) throws {
  let (world, options, scene) = drawn(seed)
  guard options.overlays.contains(.numbers), let reality = world.reality,
    reality.boundCustomers > 0
  else { return }
  let figures = Figures()
  for reading in reality.stages {
    if let reach = reading.reach {
      let group = try #require(scene.group(id: "number-reach-\(reading.stage)"))
      #expect(group.texts.contains(figures.share(reach)))
    }
    if let loss = reading.loss {
      let group = try #require(scene.group(id: "number-loss-\(reading.stage)"))
      #expect(group.texts.contains(figures.share(loss)))
    }
  }
}

@Test func `the same map gives the same scene`() {
  let scenes = (0..<2).map { _ in
    MapDrawing(measurer: PlainMeasurer())
      .scene(ShopMap.map, in: ShopMap.workspace, reality: ShopReality.reality)
  }
  #expect(scenes[0] == scenes[1])
}

@Test func `twenty stages by twenty-five lanes are drawn without a collision`() {
  let scene = MapDrawing(measurer: pango)
    .scene(LargeMap.map, in: ShopMap.workspace, reality: LargeMap.reality)
  #expect(scene.groups(role: "card").count == 1_000)
  #expect(scene.overlappingTexts().isEmpty && scene.textsOutside().isEmpty)
  #expect(scene.repeatedIDs.isEmpty)
}
