import ArgumentParser
import Diagnostics
import EventStore
import Foundation
import JourneyFormats
import JourneyModel
import WorkspaceStore
import Wording

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutImport),
    subcommands: [ImportEvents.self, ImportAnswers.self, ImportMap.self, ImportText.self])
}

struct ImportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: words(.aboutImportEvents),
    discussion: words(.discussImportEvents))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Argument(help: help(.helpEventFile)) var file: String
  @Option(help: help(.helpFormat)) var format: EventFormat = .csv
  @Option(name: .customLong("case"), help: help(.helpColumnCustomer)) var customer: String?
  @Option(help: help(.helpColumnTime)) var time: String?
  @Option(help: help(.helpColumnActivity)) var activity: String?
  @Option(help: help(.helpColumnChannel)) var channel: String?
  @Option(help: help(.helpColumnValue)) var value: String?
  @Option(help: help(.helpColumnSession)) var session: String?
  @Option(help: help(.helpColumnEventID)) var id: String?
  @Option(help: help(.helpKeep))
  var keep: String?
  @Option(help: help(.helpSource)) var source: String?
  @Option(help: help(.helpZone)) var zone: String = "UTC"
  @Option(name: .customLong("date-order"), help: help(.helpDateOrder))
  var dateOrder: DateOrder?
  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: help(.helpWhereCell)) var conditions: [String] = []
  @Flag(help: help(.helpAgain)) var again = false

  func run() throws {
    let opened = try OpenedWorkspace(writing: workspace)
    let importing = EventImport(
      path: file, options: try options(), source: source, again: again,
      date: "\(todayUTC())")
    let reader: EventFileReader
    do throws(EventFileError) {
      reader = try EventFileReader(path: file, options: importing.options)
    } catch { throw CommandFailure(.unreadable, error.diagnostic) }
    for line in reader.layout.roles.said { print(line.text(in: .current)) }
    try Self.report(opened.perform(importing, reader), source: importing.sourceName)
  }

  private static func report(_ summary: ImportedEvents, source: String) throws {
    var line = words(
      .importedEvents, ["rows": summary.rows, "source": source, "id": summary.id])
    if summary.duplicates > 0 {
      line += words(.andDuplicates, ["count": summary.duplicates])
    }
    if summary.filtered > 0 { line += words(.andLeftOut, ["count": summary.filtered]) }
    print(line)
    if let rejects = summary.rejects {
      Terminal.note(words(.rowsRejected, ["count": summary.rejected, "rejects": rejects]))
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
          .usage, words(.whereTakesCell, ["text": text]), hint: "--where 'platform=mobile'")
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
        .usage, words(.takesNames, ["option": option, "text": text]),
        hint: words(.quoteCommas))
    }
  }
}

struct ImportMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: words(.aboutImportMap),
    discussion: words(.discussImportMap))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Argument(help: help(.helpMapFile)) var file: String

  func run() throws {
    let opened = try OpenedWorkspace(writing: workspace)
    let name = URL(filePath: file).deletingPathExtension().lastPathComponent
    guard let id = JourneyMap.ID(rawValue: name) else {
      throw CommandFailure(
        .usage, words(.badMapName, ["name": name]),
        hint: words(.nameMapFile))
    }
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CommandFailure(
        .unreadable, words(.cannotBeRead, ["path": file]), hint: words(.checkPath))
    }
    let read = Notation.readMap(Array(bytes), id: id, file: file)
    guard let map = read.value?.value, !read.hasErrors else {
      Terminal.note(FindingReport(read.diagnostics).text(in: .current), terminator: "")
      throw OutcomeCode.unreadable
    }
    do throws(WorkspaceStoreError) {
      let before = try opened.documents.exists(.map(id))
      try opened.documents.write(DocumentText(.map(id), Notation.printMap(map)))
      print(before ? words(.replacedMap, ["id": id]) : words(.addedMap, ["id": id]))
    } catch { throw CommandFailure(error) }
    if !read.diagnostics.isEmpty {
      Terminal.note(FindingReport(read.diagnostics).text(in: .current), terminator: "")
      throw OutcomeCode.findings
    }
  }
}
