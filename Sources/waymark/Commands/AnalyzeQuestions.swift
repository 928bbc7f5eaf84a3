import ArgumentParser
import EventStore
import Foundation
import Insight
import JourneyAnalytics
import JourneyModel
import Wording
import Diagnostics

struct AnalyzeOverview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: words(.aboutQuestionOverview)
  )
  @OptionGroup var options: QuestionOptions

  func run() throws {
    let question = try OpenedQuestion(options)
    try question.answer(
      { () throws(EventStoreError) in try question.queries.overview(question.filters) },
      { found in
        [
          words(.overviewEvents, ["count": found.events]),
          words(.overviewCustomers, ["count": found.customers]),
          words(.overviewActivities, ["count": found.activities]),
          words(.overviewVariants, ["count": found.variants]),
          words(.overviewFirst, ["time": found.firstTime?.description ?? "–"]),
          words(.overviewLast, ["time": found.lastTime?.description ?? "–"]),
          words(.medianJourney, ["median": Spans.text(found.medianDurationSeconds)]),
        ]
      })
  }
}

struct AnalyzeTransitions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transitions", abstract: words(.aboutQuestionTransitions))
  @OptionGroup var options: QuestionOptions
  @Option(help: help(.helpBy)) var by: Level = .activity

  func run() throws {
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.transitions(by: by, question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(
          [
            words(.columnFrom), words(.columnTo), words(.columnCount), words(.columnCustomers),
            words(.columnMedianGap),
          ], numeric: [2, 3, 4])
        for edge in found.edges.prefix(40) {
          table.add([
            edge.from, edge.to, "\(edge.count)", "\(edge.customers)",
            Spans.text(edge.medianGapSeconds),
          ])
        }
        return table.lines
          + (found.edges.count > 40
            ? [words(.andMoreInJSON, ["count": found.edges.count - 40])] : [])
      })
  }
}

struct AnalyzeVariants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants", abstract: words(.aboutQuestionVariants))
  @OptionGroup var options: QuestionOptions
  @Option(help: help(.helpTop)) var top: Int = 20
  @Option(help: help(.helpBy)) var by: Level = .activity

  func run() throws {
    guard top > 0 else { throw CommandFailure(.usage, words(.topTakesNumber)) }
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.variants(
          VariantQuery(by: by, top: top), question.filters, grouping: grouping)
      },
      { found in
        var lines = [
          words(.variantsSummary, ["distinct": found.distinct, "few": found.coverage80])
        ]
        for variant in found.top {
          lines.append("\(variant.count)  \(variant.path.joined(separator: " > "))")
        }
        return lines
      })
  }
}

struct AnalyzeSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: words(.aboutQuestionSessions))
  @OptionGroup var options: QuestionOptions
  @Option(
    help:
      help(.helpTimeout)
  )
  var timeout: String?

  func run() throws {
    let question = try OpenedQuestion(options)
    var rule = SessionRule.column
    if let timeout {
      guard let span = try Spans.microseconds(timeout, "--timeout") else {
        throw CommandFailure(.usage, words(.timeoutNeedsSpan))
      }
      rule = .timeout(microseconds: span)
    }
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.sessions(rule, question.filters)
      },
      { found in
        [
          words(.sessionsCount, ["count": found.sessions]),
          words(.medianEvents, ["median": found.medianEvents.map { "\($0)" } ?? "–"]),
          words(.medianDuration, ["median": Spans.text(found.medianDurationSeconds)]),
        ]
      })
  }
}

struct AnalyzeFunnel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel", abstract: words(.aboutQuestionFunnel))
  @OptionGroup var options: QuestionOptions
  @Option(help: help(.helpSteps)) var steps: String
  @Option(help: help(.helpWindow))
  var window: String = "none"
  @Option(help: help(.helpEntry)) var entry: FunnelQuery.Entry = .best
  @Option(help: help(.helpMode)) var mode: FunnelQuery.Mode = .ordered
  @Option(help: help(.helpStepsBy)) var by: Level = .activity

  func run() throws {
    let names = try NameList(steps, "--steps").names
    guard !names.isEmpty else { throw CommandFailure(.usage, words(.stepsNamesNone)) }
    guard names.count <= 64 else { throw CommandFailure(.usage, words(.tooManySteps)) }
    let span = try Spans.microseconds(window, "--window")
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    let (known, what) =
      switch by {
      case .activity: (question.queries.activityNames, "activity")
      case .touchpoint: (grouping?.touchpoints ?? [], "touchpoint")
      case .stage: (grouping?.stages ?? [], "stage")
      }
    for name in names { try Names.require(name, among: known, what) }
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.funnel(
          FunnelQuery(
            steps: names, by: by, windowMicroseconds: span, entry: entry, mode: mode),
          question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(
          [
            words(.columnStep), words(.columnReached), words(.columnOfFirst),
            words(.columnOfPrevious),
          ], numeric: [1, 2, 3])
        for step in found.steps {
          table.add([
            step.label, "\(step.reached)", Spans.share(step.conversionFromFirst),
            Spans.share(step.conversionFromPrevious),
          ])
        }
        return table.lines
      })
  }
}

