import Insight
import JourneyModel
import Picture
import Wording

/// The metrics lane: per stage the ordered chain, events, time lost beyond the plan, and every score.
struct MetricCharts {
  private struct Item {
    var label: SetText
    var value: SetText
    var share: Double?
    var score: PrintedScore?
    var paint: Paint
    var isStacked: Bool

    var height: Double {
      let text = isStacked ? label.height + value.height : max(label.height, value.height)
      return text + (share == nil && score == nil ? 0 : 12)
    }
  }

  private let stages: [[Item]]
  private let notice: SetText
  private let geometry: MapGeometry
  private let easel: Easel
  private static let padding = 10.0
  private static let gap = 8.0

  init(_ content: MapContent, _ easel: Easel, _ geometry: MapGeometry) {
    self.geometry = geometry
    self.easel = easel
    let strings = easel.strings
    let figures = easel.figures
    let entered = content.reality?.funnelInOrder.first ?? 0
    stages = content.map.stages.enumerated().map { index, stage in
      guard let reading = content.stageReality[stage.id] else { return [] }
      let width = geometry.stages[index].width - 2 * Self.padding
      var items: [Item] = []
      func add(
        _ label: String, _ value: String, share: Double? = nil, score: PrintedScore? = nil,
        _ paint: Paint
      ) {
        let valueText = easel.set(value, Typography.smallStrong, width: width)
        let whole = easel.set(label, Typography.small)
        let isStacked = whole.width + valueText.width + 8 > width
        items.append(
          Item(
            label: isStacked ? easel.set(label, Typography.small, width: width) : whole,
            value: valueText, share: share, score: score, paint: paint, isStacked: isStacked))
      }
      if content.hasEvents {
        let chain = content.reality?.funnelInOrder ?? []
        if chain.indices.contains(index), entered > 0 {
          let share = Double(chain[index]) / Double(entered)
          add(
            strings(.inOrder), figures.count(chain[index]) + " · " + figures.share(share),
            share: share, Palette.reach)
        }
        add(strings(.events), figures.count(reading.events), Palette.reach)
        if let wasted = reading.time.wastedSeconds, wasted > 0 {
          add(strings(.wastedTime), figures.duration(wasted), Palette.loss)
        }
      }
      for score in reading.scores where score.n > 0 {
        let printed = figures.score(score)
        add(
          score.questionText.isEmpty ? score.surveyName : score.questionText,
          printed.value + " " + printed.unit + " · " + figures.base(score.n), score: printed,
          Palette.measured)
      }
      return items
    }
    let isEmpty = stages.allSatisfy(\.isEmpty)
    notice = easel.set(
      isEmpty ? strings(.noEventsYet) : "", Typography.small,
      width: geometry.right - geometry.left - 40)
  }

  var height: Double {
    let tallest =
      stages.map { items in
        items.reduce(0) { $0 + $1.height } + Self.gap * Double(max(items.count - 1, 0))
      }.max() ?? 0
    return max(tallest, notice.height) + 6
  }

  func nodes(at y: Double, _ names: inout NameRegistry) -> [Node] {
    var nodes: [Node] = []
    if !notice.isEmpty {
      nodes.append(notice.placed(at: Point(geometry.left + 10, y + 4), Palette.inkFaint))
    }
    for (index, items) in stages.enumerated() {
      let span = geometry.stages[index]
      let x = span.x + Self.padding
      let right = span.maxX - Self.padding
      var top = y + 3
      for item in items {
        nodes.append(item.label.placed(at: Point(x, top), Palette.inkSoft))
        if item.isStacked {
          nodes.append(item.value.placed(at: Point(x, top + item.label.height), Palette.ink))
        } else {
          nodes.append(item.value.placed(at: Point(right, top), Palette.ink, .trailing))
        }
        let bar = Box(x: x, y: top + item.height - 9, width: right - x, height: 5)
        if let share = item.share { nodes += Node.bar(bar, share: share, item.paint) }
        if let score = item.score {
          nodes += ScoreWhisker(score).nodes(
            in: Box(x: x, y: bar.y - 2, width: bar.width, height: 9))
        }
        top += item.height + Self.gap
      }
    }
    return [
      .overlay(.numbers, id: names.unique("metrics"), label: easel.strings(.numbersLabel), nodes)
    ]
  }
}
