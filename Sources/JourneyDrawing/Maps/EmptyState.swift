import JourneyModel
import Picture
import Wording

/// What a map without stages or lanes says instead: what to do next.
struct EmptyState: MapSection {
  private let title: SetText
  private let advice: SetText
  private let geometry: MapGeometry
  private let width: Double

  init(_ content: MapContent, _ easel: Easel, _ geometry: MapGeometry) {
    let hasStages = !content.map.stages.isEmpty
    width = min(geometry.contentWidth, 900)
    title = easel.set(
      easel.strings(hasStages ? .noLanesTitle : .noStagesTitle), Typography.heading,
      width: width - 80)
    advice = easel.set(
      easel.strings(hasStages ? .noLanesAdvice : .noStagesAdvice), Typography.body,
      width: width - 80)
    self.geometry = geometry
  }

  var height: Double { title.height + advice.height + 110 }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let box = Box(x: geometry.margin, y: y, width: width, height: height)
    return [
      .group(
        Group(
          id: names.unique("empty"), roles: "empty",
          nodes: [
            .box(
              box, radius: 14, Palette.surface,
              stroke: Stroke(Palette.line, width: 1.5, dash: [6, 5])),
            .icon(
              Icons.story, at: Point(box.midX - 18, y + 22), side: 36, Palette.inkFaint,
              width: 1.8),
            title.placed(at: Point(box.midX, y + 66), Palette.ink, .centre),
            advice.placed(at: Point(box.midX, y + 74 + title.height), Palette.inkSoft, .centre),
          ]))
    ]
  }
}