struct AnalyzeTime: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "time", abstract: words(.aboutQuestionTime))
  @OptionGroup var options: QuestionOptions
  @Option(help: help(.helpBy)) var by: Level = .activity

  func run() throws {
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.time(by: by, question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(
          [
            words(.columnName), words(.columnVisits), words(.columnOpen), words(.columnMedian),
            words(.columnP90),
          ], numeric: [1, 2, 3, 4])
        for item in found.items {
          table.add([
            item.name, "\(item.visits)", "\(item.open)", Spans.text(item.medianSeconds),
            Spans.text(item.p90Seconds),
          ])
        }
        return table.lines
      })
  }
}

struct AnalyzeStages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: words(.aboutQuestionStages))
  @OptionGroup var options: QuestionOptions

  func run() throws {
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping()
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.stages(question.filters, grouping: grouping)
      },
      { found in
        var stages = TextTable(
          [
            words(.columnStage), words(.columnEvents), words(.columnCustomers), words(.columnReach),
            words(.columnLoss),
          ], numeric: [1, 2, 3, 4])
        for stage in found.stages {
          stages.add([
            stage.name, "\(stage.events)", "\(stage.customers)", Spans.share(stage.reach),
            Spans.share(stage.loss),
          ])
        }
        var moves = TextTable(
          [
            words(.columnFrom), words(.columnTo), words(.columnMove), words(.columnCount),
            words(.columnShare),
          ], numeric: [3, 4])
        for move in found.moves {
          moves.add([
            move.from, move.to, Saying.word(move.direction.rawValue).text(in: .current),
            "\(move.count)", Spans.share(move.share),
          ])
        }
        return stages.lines + [""] + moves.lines
      })
  }
}

struct AnalyzeDropOff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop-off", abstract: words(.aboutQuestionDropOff))
  @OptionGroup var options: QuestionOptions
  @Option(help: help(.helpGoal))
  var goal: String?
  @Option(help: help(.helpSettle))
  var settle: String = "30d"
  @Option(help: help(.helpBy)) var by: Level = .activity
  @Option(help: help(.helpLostAt)) var list: String?
  @Option(help: help(.helpLimit)) var limit: Int = 100

  func run() throws {
    let question = try OpenedQuestion(options)
    let goals = goal.map { [$0] } ?? question.snapshot.workspace.goals
    guard !goals.isEmpty else {
      throw CommandFailure(
        .usage, words(.noGoal), hint: words(.nameGoal))
    }
    for name in goals {
      try Names.require(name, among: question.queries.activityNames, "activity")
    }
    let query = DropOffQuery(
      by: by, goal: goals, settleMicroseconds: try Spans.microseconds(settle, "--settle") ?? 0)
    let grouping = try question.grouping(for: by)
    if let list {
      try question.answer(
        { () throws(EventStoreError) in
          try question.queries.droppedOffCustomers(
            at: list, query, limit: limit, filters: question.filters, grouping: grouping)
        }, { found in [words(.lostJourneys, ["count": found.total])] + found.customers })
      return
    }
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.dropOffs(query, question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(
          [words(.columnName), words(.columnDropped), words(.columnJourneys), words(.columnShare)],
          numeric: [1, 2, 3])
        for item in found.items {
          table.add([
            item.name, "\(item.dropped)", "\(item.journeys)", Spans.share(item.share),
          ])
        }
        return table.lines + [
          words(.openJourneys, ["open": found.open, "share": Spans.share(found.share)])
        ]
      })
  }
}

struct AnalyzeConformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance", abstract: words(.aboutQuestionConformance))
  @OptionGroup var options: QuestionOptions
  @Option(
    help:
      help(.helpIdeal))
  var ideal: String?

  func run() throws {
    let question = try OpenedQuestion(options)
    let query: ConformanceQuery
    var grouping: Grouping?
    if let ideal {
      let names = try NameList(ideal, "--ideal").names
      guard !names.isEmpty else { throw CommandFailure(.usage, words(.idealNamesNone)) }
      for name in names {
        try Names.require(name, among: question.queries.activityNames, "activity")
      }
      query = ConformanceQuery(ideal: names)
    } else {
      let stages = try question.grouping()
      grouping = stages
      query = ConformanceQuery(ideal: stages.stages, by: .stage)
    }
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.conformance(query, question.filters, grouping: grouping)
      },
      { found in
        var lines = [
          words(.fitJourneys, ["count": found.journeys]),
          words(.fitMean, ["mean": found.meanFitness.map { "\($0)" } ?? "–"]),
          words(.fitPerfect, ["share": Spans.share(found.perfectShare)]),
        ]
        for (title, counts) in [
          (words(.skipped), found.skipped), (words(.extra), found.extra),
          (words(.outOfOrder), found.outOfOrder), (words(.repeated), found.repeated),
        ] where !counts.items.isEmpty {
          lines.append(
            words(
              .titled,
              [
                "title": title,
                "items": counts.items.map { "\($0.name) \($0.count)" }.joined(separator: ", "),
              ]))
        }
        return lines
      })
  }
}
