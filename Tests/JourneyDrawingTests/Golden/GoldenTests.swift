import Insight
import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

/// Two stages and four lanes of the shop: small enough to read.
private var smallMap: JourneyMap {
  var map = ShopMap.map
  map.stages = Array(map.stages[1...2])
  let lanes: Set<String> = ["touchpoints", "emotions", "barriers", "front"]
  map.lanes = map.lanes.filter { lanes.contains($0.id.rawValue) }
  map.cards = map.cards.filter {
    lanes.contains($0.lane.rawValue)
      && ["consideration", "decision"].contains($0.step.rawValue)
  }
  return map
}

@Test func `a small map is drawn as it was`() throws {
  let scene = MapDrawing(measurer: PlainMeasurer(), options: .init(pageWidth: 900))
    .scene(smallMap, in: ShopMap.workspace, reality: ShopReality.reality)
  try expectGoldens(scene, "map")
}

@Test func `a small table is drawn as it was`() throws {
  let scene = MapTable(measurer: PlainMeasurer())
    .scene(smallMap, in: ShopMap.workspace, reality: ShopReality.reality)
  try expectGoldens(scene, "table")
}

@Test func `a funnel is drawn as it was`() throws {
  try expectGoldens(FunnelDrawing(measurer: PlainMeasurer()).scene(SampleCharts.funnel), "funnel")
}

@Test func `a flow is drawn as it was`() throws {
  let drawing = FlowDrawing(measurer: PlainMeasurer(), options: .init(mostPassings: 12))
  try expectGoldens(drawing.scene(SampleCharts.graph()), "flow")
}

@Test func `times against plan are drawn as they were`() throws {
  try expectGoldens(TimeDrawing(measurer: PlainMeasurer()).scene(SampleCharts.times), "times")
}

@Test func `paths are drawn as they were`() throws {
  try expectGoldens(PathsDrawing(measurer: PlainMeasurer()).scene(SampleCharts.paths), "paths")
}

@Test func `a trend is drawn as it was`() throws {
  try expectGoldens(TrendDrawing(measurer: PlainMeasurer()).scene(SampleCharts.trend), "trend")
}
