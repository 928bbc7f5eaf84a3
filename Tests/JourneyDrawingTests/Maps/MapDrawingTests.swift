import Insight
import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

private func draw(
  _ map: JourneyMap, _ reality: MapReality? = nil,
  _ change: (inout MapDrawing.Options) -> Void = { _ in }
) -> Scene {
  var options = MapDrawing.Options()
  change(&options)
  return MapDrawing(measurer: PlainMeasurer(), options: options)
    .scene(map, in: ShopMap.workspace, reality: reality)
}

private func says(_ scene: Scene, _ text: String) -> Bool {
  scene.allTexts.contains { $0.layout.lines.map(\.text).joined(separator: " ").contains(text) }
}

@Test func `an empty map says what to do next`() {
  let scene = draw(JourneyMap(id: ShopMap.id("empty"), name: "Empty"))
  #expect(scene.group(id: "empty") != nil)
  #expect(says(scene, "Add a stage"))
}

@Test func `stages without lanes say what to do next`() {
  let map = JourneyMap(id: ShopMap.id("m"), name: "No lanes", stages: ShopMap.stages)
  #expect(says(draw(map), "Add a lane"))
}

@Test func `without events the numbers strip says so`() {
  let scene = draw(ShopMap.map)
  #expect(scene.group(id: "numbers")?.texts.contains { $0.contains("No events yet") } == true)
  #expect(!says(scene, "0 %"))
}

@Test func `a hidden lane is drawn only on demand`() {
  #expect(draw(ShopMap.map).group(id: "lane-notes") == nil)
  #expect(draw(ShopMap.map) { $0.showsHiddenLanes = true }.group(id: "lane-notes") != nil)
}

@Test func `only the lanes asked for are drawn`() {
  let scene = draw(ShopMap.map) { $0.lanes = [ShopMap.id("barriers")] }
  #expect(scene.groups(role: "lane").compactMap { $0.facts["lane"] } == ["barriers"])
}

@Test func `every overlay can be left out`() {
  for overlay in MapDrawing.Overlay.allCases {
    let scene = draw(ShopMap.map, ShopReality.reality) { $0.overlays.remove(overlay) }
    let left = Set(scene.groups(role: "overlay").compactMap { $0.facts["overlay"] })
    #expect(left == Set(MapDrawing.Overlay.allCases.filter { $0 != overlay }.map(\.rawValue)))
  }
}

@Test func `a barrier without a solution is flagged, one with a solution counts it`() throws {
  let scene = draw(ShopMap.map, ShopReality.reality)
  let barriers = scene.groups(role: "card").filter { $0.facts["lane"] == "barriers" }
  let flagged = barriers.filter { $0.texts.contains("no solution yet") }
  #expect(barriers.count == 5 && flagged.count == 2)
  #expect(barriers.contains { $0.texts.contains("2 solutions") })
}

@Test func `blueprint lines stand above the first lane of their layer`() throws {
  let scene = draw(ShopMap.map)
  #expect(
    scene.groups(role: "blueprint-line").compactMap { $0.facts["line"] } == [
      "interaction", "visibility",
    ])
}

@Test func `synthetic numbers are announced`() {
  #expect(says(draw(ShopMap.map, ShopReality.reality), "synthetic"))
  var reality = ShopReality.reality
  reality.hasSyntheticData = false
  #expect(!says(draw(ShopMap.map, reality), "Some of these numbers are synthetic"))
}

@Test func `what the data has and the map has not stands in the margin`() throws {
  let margin = try #require(draw(ShopMap.map, ShopReality.reality).group(id: "margin"))
  #expect(margin.texts.contains { $0.contains("open_gift_card_page · 812 events") })
  #expect(margin.texts.contains { $0.contains("Review site · bound, but no event") })
}

@Test func `stages and cards can be reached by keyboard and found by their facts`() {
  let scene = draw(ShopMap.map, ShopReality.reality)
  #expect(scene.groups(role: "stage").compactMap { $0.facts["stage"] } == ShopMap.stageNames)
  #expect(scene.groups(role: "stage").allSatisfy { $0.isFocusable })
  let card = scene.groups(role: "card").first { $0.facts["touchpoint"] == "basket" }
  #expect(card?.isFocusable == true && card?.facts["stage"] == "decision")
}

@Test func `a repeated id is made unique`() {
  var map = ShopMap.map
  map.cards.append(map.cards[0])
  #expect(draw(map).repeatedIDs.isEmpty)
}
