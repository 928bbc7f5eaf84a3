public import Insight
public import JourneyModel
public import Picture
import Wording

/// The table view of a map as a picture for print: dense, text only.
public struct MapTable: Sendable {
  public var options: MapDrawing.Options
  private let easel: Easel

  private static let padding = 7.0
  private static let entryGap = 4.0

  public init(
    measurer: any TextMeasuring,
    options: MapDrawing.Options = MapDrawing.Options(columnWidth: 150, pageWidth: 1_180),
    figures: Figures = Figures()
  ) {
    self.options = options
    easel = Easel(measurer: measurer, figures: figures)
  }

  public func scene(
    _ map: JourneyMap, in workspace: Workspace, reality: MapReality? = nil
  ) -> Scene {
    let grid = MapGrid(
      map, in: workspace, reality: reality, options: options, figures: easel.figures)
    return scene(grid)
  }

  /// Draws a grid; columns are as wide as the page allows, rows as high as their fullest cell.
  public func scene(_ grid: MapGrid) -> Scene {
    let margin = 24.0
    let labelWidth = 128.0
    let count = max(grid.columns.count, 1)
    let width = max(
      max(options.columnWidth, 90), (options.pageWidth - 2 * margin - labelWidth) / Double(count))
    let left = margin + labelWidth
    let right = left + width * Double(count)
    var names = NameRegistry()
    var y = margin
    let title = easel.set(
      grid.title.isEmpty ? easel.strings(.unnamed) : grid.title, Typography.heading,
      width: right - margin)
    var nodes = [title.placed(at: Point(margin, y), Palette.ink)]
    let key = easel.set(easel.strings(.tableKey), Typography.small, width: right - margin)
    nodes.append(key.placed(at: Point(margin, y + title.height + 2), Palette.inkFaint))
    let headTop = y + title.height + key.height + 12
    y = headTop
    let size = { (bottom: Double) in Size(right + margin, bottom + margin) }
    let sceneTitle = easel.strings(.tableTitle, ["name": grid.title])
    guard !grid.columns.isEmpty else {
      let advice = easel.set(
        easel.strings(.noStagesAdvice), Typography.body, width: right - margin)
      nodes.append(advice.placed(at: Point(margin, y), Palette.inkSoft))
      return Scene(
        size: size(y + advice.height), title: sceneTitle, summary: "",
        background: Palette.surface, nodes: nodes)
    }

    let head = TableHead(grid, easel, left: left, width: width)
    nodes += head.nodes(at: y, &names)
    y += head.height
    var rowCuts: [Double] = [y]
    for (index, row) in grid.rows.enumerated() {
      let drawn = TableRow(row, easel, left: left, labelWidth: labelWidth, width: width)
      nodes.append(drawn.node(at: y, right: right, isShaded: index.isMultiple(of: 2), &names))
      y += drawn.height
      rowCuts.append(y)
    }
    let columnCuts = grid.columns.indices.dropFirst().filter { grid.columns[$0].stageSpan > 0 }
      .map { left + Double($0) * width }
    return Scene(
      size: size(y), title: sceneTitle,
      summary: easel.strings(
        .mapSummary,
        [
          "stages": grid.columns.filter { $0.stageSpan > 0 }.map(\.name).joined(separator: ", "),
          "lanes": grid.rows.filter { $0.lane != nil }.map(\.name).joined(separator: ", "),
        ]), background: Palette.surface, nodes: nodes,
      pageBreaks: PageBreaks(
        columns: columnCuts, rows: rowCuts, repeatedWidth: left,
        repeatedHeight: headTop + head.height))
  }
}

/// The stages' names, and below them the steps' where there are any.
private struct TableHead {
  private let stages: [(text: SetText, x: Double, width: Double)]
  private let steps: [(text: SetText, x: Double)]
  private let stageHeight: Double
  private let stepHeight: Double
  let height: Double

