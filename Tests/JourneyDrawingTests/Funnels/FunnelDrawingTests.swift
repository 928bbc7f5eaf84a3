import Picture
import Testing

@testable import JourneyDrawing

private func texts(_ scene: Scene) -> [String] {
  scene.allTexts.map { $0.layout.lines.map(\.text).joined(separator: " ") }
}

@Test func `a funnel prints counts, both shares and the loss between`() {
  let scene = FunnelDrawing(measurer: PlainMeasurer()).scene(SampleCharts.funnel)
  let texts = texts(scene)
  let figures = Figures()
  #expect(texts.contains(figures.count(5_702)))
  #expect(texts.contains(figures.share(2_954.0 / 5_702) + " of the step before"))
  #expect(texts.contains(figures.share(2_954.0 / 10_841) + " of the first"))
  #expect(
    texts.contains { $0 == "\(figures.count(5_139)) lost (\(figures.share(5_139.0 / 10_841)))" })
  #expect(texts.contains { $0.contains("in order") })
}

@Test func `an event funnel prints its rule`() {
  let scene = FunnelDrawing(measurer: PlainMeasurer()).scene(SampleCharts.eventFunnel)
  let rule = texts(scene).joined(separator: " ")
  #expect(rule.contains("best entry") && rule.contains("within") && rule.contains("steps in order"))
}

@Test func `bars are as long as their counts`() throws {
  let scene = FunnelDrawing(measurer: PlainMeasurer()).scene(SampleCharts.funnel)
  func bar(_ number: Int) throws -> Double {
    let group = try #require(scene.group(id: "funnel-\(number)"))
    let boxes = group.nodes.compactMap { node -> Double? in
      if case .rectangle(let box, _, Palette.before, _) = node { box.width } else { nil }
    }
    return try #require(boxes.first)
  }
  let (third, first) = (try bar(3), try bar(1))
  #expect(abs(third / first - 2_954.0 / 10_841) < 1e-9)
}

@Test(arguments: [360.0, 390, 640, 960, 1_400])
func `a funnel is tidy at every width`(width: Double) {
  for chart in [SampleCharts.funnel, SampleCharts.eventFunnel] {
    let scene = FunnelDrawing(measurer: PangoTextMeasurer(), width: width).scene(chart)
    #expect(scene.overlappingTexts().isEmpty && scene.textsOutside().isEmpty)
  }
}

@Test func `a funnel without steps or journeys says so`() {
  let drawing = FunnelDrawing(measurer: PlainMeasurer())
  let none = FunnelChart(title: "", steps: [], rule: .stagesInOrder)
  #expect(texts(drawing.scene(none)).contains { $0.contains("No steps") })
  let zero = FunnelChart(title: "", steps: [.init(name: "a", reached: 0)], rule: .stagesInOrder)
  #expect(texts(drawing.scene(zero)).contains { $0.contains("No journeys") })
}
