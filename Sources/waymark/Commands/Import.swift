import ArgumentParser
import Diagnostics
import EventStore
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes events, survey answers or a map file into a workspace.",
    subcommands: [ImportEvents.self, ImportAnswers.self, ImportMap.self])
}

struct ImportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Imports an event log (CSV, also with ; or tabs, also gzipped).",
    discussion: """
      Columns are recognised by their names and cells, and what was recognised is printed. Rows that cannot be read do \
      not stop the import: they are kept in events/rejects/ with line and reason, and the exit code is 1.
      """)

  @Argument(help: "The workspace folder.") var workspace: String
  @Argument(help: "The event file.") var file: String
  @Option(help: "The form of the file: csv.") var format: EventFormat = .csv
  @Option(name: .customLong("case"), help: "The column of the customer.") var customer: String?
  @Option(help: "The column of the time.") var time: String?
  @Option(help: "The column of the activity.") var activity: String?
  @Option(help: "The column of the channel.") var channel: String?
  @Option(help: "The column of the value.") var value: String?
  @Option(help: "The column of the session.") var session: String?
  @Option(help: "The column of the event id; rows with a known id are left out.") var id: String?
  @Option(help: "Attributes to keep, with commas between; all if not given, '' for none.")
  var keep: String?
  @Option(help: "The name of the source; the file's name if not given.") var source: String?
  @Option(help: "The time zone of times without an offset.") var zone: String = "UTC"
  @Option(name: .customLong("date-order"), help: "What comes first in dates: dmy, mdy or ymd.")
  var dateOrder: DateOrder?
  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: "Only rows with this cell, COL=VALUE; may be repeated.") var conditions: [String] = []
  @Flag(help: "Import a file that was imported before.") var again = false

  func run() throws {
    let opened = try OpenedWorkspace(writing: workspace)
    let importing = EventImport(
      path: file, options: try options(), source: source, again: again,
      date: "\(todayUTC())")
    let reader: EventFileReader
    do throws(EventFileError) {
      reader = try EventFileReader(path: file, options: importing.options)
    } catch { throw CommandFailure(.unreadable, error.diagnostic) }
    for line in reader.layout.roles.summary { print(line) }
    try Self.report(opened.perform(importing, reader), source: importing.sourceName)
  }

  private static func report(_ summary: ImportedEvents, source: String) throws {
    var line =
      "imported \(Plural.of(summary.rows, "event")) from '\(source)' as import \(summary.id)"
    if summary.duplicates > 0 { line += "; \(summary.duplicates) were there already" }
    if summary.filtered > 0 { line += "; \(summary.filtered) left out by --where" }
    print(line)
    if let rejects = summary.rejects {
      Terminal.note("\(summary.rejected) rows were rejected: see \(rejects)")
      throw OutcomeCode.findings
    }
  }

  private func options() throws(CommandFailure) -> EventFileOptions {
    var columns: [EventRole: String] = [:]
    for (role, column) in [
      (EventRole.customer, customer), (.time, time), (.activity, activity), (.channel, channel),
      (.value, value), (.session, session), (.eventID, id),
    ] { if let column { columns[role] = column } }
    var filters: [CellFilter] = []
    for text in conditions {
      guard let filter = CellFilter(text) else {
        throw CommandFailure(
          .usage, "--where takes COL=VALUE, not '\(text)'", hint: "--where 'platform=mobile'")
      }
      filters.append(filter)
    }
    let kept = try keep.map { text throws(CommandFailure) in try NameList(text, "--keep").names }
    return EventFileOptions(
      columns: columns, keep: kept, filters: filters, zone: zone, dateOrder: dateOrder)
  }
}

enum EventFormat: String, ExpressibleByArgument, CaseIterable { case csv }

/// Names with commas between, as in CSV: a name that holds a comma stands in double quotes.
struct NameList {
  var names: [String]

  init(_ text: String, _ option: String) throws(CommandFailure) {
    names = []
    guard !text.isEmpty else { return }
    var name = ""
    var isQuoted = false
    var characters = text[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted && characters.first == "\"":
        name.append("\"")
        characters.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        names.append(name)
        name = ""
      default: name.append(character)
      }
    }
    names.append(name)
    guard !isQuoted, names.allSatisfy({ !$0.isEmpty }) else {
      throw CommandFailure(
        .usage, "\(option) takes names with commas between, not '\(text)'",
        hint: "put a name that holds a comma in double quotes")
    }
  }
}

struct ImportMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Takes a map file (YAML) into a workspace.",
    discussion: "The map's id is the file's name; a map of that id is replaced.")

  @Argument(help: "The workspace folder.") var workspace: String
  @Argument(help: "The map file.") var file: String

  func run() throws {
    let opened = try OpenedWorkspace(writing: workspace)
    let name = URL(filePath: file).deletingPathExtension().lastPathComponent
    guard let id = JourneyMap.ID(rawValue: name) else {
      throw CommandFailure(
        .usage, "the name '\(name)' cannot be the id of a map",
        hint: "name the file with lowercase letters, digits and '-', such as first-order.yaml")
    }
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CommandFailure(.unreadable, "'\(file)' cannot be read", hint: "check the path")
    }
    let read = Notation.readMap(Array(bytes), id: id, file: file)
    guard let map = read.value?.value, !read.hasErrors else {
      Terminal.note(FindingReport(read.diagnostics).text(), terminator: "")
      throw OutcomeCode.unreadable
    }
    do throws(WorkspaceStoreError) {
      let before = try opened.documents.exists(.map(id))
      try opened.documents.write(DocumentText(.map(id), Notation.printMap(map)))
      print(before ? "replaced the map '\(id)'" : "added the map '\(id)'")
    } catch { throw CommandFailure(error) }
    if !read.diagnostics.isEmpty {
      Terminal.note(FindingReport(read.diagnostics).text(), terminator: "")
      throw OutcomeCode.findings
    }
  }
}
