import EventStore
import Insight
import JourneyAnalytics
import JourneyDrawing
import JourneyModel
import Picture
import Wording

/// Asks the log what an analysis page shows, and turns the answer into picture, rule and table.
struct JourneyAnswerer {
  var snapshot: WorkspaceSnapshot
  var queries: any JourneyQueries
  var words: Catalogue
  var shown: Shown
  var drawing: Drawings

  struct Answered {
    var picture: [UInt8]
    var rule: String
    var table: Markup
  }

  // MARK: Funnel

  /// Stages of the map in order, or the steps that were typed.
  func funnel(
    _ question: JourneyQuestion, steps: [String], window: Int64?, entry: FunnelQuery.Entry,
    mode: FunnelQuery.Mode
  ) throws(EventStoreError) -> Answered {
    let isStages = steps.isEmpty
    let grouping = question.grouping(in: snapshot)
    let query = FunnelQuery(
      steps: isStages ? grouping?.stages ?? [] : steps, by: isStages ? .stage : .activity,
      windowMicroseconds: window, entry: entry, mode: mode)
    let found = try queries.funnel(query, question.filters, grouping: grouping)
    let names = isStages ? stageNames(question) : [:]
    let chart = FunnelChart(
      title: isStages
        ? words(.stageFunnelTitle, ["map": question.map?.name ?? ""]) : words(.eventFunnelTitle),
      steps: found.steps.map {
        .init(
          name: names[$0.name] ?? $0.label, reached: $0.reached, stage: isStages ? $0.name : nil)
      },
      rule: isStages && window == nil && mode == .ordered && entry == .best
        ? .stagesInOrder
        : .events(
          mode: .init(rawValue: mode.rawValue) ?? .ordered,
          entry: .init(rawValue: entry.rawValue) ?? .best,
          windowInSeconds: window.map { Double($0) / 1e6 }))
    let rows = found.steps.map { step in
      [
        names[step.name] ?? step.label, shown.count(step.reached),
        shown.share(step.conversionFromFirst), shown.share(step.conversionFromPrevious),
        shown.duration(step.medianSecondsFromPrevious),
      ]
    }
    let modeWords = words(
      mode == .ordered ? .modeOrdered : mode == .strict ? .modeStrict : .modeAny)
    return Answered(
      picture: drawing.svg(drawing.funnel.scene(chart)),
      rule: isStages
        ? words(.ruleFunnelStages)
        : words(
          .ruleFunnel,
          [
            "mode": modeWords,
            "entry": mode == .ordered ? words(entry == .best ? .entryBest : .entryFirst) : "–",
            "window": window.map { shown.duration(Double($0) / 1e6) } ?? words(.windowNone),
          ]),
      table: JourneyPage.table(
        [
          words(.step), words(.reached), words(.ofFirst), words(.ofPrevious),
          words(.medianToHere),
        ], numeric: [1, 2, 3, 4], rows))
  }

  // MARK: Flow

  func flow(_ question: JourneyQuestion) throws(EventStoreError) -> Answered {
    let grouping = question.grouping(in: snapshot)
    let found = try queries.transitions(
      by: question.level, question.filters, grouping: grouping)
    let names = self.names(question)
    let stageOfPlace = stageIndex(question, grouping)
    let graph = FlowGraph(
      title: words(.flow),
      places: found.activities.items.map { item in
        FlowGraph.Place(
          id: item.name, name: names[item.name] ?? item.name, events: item.count,
          starts: found.starts[item.name], ends: found.ends[item.name],
          group: stageOfPlace[item.name])
      },
      passings: found.edges.map {
        FlowGraph.Passing(
          from: $0.from, to: $0.to, count: $0.count, medianGapSeconds: $0.medianGapSeconds)
      }, journeys: found.journeys)
    let rows = found.edges.map { edge in
      [
        names[edge.from] ?? edge.from, names[edge.to] ?? edge.to, shown.count(edge.count),
        shown.count(edge.customers), shown.share(edge.share), shown.duration(edge.medianGapSeconds),
      ]
    }
    return Answered(
      picture: drawing.svg(drawing.flow.scene(graph)), rule: words(.ruleFlow),
      table: JourneyPage.table(
        [
          words(.from), words(.to), words(.count), words(.customersWith), words(.shareOfAll),
          words(.medianGap),
        ], numeric: [2, 3, 4, 5], rows))
  }

