import Insight
import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

@Test(arguments: 0..<30 as Range<UInt64>)
func `a grid holds every card of the lanes shown, once`(seed: UInt64) {
  let world = RandomMap(seed: seed)
  let grid = MapGrid(world.map, in: world.workspace, reality: world.reality)
  let lanes = Set(world.map.lanes.filter { !$0.isHidden }.map(\.id))
  let steps = Set(world.map.columns.map(\.id))
  let expected = world.map.cards.filter { lanes.contains($0.lane) && steps.contains($0.step) }
  let found = grid.rows.flatMap { $0.cells.flatMap { $0.entries.compactMap(\.card) } }
  #expect(found.sorted() == expected.map(\.id).sorted())
  #expect(grid.rows.allSatisfy { $0.cells.reduce(0) { $0 + $1.span } == grid.columns.count })
}

@Test(arguments: 0..<30 as Range<UInt64>)
func `the printed table is tidy`(seed: UInt64) {
  let world = RandomMap(seed: seed)
  let scene = MapTable(measurer: PlainMeasurer())
    .scene(world.map, in: world.workspace, reality: world.reality)
  #expect(scene.overlappingTexts().isEmpty && scene.textsOutside().isEmpty)
  #expect(scene.repeatedIDs.isEmpty)
}

@Test func `a stage's facts stand above the lanes and cover its steps`() throws {
  var map = ShopMap.map
  map.stages[1].steps = (0..<2).map {
    Step(id: ShopMap.id("st\($0)"), order: ShopMap.order($0), name: "Step \($0)")
  }
  let grid = MapGrid(map, in: ShopMap.workspace, reality: ShopReality.reality)
  #expect(grid.columns.map(\.stageSpan) == [1, 2, 0, 1, 1, 1])
  let reach = try #require(grid.rows.first { $0.name == "Reach" })
  #expect(reach.cells.map(\.span) == [1, 2, 1, 1, 1])
  #expect(reach.cells[0].entries[0].text.hasPrefix(Figures().share(10_841.0 / 11_690)))
}
