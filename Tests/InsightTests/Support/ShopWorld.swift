import Diagnostics
import EventStore
import Foundation
import Insight
import JourneyFormats
import JourneyModel
import Testing
import WorkspaceStore

/// The shop example in a temporary folder, with the real log imported; removed when the test is over.
final class ShopWorld {
  let directory: String
  let documents: FolderDocuments

  static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  init(importsLog: Bool = true) throws {
    let source = Self.root.appending(path: "Sources/waymark/Demos/shop")
    directory =
      FileManager.default.temporaryDirectory.appending(
        path: "waymark-insight-\(UUID().uuidString)"
      ).path
    var files: [DocumentText] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: source.path) {
      guard let document = WorkspaceDocument(path: name) else { continue }
      files.append(
        DocumentText(document, Array(try Data(contentsOf: source.appending(path: name)))))
    }
    let read = Notation.read(files)
    let contents = try #require(read.value?.value, "\(read.diagnostics)")
    documents = try FolderDocuments.create(at: directory, contents)
    for document in contents.surveys {
      let file = source.appending(path: "answers/\(document.id).csv")
      let answers = try WorkspaceAnswers.read(
        Array(try Data(contentsOf: file)), of: document.survey)
      try documents.writeAnswers(answers, to: document.survey)
    }
    guard importsLog else { return }
    let path = Self.root.appending(path: "Tests/Fixtures/data/ecom.csv.gz").path
    let importing = EventImport(path: path, options: EventFileOptions(), date: "2026-11-22")
    _ = try importing.run(
      try EventFileReader(path: path, options: importing.options), into: directory)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func snapshot() throws -> WorkspaceSnapshot {
    try WorkspaceSnapshot(
      of: documents, directory: directory, today: CalendarDate(year: 2026, month: 11, day: 22))
  }
}

/// One event of a plain reading of the log.
struct PlainEvent {
  var time: Int64
  var activity: String
}

/// The log read in the slowest, plainest way: by customer, sorted stably by time.
func plainJourneys() throws -> [String: [PlainEvent]] {
  let path = ShopWorld.root.appending(path: "Tests/Fixtures/data/ecom.csv.gz").path
  let process = Process()
  process.executableURL = URL(filePath: "/bin/gzip")
  process.arguments = ["-dc", path]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  var journeys: [String: [PlainEvent]] = [:]
  let formatter = DateFormatter()
  formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
  formatter.timeZone = TimeZone(identifier: "UTC")
  formatter.locale = Locale(identifier: "en_US_POSIX")
  for line in text.split(separator: "\n").dropFirst() {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let date = try #require(formatter.date(from: cells[3]))
    journeys[cells[0], default: []].append(
      PlainEvent(time: Int64(date.timeIntervalSince1970), activity: cells[2]))
  }
  return journeys.mapValues { events in
    events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }
}
