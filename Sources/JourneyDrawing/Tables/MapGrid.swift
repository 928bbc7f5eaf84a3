public import Insight
public import JourneyModel
import Wording

/// The same map as a plain table: stages across, lanes down, text only. Pages make an HTML table from it.
public struct MapGrid: Sendable, Hashable {
  /// One step of one stage.
  public struct Column: Sendable, Hashable {
    public var stage: Stage.ID
    public var step: Step.ID
    public var name: String
    /// Nil where the stage is its own single step.
    public var stepName: String?
    /// How many columns the stage has, on its first column; 0 on the others.
    public var stageSpan: Int
  }

  /// One thing said in a cell.
  public struct Entry: Sendable, Hashable {
    /// Nil for live numbers and facts of the stage.
    public var card: Card.ID?
    public var text: String
    public var status: EvidenceStatus?
    public var isStale: Bool
  }

  public struct Cell: Sendable, Hashable {
    public var entries: [Entry]
    /// How many columns the cell covers: more than 1 for facts of a stage with several steps.
    public var span: Int
  }

  public struct Row: Sendable, Hashable {
    /// Nil for facts and numbers of the stages.
    public var lane: Lane.ID?
    public var role: LaneRole?
    public var name: String
    public var cells: [Cell]
  }

  public var title: String
  public var columns: [Column]
  public var rows: [Row]

  /// Lists a map; hidden lanes are left out unless the options show them.
  public init(
    _ map: JourneyMap, in workspace: Workspace, reality: MapReality? = nil,
    options: MapDrawing.Options = MapDrawing.Options(), figures: Figures = Figures()
  ) {
    let content = MapContent(map, workspace, reality, options)
    title = map.name
    columns = map.stages.flatMap { stage in
      stage.columns.enumerated().map { index, step in
        Column(
          stage: stage.id, step: step.id, name: stage.name,
          stepName: stage.steps.isEmpty ? nil : step.name,
          stageSpan: index == 0 ? stage.columns.count : 0)
      }
    }
    let writer = GridWriter(content, figures)
    rows =
      writer.stageRows(options)
      + content.lanes.map(writer.row).filter { row in
        // The numbers of a metric lane stand in rows of their own.
        row.role != .metric || row.cells.contains { !$0.entries.isEmpty }
      }
  }
}

/// Puts facts, numbers and cards into the words of a table.
private struct GridWriter {
  private let content: MapContent
  private let figures: Figures
  private var strings: Words<DrawingPhrase> { figures.strings }

  init(_ content: MapContent, _ figures: Figures) {
    self.content = content
    self.figures = figures
  }

  /// What is said of each stage: its facts, then its live numbers; rows without any text are left out.
  func stageRows(_ options: MapDrawing.Options) -> [MapGrid.Row] {
    func row(_ name: DrawingPhrase, _ text: (Stage) -> String?) -> MapGrid.Row? {
      let cells = content.map.stages.map { stage in
        let text = text(stage) ?? ""
        return MapGrid.Cell(
          entries: text.isEmpty
            ? [] : [MapGrid.Entry(card: nil, text: text, status: nil, isStale: false)],
          span: stage.columns.count)
      }
      guard cells.contains(where: { !$0.entries.isEmpty }) else { return nil }
      return MapGrid.Row(lane: nil, role: nil, name: strings(name), cells: cells)
    }
    var rows = [
      row(.tableMindset, \.mindset), row(.tableGoal, \.goal),
      row(.tableFrame) { $0.timeFrame.map(figures.frame) },
    ]
    guard options.overlays.contains(.numbers) else { return rows.compactMap { $0 } }
    if content.hasEvents {
      rows += [
        row(.tableReach) { stage in
          reading(stage).flatMap { reading in
            reading.reach.map { figures.share($0) + " (" + figures.count(reading.customers) + ")" }
          }
        },
        row(.tableLoss) { stage in
          reading(stage).flatMap { reading in
            reading.loss.map {
              figures.share($0) + " (" + figures.count(reading.lostCustomers ?? 0) + ")"
            }
          }
        },
        row(.tableTime) { reading($0)?.time.medianSeconds.map(figures.duration) },
      ]
    }
    rows.append(
      row(.tableScore) { stage in
        reading(stage)?.scores.first.map { score in
          let printed = figures.score(score)
          return score.n == 0
            ? strings(.noData)
            : printed.value + " " + printed.unit + ", " + figures.base(score.n) + ", "
              + printed.interval
        }
      })
    return rows.compactMap { $0 }
  }

  private func reading(_ stage: Stage) -> StageReality? { content.stageReality[stage.id] }

  func row(_ lane: Lane) -> MapGrid.Row {
    var cells = [MapGrid.Cell](
      repeating: MapGrid.Cell(entries: [], span: 1), count: content.columns.count)
    for card in content.cards(in: lane) {
      guard let range = content.columnRange(of: card) else { continue }
      cells[range.lowerBound].entries.append(entry(card, lane, columns: range.count))
    }
    return MapGrid.Row(lane: lane.id, role: lane.role, name: lane.name, cells: cells)
  }

  private func entry(_ card: Card, _ lane: Lane, columns: Int) -> MapGrid.Entry {
    var parts: [String] = []
    if let id = card.touchpoint {
      let touchpoint = content.touchpoints[id]
      let channel = touchpoint?.channel.flatMap { content.channels[$0] }
      let name = touchpoint?.name ?? strings(.unknownTouchpoint, ["id": id.rawValue])
      parts.append(channel.map { name + " (" + $0 + ")" } ?? name)
      if card.text != name { parts.append(card.text) }
    } else if let emotion = card.emotion {
      let name = [emotion.emoji, emotion.name].filter { !$0.isEmpty }.joined(separator: " ")
      parts.append(
        strings(.feelingIs, ["name": name, "score": figures.signed(emotion.score, digits: 1)]))
      if card.text != emotion.name { parts.append(card.text) }
    } else {
      parts.append(card.text)
    }
    if let reason = card.momentOfTruth {
      parts.append("★ " + (reason.isEmpty ? strings(.momentOfTruth) : reason))
    }
    if let severity = card.severity {
      let word: DrawingPhrase =
        switch severity {
        case .low: .severityLow
        case .medium: .severityMedium
        case .high: .severityHigh
        }
      parts.append(strings(word))
    }
    if lane.role == .barrier, content.solutionCount[card.id] == nil {
      parts.append(strings(.noSolution))
    }
    if columns > 1 {
      parts.append(strings.plural(.spansColumns, columns, ["count": figures.count(columns)]))
    }
    let standing = content.standing(of: card)
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    return MapGrid.Entry(
      card: card.id, text: text.isEmpty ? strings(.unnamed) : text,
      status: lane.role.carriesEvidence ? standing.status : nil,
      isStale: lane.role.carriesEvidence && standing.isStale)
  }
}
