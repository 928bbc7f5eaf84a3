import ArgumentParser
import EventStore
import Foundation
import Insight
import JourneyAnalytics
import JourneyModel
import Wording
import Diagnostics

struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutAnalyze),
    subcommands: [
      AnalyzeOverview.self, AnalyzeTransitions.self, AnalyzeVariants.self, AnalyzeFunnel.self,
      AnalyzeSessions.self, AnalyzeTime.self, AnalyzeStages.self, AnalyzeDropOff.self,
      AnalyzeConformance.self,
    ])
}

/// What every question takes: the workspace, the filters, and the form of the answer.
struct QuestionOptions: ParsableArguments {
  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Flag(help: help(.helpJSON)) var json = false
  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: help(.helpWhereAttribute))
  var conditions: [String] = []
  @Option(help: help(.helpOnlyChannel)) var channel: String?
  @Option(help: help(.helpSince)) var since: String?
  @Option(help: help(.helpUntil)) var until: String?
  @Option(help: help(.helpHaving)) var having: String?
  @Option(help: help(.helpOnlyActivities))
  var only: String?
  @Option(help: help(.helpMap)) var map: String?
  @Option(help: help(.helpGroup)) var group: Group =
    .customer

  enum Group: String, ExpressibleByArgument, CaseIterable { case customer, session }
}

/// A workspace with a log, opened for one question.
struct OpenedQuestion {
  let snapshot: WorkspaceSnapshot
  let queries: any JourneyQueries
  let filters: Filters
  private let options: QuestionOptions

  init(_ options: QuestionOptions) throws(CommandFailure) {
    self.options = options
    snapshot = try OpenedWorkspace(options.workspace).snapshot()
    guard let queries = snapshot.queries, let log = snapshot.log else {
      throw CommandFailure(
        .unreadable, words(.noEventsYet),
        hint: words(.importLogInto, ["workspace": options.workspace]))
    }
    self.queries = queries
    var filters = Filters()
    for text in options.conditions {
      guard let split = text.firstIndex(of: "=") else {
        throw CommandFailure(
          .usage, words(.whereTakesAttribute, ["text": text]), hint: "--where 'platform=mobile'")
      }
      filters.attributes.append(
        Filters.Match(String(text[..<split]), String(text[text.index(after: split)...])))
    }
    if let channel = options.channel {
      try Names.require(channel, among: log.channelNames, "channel")
      filters.channel = channel
    }
    filters.since = try Self.day(options.since, "--since", snapshot.days)
    filters.until = try Self.day(options.until, "--until", snapshot.days)
    if let having = options.having {
      try Names.require(having, among: log.activityNames, "activity")
      filters.having = having
    }
    if let only = options.only {
      let names = try NameList(only, "--only").names
      for name in names { try Names.require(name, among: log.activityNames, "activity") }
      filters.only = names
    }
    if options.group == .session {
      filters.cases =
        log.hasSessions
        ? .session(.column) : .session(.timeout(microseconds: SessionRule.defaultTimeout))
    }
    self.filters = filters
  }

  private static func day(
    _ text: String?, _ option: String, _ days: DayBoundary
  ) throws(CommandFailure) -> Int64? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else {
      throw CommandFailure(
        .usage, words(.takesDay, ["option": option, "text": text]))
    }
    return days.start(of: date)
  }

  /// The grouping by the chosen map; nil where the question is about activities.
  func grouping(for level: Level) throws(CommandFailure) -> Grouping? {
    level == .activity ? nil : try grouping()
  }

  func grouping() throws(CommandFailure) -> Grouping {
    let map = try snapshot.chosenMap(options.map)
    guard !map.stages.isEmpty else {
      throw CommandFailure(.usage, words(.mapWithoutStages, ["map": map.id]))
    }
    return snapshot.builder.binding(for: map).grouping
  }

  /// Asks, and prints the answer.
  func answer<Answer: Encodable>(
    _ ask: () throws(EventStoreError) -> Answer, _ lines: (Answer) -> [String]
  ) throws {
    let found: Answer
    do throws(EventStoreError) { found = try ask() } catch { throw CommandFailure(error) }
    if options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(found), as: UTF8.self))
    } else {
      for line in lines(found) { print(line) }
    }
  }
}

/// Names that must be in the log.
enum Names {
  static func require(
    _ name: String, among known: [String], _ what: String
  ) throws(CommandFailure) {
    if known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { return }
    let shown = known.filter { !$0.isEmpty }
    throw CommandFailure(
      .usage, words(.logHasNone, ["what": Saying.word(what).text(in: .current), "name": name]),
      hint: Suggestion.among(shown, for: name, what: what))
  }
}
