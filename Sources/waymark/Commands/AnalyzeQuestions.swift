import ArgumentParser
import EventStore
import Foundation
import Insight
import JourneyAnalytics
import JourneyModel

struct AnalyzeOverview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "How many events, customers, activities, variants, and when."
  )
  @OptionGroup var options: QuestionOptions

  func run() throws {
    let question = try OpenedQuestion(options)
    try question.answer(
      { () throws(EventStoreError) in try question.queries.overview(question.filters) },
      { found in
        [
          "events      \(found.events)", "customers   \(found.customers)",
          "activities  \(found.activities)", "variants    \(found.variants)",
          "first       \(found.firstTime?.description ?? "–")",
          "last        \(found.lastTime?.description ?? "–")",
          "median journey  \(Spans.text(found.medianDurationSeconds))",
        ]
      })
  }
}

struct AnalyzeTransitions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transitions", abstract: "Which activity follows directly on which.")
  @OptionGroup var options: QuestionOptions
  @Option(help: "activity, touchpoint or stage.") var by: Level = .activity

  func run() throws {
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.transitions(by: by, question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(
          ["from", "to", "count", "customers", "median gap"], numeric: [2, 3, 4])
        for edge in found.edges.prefix(40) {
          table.add([
            edge.from, edge.to, "\(edge.count)", "\(edge.customers)",
            Spans.text(edge.medianGapSeconds),
          ])
        }
        return table.lines
          + (found.edges.count > 40 ? ["… and \(found.edges.count - 40) more; --json has all"] : [])
      })
  }
}

struct AnalyzeVariants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants", abstract: "The exact ways customers took, most frequent first.")
  @OptionGroup var options: QuestionOptions
  @Option(help: "How many to list.") var top: Int = 20
  @Option(help: "activity, touchpoint or stage.") var by: Level = .activity

  func run() throws {
    guard top > 0 else { throw CommandFailure(.usage, "--top takes a number from 1 up") }
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.variants(
          VariantQuery(by: by, top: top), question.filters, grouping: grouping)
      },
      { found in
        var lines = [
          "\(found.distinct) variants; \(found.coverage80) of them make up 80 % of journeys"
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
    commandName: "sessions", abstract: "How many sessions there are, and how long they last.")
  @OptionGroup var options: QuestionOptions
  @Option(
    help:
      "A gap longer than this begins a new session, such as 30m; the log's session column if not given."
  )
  var timeout: String?

  func run() throws {
    let question = try OpenedQuestion(options)
    var rule = SessionRule.column
    if let timeout {
      guard let span = try Spans.microseconds(timeout, "--timeout") else {
        throw CommandFailure(.usage, "--timeout needs a span such as 30m")
      }
      rule = .timeout(microseconds: span)
    }
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.sessions(rule, question.filters)
      },
      { found in
        [
          "sessions         \(found.sessions)",
          "median events    \(found.medianEvents.map { "\($0)" } ?? "–")",
          "median duration  \(Spans.text(found.medianDurationSeconds))",
        ]
      })
  }
}

struct AnalyzeFunnel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel", abstract: "How many customers did the steps one after the other.")
  @OptionGroup var options: QuestionOptions
  @Option(help: "The steps, with commas between.") var steps: String
  @Option(help: "The longest time from the first step to the last, such as 7d, or none.")
  var window: String = "none"
  @Option(help: "best or first.") var entry: FunnelQuery.Entry = .best
  @Option(help: "ordered, strict or any.") var mode: FunnelQuery.Mode = .ordered
  @Option(help: "What the steps name: activity, touchpoint or stage.") var by: Level = .activity

  func run() throws {
    let names = try NameList(steps, "--steps").names
    guard !names.isEmpty else { throw CommandFailure(.usage, "--steps names no step") }
    guard names.count <= 64 else { throw CommandFailure(.usage, "a funnel has at most 64 steps") }
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
        var table = TextTable(["step", "reached", "of first", "of previous"], numeric: [1, 2, 3])
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
    commandName: "time", abstract: "How long customers stay in each activity, touchpoint or stage.")
  @OptionGroup var options: QuestionOptions
  @Option(help: "activity, touchpoint or stage.") var by: Level = .activity

  func run() throws {
    let question = try OpenedQuestion(options)
    let grouping = try question.grouping(for: by)
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.time(by: by, question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(["name", "visits", "open", "median", "p90"], numeric: [1, 2, 3, 4])
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
    abstract: "Reach and loss of each stage of a map, and the moves between them.")
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
          ["stage", "events", "customers", "reach", "loss"], numeric: [1, 2, 3, 4])
        for stage in found.stages {
          stages.add([
            stage.name, "\(stage.events)", "\(stage.customers)", Spans.share(stage.reach),
            Spans.share(stage.loss),
          ])
        }
        var moves = TextTable(["from", "to", "move", "count", "share"], numeric: [3, 4])
        for move in found.moves {
          moves.add([
            move.from, move.to, move.direction.rawValue, "\(move.count)", Spans.share(move.share),
          ])
        }
        return stages.lines + [""] + moves.lines
      })
  }
}

struct AnalyzeDropOff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop-off", abstract: "Where journeys end without having met the goal.")
  @OptionGroup var options: QuestionOptions
  @Option(help: "The activity that meets the goal; the workspace's goals if not given.")
  var goal: String?
  @Option(help: "Journeys that ended so shortly before the log's end are still open, such as 30d.")
  var settle: String = "30d"
  @Option(help: "activity, touchpoint or stage.") var by: Level = .activity
  @Option(help: "List the customers lost at this activity.") var list: String?
  @Option(help: "How many customers to list.") var limit: Int = 100

  func run() throws {
    let question = try OpenedQuestion(options)
    let goals = goal.map { [$0] } ?? question.snapshot.workspace.goals
    guard !goals.isEmpty else {
      throw CommandFailure(
        .usage, "the workspace names no goal", hint: "name the activity with --goal")
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
        }, { found in ["\(found.total) journeys"] + found.customers })
      return
    }
    try question.answer(
      { () throws(EventStoreError) in
        try question.queries.dropOffs(query, question.filters, grouping: grouping)
      },
      { found in
        var table = TextTable(["name", "dropped", "journeys", "share"], numeric: [1, 2, 3])
        for item in found.items {
          table.add([
            item.name, "\(item.dropped)", "\(item.journeys)", Spans.share(item.share),
          ])
        }
        return table.lines + [
          "\(found.open) journeys are still open; on average \(Spans.share(found.share))"
        ]
      })
  }
}

struct AnalyzeConformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance", abstract: "How well real journeys fit an ideal sequence, or a map.")
  @OptionGroup var options: QuestionOptions
  @Option(
    help:
      "The ideal sequence of activities, with commas between; the stages of the map if not given.")
  var ideal: String?

  func run() throws {
    let question = try OpenedQuestion(options)
    let query: ConformanceQuery
    var grouping: Grouping?
    if let ideal {
      let names = try NameList(ideal, "--ideal").names
      guard !names.isEmpty else { throw CommandFailure(.usage, "--ideal names no step") }
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
          "journeys       \(found.journeys)",
          "mean fitness   \(found.meanFitness.map { "\($0)" } ?? "–")",
          "perfect        \(Spans.share(found.perfectShare))",
        ]
        for (title, counts) in [
          ("skipped", found.skipped), ("extra", found.extra), ("out of order", found.outOfOrder),
          ("repeated", found.repeated),
        ] where !counts.items.isEmpty {
          lines.append(
            "\(title): " + counts.items.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
        }
        return lines
      })
  }
}
