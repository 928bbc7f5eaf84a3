import JourneyModel
import Picture
import Testing

@testable import JourneyDrawing

private func texts(_ scene: Scene) -> [String] {
  scene.allTexts.map { $0.layout.lines.map(\.text).joined(separator: " ") }
}

@Test(arguments: [400.0, 700, 960])
func `times and paths are tidy at every width`(width: Double) {
  let measurer = PangoTextMeasurer()
  for scene in [
    TimeDrawing(measurer: measurer, width: width).scene(SampleCharts.times),
    PathsDrawing(measurer: measurer, width: width).scene(SampleCharts.paths),
  ] {
    #expect(scene.overlappingTexts().isEmpty && scene.textsOutside().isEmpty)
    #expect(scene.repeatedIDs.isEmpty)
  }
}

@Test func `a row without closed visits says why it has no time`() {
  let texts = texts(TimeDrawing(measurer: PlainMeasurer()).scene(SampleCharts.times))
  #expect(texts.contains("only open visits"))
}

@Test func `a long path is cut and says how much is missing`() {
  let drawing = PathsDrawing(measurer: PlainMeasurer(), mostSteps: 4)
  #expect(texts(drawing.scene(SampleCharts.paths)).contains("+13 more steps"))
}

@Test func `a trend has a gap where nothing was measured`() {
  let scene = TrendDrawing(measurer: PlainMeasurer()).scene(SampleCharts.trend)
  let lines = scene.nodes.filter {
    if case .path(_, nil, let stroke) = $0 { stroke?.paint == Palette.measured } else { false }
  }
  #expect(lines.count == 2)
}

@Test func `charts without data say so`() {
  let measurer = PlainMeasurer()
  #expect(
    texts(TimeDrawing(measurer: measurer).scene(TimeChart(title: "t", rows: [])))
      .contains { $0.contains("No steps") })
  #expect(
    texts(
      PathsDrawing(measurer: measurer).scene(
        PathsChart(title: "p", paths: [], distinct: 0, journeys: 0))
    ).contains { $0.contains("No journeys") })
  #expect(
    texts(
      TrendDrawing(measurer: measurer).scene(TrendChart(title: "x", unit: .count, points: []))
    ).contains("no data"))
}
