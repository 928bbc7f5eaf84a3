import Insight
import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

private func selection(_ reality: MapReality, threshold: Double = 0.04) -> FlowSelection {
  FlowSelection(
    MapContent(ShopMap.map, ShopMap.workspace, reality, MapDrawing.Options()),
    threshold: threshold)
}

@Test func `moves below the threshold are hidden and counted`() {
  let reality = ShopReality.reality
  let selection = selection(reality)
  let between = reality.moves.filter { $0.kind != .loop }
  let hidden = between.filter { ($0.kind == .skip || $0.kind == .back) && ($0.share ?? 0) < 0.04 }
  #expect(selection.hiddenKinds == hidden.count && hidden.count == 2)
  let share =
    Double(hidden.reduce(0) { $0 + $1.count }) / Double(between.reduce(0) { $0 + $1.count })
  #expect(selection.hiddenShare == share)
}

@Test func `a planned move is drawn however rare it is`() {
  let selection = selection(MapReality())
  #expect(selection.moves.map(\.isPlanned) == [true, true])
  #expect(selection.moves.allSatisfy { !$0.isReal && $0.share == nil })
}

@Test func `every drawn move says its share`() throws {
  let scene = MapDrawing(measurer: PlainMeasurer())
    .scene(ShopMap.map, in: ShopMap.workspace, reality: ShopReality.reality)
  let figures = Figures()
  for move in selection(ShopReality.reality).moves where move.share != nil {
    let group = try #require(scene.group(id: "flow-\(move.fromID)-\(move.toID)"))
    #expect(group.texts.contains { $0.hasPrefix(figures.share(move.share ?? 0)) })
  }
  let note = try #require(scene.group(id: "flows"))
  #expect(note.texts.contains { $0.hasPrefix("others ") })
}

@Test(arguments: 0..<40 as Range<UInt64>)
func `moves on one track never share a stretch`(seed: UInt64) {
  let world = RandomMap(seed: seed)
  let content = MapContent(world.map, world.workspace, world.reality, MapDrawing.Options())
  let routes = FlowRoute.routed(FlowSelection(content, threshold: 0).moves)
    .filter { $0.move.kind == .skip || $0.move.kind == .back }
  for (index, a) in routes.enumerated() {
    for b in routes[(index + 1)...] where a.move.kind == b.move.kind && a.level == b.level {
      let first = min(a.move.from, a.move.to)..<max(a.move.from, a.move.to)
      let second = min(b.move.from, b.move.to)..<max(b.move.from, b.move.to)
      #expect(!first.overlaps(second))
    }
  }
}
