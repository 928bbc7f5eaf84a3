import JourneyModel
import Picture

/// Where the columns of a map are.
struct MapGeometry {
  let margin: Double
  /// Width of the strip with the lanes' names.
  let labelWidth: Double
  /// Left edge and width of each step's column.
  let columns: [Span]
  /// Left edge and width of each stage.
  let stages: [Span]
  let sceneWidth: Double

  struct Span: Hashable {
    var x: Double
    var width: Double
    var maxX: Double { x + width }
    var midX: Double { x + width / 2 }
  }

  static let stageGap = 10.0
  private static let widestColumn = 400.0

  init(_ content: MapContent, _ options: MapDrawing.Options) {
    margin = options.isCompact ? 14 : 28
    labelWidth = options.isCompact ? 104 : 152
    let stageCount = content.map.stages.count
    let left = margin + labelWidth
    let gaps = Double(max(stageCount - 1, 0)) * Self.stageGap
    let room = options.pageWidth - left - margin - gaps
    let columnCount = content.columns.count
    let least = min(max(options.columnWidth, 96), 900)
    var width = least
    if columnCount > 0 {
      width = max(least, min(room / Double(columnCount), max(Self.widestColumn, least)))
    }
    var columns: [Span] = []
    var stages: [Span] = []
    var x = left
    for (index, column) in content.columns.enumerated() {
      if index > 0, column.stage != content.columns[index - 1].stage { x += Self.stageGap }
      columns.append(Span(x: x, width: width))
      if column.stage == stages.count {
        stages.append(Span(x: x, width: width))
      } else {
        stages[column.stage].width += width
      }
      x += width
    }
    self.columns = columns
    self.stages = stages
    let leastWidth = options.isCompact ? 480.0 : 860
    sceneWidth = max(x + margin, leastWidth)
  }

  /// Where columns begin.
  var left: Double { margin + labelWidth }
  /// Where columns end.
  var right: Double { columns.last?.maxX ?? sceneWidth - margin }
  /// From the left margin to the right one.
  var contentWidth: Double { sceneWidth - 2 * margin }

  /// The box of a run of columns between two heights.
  func box(_ range: ClosedRange<Int>, y: Double, height: Double) -> Box {
    let (first, last) = (columns[range.lowerBound], columns[range.upperBound])
    return Box(x: first.x, y: y, width: last.maxX - first.x, height: height)
  }

  /// The middles of the gaps between stages.
  var cuts: [Double] {
    stages.dropLast().map { $0.maxX + Self.stageGap / 2 }
  }
}