  init(_ grid: MapGrid, _ easel: Easel, left: Double, width: Double) {
    stages = grid.columns.enumerated().compactMap { index, column in
      guard column.stageSpan > 0 else { return nil }
      let whole = width * Double(column.stageSpan)
      return (
        easel.set(column.name, Typography.bodyStrong, width: whole - 14),
        left + width * Double(index), whole
      )
    }
    steps = grid.columns.enumerated().compactMap { index, column in
      column.stepName.map {
        (
          easel.set($0, Typography.smallStrong, width: width - 14),
          left + width * Double(index)
        )
      }
    }
    stageHeight = stages.reduce(16) { max($0, $1.text.height) } + 12
    stepHeight = steps.isEmpty ? 0 : steps.reduce(0) { max($0, $1.text.height) } + 8
    height = stageHeight + stepHeight
  }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    var nodes: [Node] = []
    for stage in stages {
      nodes.append(
        .box(
          Box(x: stage.x + 1, y: y, width: stage.width - 2, height: stageHeight - 2), radius: 4,
          Palette.noPhase))
      nodes.append(
        stage.text.centred(
          at: Point(stage.x + 8, y + stageHeight / 2 - 1), Palette.onStrong, .leading))
    }
    for step in steps {
      nodes.append(step.text.placed(at: Point(step.x + 7, y + stageHeight + 3), Palette.inkSoft))
    }
    return [.group(Group(id: names.unique("table-head"), roles: "table-head", nodes: nodes))]
  }
}

private struct TableRow {
  private let row: MapGrid.Row
  private let name: SetText
  private let cells: [(entries: [(text: SetText, entry: MapGrid.Entry)], x: Double)]
  private let easel: Easel
  private let left: Double
  private let labelWidth: Double
  let height: Double

  private static let padding = 6.0
  private static let gap = 4.0
  private static let markRoom = 15.0

  init(
    _ row: MapGrid.Row, _ easel: Easel, left: Double, labelWidth: Double, width: Double
  ) {
    self.row = row
    self.easel = easel
    self.left = left
    self.labelWidth = labelWidth
    name = easel.set(row.name, Typography.smallStrong, width: labelWidth - 16)
    var x = left
    cells = row.cells.map { cell in
      defer { x += width * Double(cell.span) }
      let entries = cell.entries.map { entry in
        (
          easel.set(
            entry.text, Typography.cell,
            width: width * Double(cell.span) - 14 - (entry.status == nil ? 0 : Self.markRoom)),
          entry
        )
      }
      return (entries, x)
    }
    let tallest = cells.reduce(name.height) { tallest, cell in
      max(
        tallest,
        cell.entries.reduce(0) { $0 + $1.0.height } + Self.gap
          * Double(max(cell.entries.count - 1, 0)))
    }
    height = tallest + 2 * Self.padding
  }

  func node(
    at y: Double, right: Double, isShaded: Bool, _ names: inout NameRegistry
  ) -> Node {
    let x = left - labelWidth
    var nodes: [Node] = []
    if isShaded {
      nodes.append(
        .box(Box(x: x, y: y, width: right - x, height: height), Palette.canvas))
    }
    nodes.append(.line(Point(x, y + height), Point(right, y + height), Palette.line, width: 0.7))
    nodes.append(name.placed(at: Point(x + 6, y + Self.padding), Palette.ink))
    for cell in cells {
      nodes.append(.line(Point(cell.x, y), Point(cell.x, y + height), Palette.lineSoft, width: 0.7))
      var top = y + Self.padding
      for (text, entry) in cell.entries {
        var textX = cell.x + 7
        if let status = entry.status {
          nodes.append(
            .text(
              PlacedText(
                easel.set(Self.sign(status), Typography.cell).layout, style: Typography.cell,
                paint: status == .contradicted ? Palette.bad : Palette.inkFaint,
                at: Point(textX, top))))
          textX += Self.markRoom
        }
        nodes.append(
          text.placed(at: Point(textX, top), entry.isStale ? Palette.warning : Palette.ink))
        top += text.height + Self.gap
      }
    }
    let id = row.lane?.rawValue ?? "facts"
    var facts: [String: String] = [:]
    if let lane = row.lane { facts["lane"] = lane.rawValue }
    if let role = row.role { facts["role"] = role.rawValue }
    return .group(
      Group(
        id: names.unique("row-\(id)"), label: row.name, roles: "lane", facts: facts, nodes: nodes))
  }

  private static func sign(_ status: EvidenceStatus) -> String {
    switch status {
    case .assumption: "○"
    case .anecdotal: "◐"
    case .supported: "●"
    case .contradicted: "✕"
    }
  }
}