  // MARK: Paths

  func paths(_ question: JourneyQuestion) throws(EventStoreError) -> Answered {
    let grouping = question.grouping(in: snapshot)
    let found = try queries.variants(
      VariantQuery(by: question.level, top: 25), question.filters, grouping: grouping)
    let names = self.names(question)
    let chart = PathsChart(
      title: words(.paths),
      paths: found.top.map { variant in
        .init(steps: variant.path.map { names[$0] ?? $0 }, count: variant.count)
      }, distinct: found.distinct, journeys: found.journeys)
    let rows = found.top.map { variant in
      [
        variant.path.map { names[$0] ?? $0 }.joined(separator: " → "), shown.count(variant.count),
        shown.share(variant.share),
      ]
    }
    return Answered(
      picture: drawing.svg(drawing.paths.scene(chart)),
      rule: words(.rulePaths) + " "
        + words(
          .pathsSummary,
          ["distinct": shown.count(found.distinct), "few": shown.count(found.coverage80)]),
      table: JourneyPage.table(
        [words(.path), words(.count), words(.share)], numeric: [1, 2], rows))
  }

  // MARK: Time

  func time(_ question: JourneyQuestion) throws(EventStoreError) -> Answered {
    let grouping = question.grouping(in: snapshot)
    let found = try queries.time(by: question.level, question.filters, grouping: grouping)
    let names = self.names(question)
    // Stages in their order; touchpoints and activities by their visits.
    let order = question.level == .stage ? grouping?.stages ?? [] : []
    let items = order.isEmpty ? found.items : order.compactMap { found[$0] }
    let chart = TimeChart(
      title: words(.time),
      rows: items.map { item in
        TimeChart.Row(
          name: names[item.name] ?? item.name,
          frame: question.level == .stage
            ? question.map?.stages.first { $0.id.rawValue == item.name }?.timeFrame : nil,
          visits: item.visits, open: item.open, medianSeconds: item.medianSeconds,
          p90Seconds: item.p90Seconds, stage: question.level == .stage ? item.name : nil)
      })
    let rows = items.map { item in
      [
        names[item.name] ?? item.name, shown.count(item.visits), shown.count(item.open),
        shown.duration(item.medianSeconds), shown.duration(item.p90Seconds),
      ]
    }
    return Answered(
      picture: drawing.svg(drawing.time.scene(chart)), rule: words(.ruleVisits),
      table: JourneyPage.table(
        [words(.name), words(.visits), words(.openVisits), words(.medianTime), words(.p90)],
        numeric: [1, 2, 3, 4], rows))
  }

  // MARK: Names

  private func stageNames(_ question: JourneyQuestion) -> [String: String] {
    Dictionary(
      (question.map?.stages ?? []).map { ($0.id.rawValue, $0.name) },
      uniquingKeysWith: { a, _ in a })
  }

  /// What people call the items of a level; activities are called as the log calls them.
  private func names(_ question: JourneyQuestion) -> [String: String] {
    switch question.level {
    case .activity: [:]
    case .stage: stageNames(question)
    case .touchpoint:
      Dictionary(
        snapshot.workspace.touchpoints.map { ($0.id.rawValue, $0.name) },
        uniquingKeysWith: { a, _ in a })
    }
  }

  /// The stage of each place, so that places of one stage have one colour.
  private func stageIndex(_ question: JourneyQuestion, _ grouping: Grouping?) -> [String: Int] {
    guard let grouping else { return [:] }
    var result: [String: Int] = [:]
    switch question.level {
    case .stage: for (index, name) in grouping.stages.enumerated() { result[name] = index }
    case .touchpoint:
      for (name, stages) in zip(grouping.touchpoints, grouping.stagesOfTouchpoint) {
        result[name] = stages.first
      }
    case .activity:
      for (code, name) in queries.activityNames.enumerated() {
        if let touchpoint = grouping.touchpoint(ofActivity: code) {
          result[name] = grouping.stagesOfTouchpoint[touchpoint].first
        }
      }
    }
    return result
  }
}
