import JourneyModel
import Picture
import Wording

/// One of the three lines of a service blueprint, derived from the roles of the lanes around it.
struct BlueprintRule: MapSection {
  private let name: SetText
  private let geometry: MapGeometry
  private let kind: BlueprintLine.Kind

  init(_ kind: BlueprintLine.Kind, _ easel: Easel, _ geometry: MapGeometry) {
    let phrase: DrawingPhrase =
      switch kind {
      case .interaction: .lineOfInteraction
      case .visibility: .lineOfVisibility
      case .internalInteraction: .lineOfInternalInteraction
      }
    name = easel.set(
      easel.strings(phrase), Typography.smallStrong, width: geometry.labelWidth - 14)
    self.geometry = geometry
    self.kind = kind
  }

  var height: Double { max(20, name.height + 4) }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    let middle = y + height / 2
    return [
      .group(
        Group(
          id: names.unique("blueprint-\(kind.rawValue)"), roles: "blueprint-line",
          facts: ["line": kind.rawValue],
          nodes: [
            name.centred(at: Point(geometry.margin, middle), Palette.inkSoft, .leading),
            .line(
              Point(geometry.left, middle), Point(geometry.right, middle), Palette.inkFaint,
              width: 1.5, dash: kind == .visibility ? [2, 4] : [9, 5],
              roundCaps: kind == .visibility),
          ]))
    ]
  }
}
