import Picture
import Testing

@testable import JourneyDrawing

@Test(arguments: [0, 10, 40])
func `what is drawn and what is hidden make the whole`(most: Int) {
  let graph = SampleCharts.graph(extra: 12)
  let selection = GraphSelection(graph, FlowDrawing.Options(mostPassings: most))
  let drawn = selection.edges.reduce(0) { $0 + $1.count } + selection.loops.reduce(0, +)
  #expect(drawn + selection.hiddenCount == graph.passings.reduce(0) { $0 + $1.count })
  #expect(selection.edges.count <= most)
  #expect(selection.edges.map(\.count) == selection.edges.map(\.count).sorted(by: >))
}

@Test(arguments: [0, 12, 28])
func `a flow of up to forty places is tidy`(extra: Int) {
  let scene = FlowDrawing(measurer: PangoTextMeasurer())
    .scene(SampleCharts.graph(extra: extra))
  for pair in scene.overlappingTexts() {
    Issue.record("\(pair.first.layout.lines) meets \(pair.second.layout.lines)")
  }
  #expect(scene.textsOutside().isEmpty && scene.repeatedIDs.isEmpty)
  let edge = Box(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
  #expect(scene.nodes.compactMap(\.bounds).allSatisfy { edge.contains($0, tolerance: 1) })
}

@Test func `the note says how much the others hide`() throws {
  let graph = SampleCharts.graph()
  let drawing = FlowDrawing(measurer: PlainMeasurer(), options: .init(mostPassings: 5))
  let selection = GraphSelection(graph, drawing.options)
  let texts = drawing.scene(graph).allTexts.map {
    $0.layout.lines.map(\.text).joined(separator: " ")
  }
  #expect(texts.contains { $0.contains("Others hide " + Figures().share(selection.hiddenShare)) })
}

@Test func `an empty graph says what to do`() {
  let scene = FlowDrawing(measurer: PlainMeasurer())
    .scene(FlowGraph(title: "Nothing", places: [], passings: [], journeys: 0))
  #expect(scene.allTexts.contains { $0.layout.lines.contains { $0.text.contains("No journeys") } })
}
