import Insight
import JourneyModel
import Picture
import Wording

/// A part of the map across its whole width, measured before it is placed.
protocol MapSection {
  var height: Double { get }
  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node]
}

/// Sets the sections of a map one below the other.
struct MapComposition {
  let content: MapContent
  let easel: Easel
  let options: MapDrawing.Options
  let geometry: MapGeometry

  init(_ content: MapContent, _ easel: Easel, _ options: MapDrawing.Options) {
    self.content = content
    self.easel = easel
    self.options = options
    geometry = MapGeometry(content, options)
  }

  private var y = 0.0
  private var nodes: [Node] = []
  private var names = NameRegistry()
  private var rowCuts: [Double] = []

  private mutating func add(_ section: any MapSection, gap: Double) {
    nodes += section.nodes(at: y, &names)
    y += section.height + gap
  }

  private mutating func cut() { rowCuts.append(y - 4) }

  mutating func scene() -> Scene {
    y = geometry.margin
    if options.showsHeader {
      add(MapHeader(content, easel, geometry, options), gap: 22)
      cut()
    }
    var head = (top: 0.0, height: 0.0)
    if content.map.stages.isEmpty {
      add(EmptyState(content, easel, geometry), gap: 20)
    } else {
      head.top = options.showsHeader ? y - 8 : 0
      add(StageHeads(content, easel, geometry, options), gap: 12)
      head.height = y - 6 - head.top
      addBody()
    }
    if options.showsLegend {
      cut()
      add(MapFooter(content, easel, geometry, options), gap: 0)
    }
    let height = y + geometry.margin
    return Scene(
      size: Size(geometry.sceneWidth, height), title: content.map.name, summary: summary,
      background: Palette.canvas, nodes: nodes,
      pageBreaks: PageBreaks(
        columns: geometry.cuts, rows: rowCuts, repeatedWidth: geometry.left - 4,
        repeatedHeight: head.height, repeatedTop: head.top))
  }

  private mutating func addBody() {
    if options.overlays.contains(.numbers) {
      cut()
      add(NumbersStrip(content, easel, geometry), gap: 12)
    }
    if let heads = StepHeads(content, easel, geometry) {
      add(heads, gap: 6)
    }
    if content.lanes.isEmpty {
      add(EmptyState(content, easel, geometry), gap: 20)
    }
    let lines = Dictionary(grouping: JourneyMap.blueprintLines(among: content.lanes), by: \.above)
    for lane in content.lanes {
      for line in lines[lane.id] ?? [] {
        add(BlueprintRule(line.kind, easel, geometry), gap: 4)
      }
      cut()
      add(LaneRow(lane, content, easel, geometry, options), gap: 6)
    }
    y += 10
  }

  private var summary: String {
    easel.strings(
      .mapSummary,
      [
        "stages": content.map.stages.map(\.name).joined(separator: ", "),
        "lanes": content.lanes.map(\.name).joined(separator: ", "),
      ])
  }
}
